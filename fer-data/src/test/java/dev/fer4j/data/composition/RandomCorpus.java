package dev.fer4j.data.composition;

import com.google.common.base.Ascii;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Made-up manifests of three sources, without files: clean by design, until a leak is planted. */
final class RandomCorpus {

    /** How many different pictures there are; each has a near-duplicate, its copy. */
    static final int PICTURES = 100;

    private static final Map<String, Integer> NUMBERS = numbers();
    private static final List<AdCategory> CATEGORIES =
            List.of(
                    AdCategory.FOOD_MARKET,
                    AdCategory.COSMETICS_FASHION,
                    AdCategory.CAR_TECHNOLOGY,
                    new AdCategory("sports"));

    private final RandomGenerator random;
    private final List<Sample> laboratory = new ArrayList<>();
    private final List<Sample> stills = new ArrayList<>();
    private final List<Sample> synthetic = new ArrayList<>();
    private int pictures;

    RandomCorpus(RandomGenerator random) {
        this.random = random;
        for (AdCategory category : CATEGORIES) {
            record(category);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            stills.add(picture(Samples.still("youtube/" + i, "y" + i % 2, i % 2 == 0)));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            Sample parent = any(laboratory);
            String recording =
                    random.nextInt(8) == 0 ? "lost-" + parent.participant() : parent.recording();
            synthetic.add(
                    picture(
                            Samples.synthetic(
                                    "stylegan2/" + i,
                                    parent.participant(),
                                    recording,
                                    CATEGORIES.get(0),
                                    true)));
        }
    }

    /** The digest of a picture, or of its copy. */
    static String sha256(int picture, boolean copy) {
        return Sha256.of((copy ? "copy of picture " : "picture ") + picture);
    }

    /** Whether two files are a picture and its copy. */
    static boolean areNearDuplicates(String sha256, String other) {
        int a = NUMBERS.get(sha256);
        int b = NUMBERS.get(other);
        return a != b && a / 2 == b / 2;
    }

    List<Manifest> manifests() {
        return List.of(
                Samples.manifest("baseline", laboratory),
                Samples.manifest("youtube", stills),
                Samples.manifest("stylegan2", synthetic));
    }

    /** Gives an evaluated image something of a training image. */
    void plant(LeakageKind kind) {
        Sample trained = any(of(CATEGORIES.get(0)));
        Sample evaluated = any(of(CATEGORIES.get(1 + random.nextInt(2))));
        if (kind == LeakageKind.RECORDING) {
            stills.add(
                    picture(
                            Samples.sample(
                                    "youtube/planted",
                                    "youtube",
                                    "planted",
                                    evaluated.recording(),
                                    Optional.empty(),
                                    true,
                                    new Origin.StillImage("planted"))));
            return;
        }
        laboratory.set(
                laboratory.indexOf(evaluated),
                switch (kind) {
                    case PARTICIPANT ->
                            with(
                                    evaluated,
                                    trained.participant(),
                                    evaluated.recording() + "-planted",
                                    evaluated.origin(),
                                    evaluated.sha256());
                    case SIMILAR_PARTICIPANT ->
                            with(
                                    evaluated,
                                    Ascii.toUpperCase(trained.participant()),
                                    evaluated.recording() + "-planted",
                                    evaluated.origin(),
                                    evaluated.sha256());
                    case RECORDING -> throw new IllegalStateException("planted above");
                    case IDENTICAL_FILE -> withFile(evaluated, trained.sha256());
                    case NEAR_DUPLICATE -> {
                        int number = NUMBERS.get(trained.sha256());
                        yield withFile(evaluated, sha256(number / 2, number % 2 == 0));
                    }
                    case SYNTHETIC_PARENT ->
                            with(
                                    evaluated,
                                    evaluated.participant(),
                                    evaluated.recording(),
                                    new Origin.Synthetic(
                                            trained.recording(), Optional.empty(), "toy", 1),
                                    evaluated.sha256());
                });
    }

    /** One or two people in two to four recordings of both labels. */
    private void record(AdCategory category) {
        int people = 1 + random.nextInt(2);
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            String participant = category + "-" + random.nextInt(people);
            for (int frame = random.nextInt(1, 4); frame > 0; frame--) {
                String recording = participant + "-" + i;
                laboratory.add(
                        picture(
                                Samples.sample(
                                        "baseline/" + recording + "/" + frame,
                                        "baseline",
                                        participant,
                                        recording,
                                        random.nextInt(30) == 0 && frame > 1
                                                ? Optional.empty()
                                                : Optional.of(category),
                                        i % 2 == 0,
                                        new Origin.StillImage(recording))));
            }
        }
    }

    private Sample picture(Sample sample) {
        return withFile(sample, sha256(pictures++, random.nextBoolean()));
    }

    private List<Sample> of(AdCategory category) {
        return laboratory.stream()
                .filter(sample -> sample.category().equals(Optional.of(category)))
                .toList();
    }

    private Sample any(List<Sample> samples) {
        return samples.get(random.nextInt(samples.size()));
    }

    private static Sample withFile(Sample sample, String sha256) {
        return with(sample, sample.participant(), sample.recording(), sample.origin(), sha256);
    }

    private static Sample with(
            Sample sample, String participant, String recording, Origin origin, String sha256) {
        Sample made =
                Samples.sample(
                        sample.id(),
                        sample.source(),
                        participant,
                        recording,
                        sample.category(),
                        sample.label() == Label.INTERESTED,
                        origin);
        return Samples.with(made, made.file(), participant, recording, sha256);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < PICTURES; i++) {
            numbers.put(sha256(i, false), 2 * i);
            numbers.put(sha256(i, true), 2 * i + 1);
        }
        return Map.copyOf(numbers);
    }
}
