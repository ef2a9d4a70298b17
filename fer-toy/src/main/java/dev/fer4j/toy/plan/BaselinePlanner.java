package dev.fer4j.toy.plan;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.Expression;
import dev.fer4j.toy.face.Identity;
import dev.fer4j.toy.face.Scene;
import dev.fer4j.toy.face.SceneSampler;
import dev.fer4j.toy.plan.PlannedRecording.Clip;
import dev.fer4j.toy.plan.PlannedRecording.Participant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Plans one category of the laboratory source. A participant answers once per advertisement, and
 * may have several recordings of it.
 */
final class BaselinePlanner {

    private static final double PAIRS_PER_RECORDING = 0.55;
    private static final int ROOMS = 2;

    /** The recordings of one participant and advertisement, which share one answer. */
    private record Pair(Participant participant, Scene scene, String ad, int recordings) {}

    private final AdCategory category;
    private final ToyScale scale;
    private final ToyScale.Category size;
    private final int firstParticipant;
    private final int ads;
    private final Seed seed;
    private final RandomGenerator random;

    private BaselinePlanner(
            AdCategory category,
            ToyScale scale,
            ToyScale.Category size,
            int firstParticipant,
            int ads,
            Seed root) {
        this.category = category;
        this.scale = scale;
        this.size = size;
        this.firstParticipant = firstParticipant;
        this.ads = ads;
        this.seed = root.derive("baseline " + category.id());
        this.random = seed.generator();
    }

    /**
     * Plans the recordings of all categories, with the participants and advertisements of
     * NeuroBioSense.
     */
    static List<PlannedRecording> plan(Seed root, ToyScale scale) {
        List<PlannedRecording> all = new ArrayList<>();
        all.addAll(
                new BaselinePlanner(
                                AdCategory.COSMETICS_FASHION, scale, scale.cosmetics(), 1, 15, root)
                        .recordings());
        all.addAll(
                new BaselinePlanner(AdCategory.CAR_TECHNOLOGY, scale, scale.car(), 19, 10, root)
                        .recordings());
        all.addAll(
                new BaselinePlanner(AdCategory.FOOD_MARKET, scale, scale.food(), 39, 10, root)
                        .recordings());
        return List.copyOf(all);
    }

    private List<PlannedRecording> recordings() {
        List<Pair> pairs = pairs();
        // Answers are drawn first to match the prevalence; interest is then drawn given the answer.
        int left = yes();
        double mean = InterestModel.mean(size.prevalence());
        List<PlannedRecording> recordings = new ArrayList<>();
        for (Pair pair : shuffled(pairs)) {
            boolean interested = pair.recordings() <= left;
            left -= interested ? pair.recordings() : 0;
            Label label = interested ? Label.INTERESTED : Label.NOT_INTERESTED;
            Set<String> folders = new HashSet<>();
            for (int i = 0; i < pair.recordings(); i++) {
                double interest = InterestModel.interest(mean, label, random);
                recordings.add(recording(pair, label, interest, folders));
            }
        }
        recordings.sort(
                Comparator.comparingInt((PlannedRecording r) -> r.participant().number())
                        .thenComparing(PlannedRecording::ad)
                        .thenComparing(PlannedRecording::emotion));
        return recordings;
    }

    private int yes() {
        long near = Math.round(size.prevalence() * size.recordings());
        return (int) Math.max(1, Math.min(size.recordings() - 1, near));
    }

    private List<Pair> pairs() {
        int people = size.people();
        int count = Math.max(people, (int) Math.ceil(PAIRS_PER_RECORDING * size.recordings()));
        List<Integer> recordings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            recordings.add(i < size.recordings() - count ? 2 : 1);
        }
        List<Integer> shares = shuffled(recordings);
        List<Scene> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(new SceneSampler(seed.derive("room", i)).laboratory());
        }
        List<Pair> pairs = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            Participant participant = participant(p);
            Scene scene =
                    new SceneSampler(seed.derive("sitting", p))
                            .sitting(rooms.get(random.nextInt(ROOMS)));
            List<Integer> numbers = new ArrayList<>();
            for (int ad = 1; ad <= ads; ad++) {
                numbers.add(ad);
            }
            List<Integer> seen = shuffled(numbers);
            for (int i = p; i < count; i += people) {
                String ad = (seen.get(i / people) < 10 ? "A0" : "A") + seen.get(i / people);
                pairs.add(new Pair(participant, scene, ad, shares.get(i)));
            }
        }
        return pairs;
    }

    private Participant participant(int p) {
        // Thirty women and 23 men in the paper's source.
        Gender gender = random.nextInt(53) < 30 ? Gender.FEMALE : Gender.MALE;
        return new Participant(
                firstParticipant + p, Identity.random(gender, seed.derive("participant", p)));
    }

    private PlannedRecording recording(
            Pair pair, Label label, double interest, Set<String> folders) {
        Identity identity = pair.participant().identity();
        Expression apex = InterestModel.apex(interest, identity.resting().expressiveness(), random);
        String emotion = EmotionFolder.of(apex.shownBy(identity.resting()), random);
        for (int again = 1; !folders.add(emotion); again++) {
            emotion = emotion.replaceAll("\\d", "") + again;
        }
        int framesPerSecond = random.nextBoolean() ? 25 : 30;
        return new PlannedRecording(
                category,
                pair.participant(),
                pair.ad(),
                emotion,
                label,
                apex,
                pair.scene(),
                framesPerSecond,
                random.nextInt(8) == 0,
                clips(framesPerSecond),
                new Seed(random.nextLong()));
    }

    private List<Clip> clips(int framesPerSecond) {
        int count = random.nextInt(100) < 16 ? 2 : 1;
        int naming = random.nextInt(8);
        List<Clip> clips = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double seconds =
                    Math.min(
                            scale.longestClipSeconds(),
                            0.4
                                    + (scale.meanClipSeconds() - 0.4)
                                            * 1.06
                                            * -Math.log(1 - random.nextDouble()));
            String name =
                    switch (naming) {
                        case 0 -> "v" + i;
                        case 1 -> "Sequence 01_" + i;
                        case 2 -> i + ".";
                        default -> "0" + i;
                    };
            clips.add(new Clip(name + ".mp4", (int) Math.ceil(seconds * framesPerSecond)));
        }
        return List.copyOf(clips);
    }

    private <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        for (int i = copy.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = copy.set(i, copy.get(j));
            copy.set(j, swapped);
        }
        return copy;
    }
}
