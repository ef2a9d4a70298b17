package dev.fer4j.data.composition;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.audit.AuditFile;
import dev.fer4j.data.audit.CompositionAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compositions that hold people of the training categories out. */
class SeenCompositionTest {

    private static final AdCategory FOOD = AdCategory.FOOD_MARKET;
    private static final CategorySplit THIRD = split(30, 1);

    @TempDir Path folder;

    private final List<Sample> laboratory = new ArrayList<>();
    private final List<Sample> synthetic = new ArrayList<>();
    private final List<Sample> stills = new ArrayList<>();

    private static CategorySplit split(int percent, long seed) {
        return CategorySplit.paper().withSeen(new HeldOutPeople(percent, new Seed(seed)));
    }

    /** So many people in each category, a recording of each label of each, a variant of each. */
    private void record(int people) {
        for (AdCategory category :
                List.of(FOOD, AdCategory.COSMETICS_FASHION, AdCategory.CAR_TECHNOLOGY)) {
            for (int i = 0; i < people; i++) {
                String person = category + "-" + i;
                for (boolean interested : new boolean[] {true, false}) {
                    String recording = person + "-" + interested;
                    laboratory.addAll(Samples.frames(category, person, recording, interested));
                    synthetic.add(
                            Samples.synthetic(
                                    "stylegan2/" + recording,
                                    person,
                                    recording,
                                    category,
                                    interested));
                }
            }
        }
        stills.add(Samples.still("youtube/1", "y1", true));
        stills.add(Samples.still("youtube/2", "y2", false));
    }

    private List<Manifest> manifests() {
        return List.of(
                Samples.manifest("baseline", laboratory),
                Samples.manifest("youtube", stills),
                Samples.manifest("stylegan2", synthetic));
    }

    private Composition compose(CategorySplit split) {
        return Composition.compose(Condition.ALL_SOURCES, split, manifests());
    }

    private List<Problem> refusal(CategorySplit split) {
        PlanException refused = catchThrowableOfType(PlanException.class, () -> compose(split));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private static Set<String> people(Collection<Sample> samples) {
        return samples.stream().map(Sample::participant).collect(toSet());
    }

    @Test
    void heldOutPeopleAreOfTheTrainingCategoryAndDoNotTrain() {
        record(10);

        Composition composition = compose(THIRD);

        assertThat(people(composition.seen())).hasSize(3);
        assertThat(composition.seen()).hasSize(3 * 2 * 10);
        assertThat(composition.seen())
                .allMatch(sample -> sample.category().orElseThrow().equals(FOOD))
                .allMatch(sample -> sample.source().equals("baseline"));
        assertThat(people(composition.samples(Split.TRAIN)))
                .hasSize(7 + 2)
                .doesNotContainAnyElementsOf(people(composition.seen()));
        assertThat(composition.counts().seen().orElseThrow().participants()).isEqualTo(3);
        assertThat(composition.counts().seen().orElseThrow().prevalence()).isEqualTo(0.5);
        assertThat(composition.splits().get(composition.seen().get(0).id())).isEqualTo(Split.SEEN);
    }

    @Test
    void syntheticImagesOfHeldOutPeopleAreLeftOutByThatName() {
        record(10);

        Composition composition = compose(THIRD);

        Set<String> trained =
                composition.samples(Split.TRAIN).stream()
                        .filter(Sample::isSynthetic)
                        .map(s -> ((Origin.Synthetic) s.origin()).parentRecording())
                        .collect(toSet());
        assertThat(trained).hasSize(7 * 2);
        assertThat(composition.leftOut())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "stylegan2: 6 images are left out: their parent recordings are of people"
                                + " who are held out of training",
                        "stylegan2: 40 images are left out: their parent recordings validate or"
                                + " test");
    }

    @Test
    void theSamePeopleAreHeldOutInEveryConditionAndRotation() {
        record(10);
        Set<String> people = people(compose(THIRD).seen());

        for (Condition condition : Condition.STANDARD) {
            for (CategorySplit rotation : THIRD.rotations()) {
                Composition other = Composition.compose(condition, rotation, manifests());
                if (rotation.train().equals(Set.of(FOOD))) {
                    assertThat(people(other.seen())).isEqualTo(people);
                } else {
                    assertThat(people(other.seen())).hasSize(3).doesNotContainAnyElementsOf(people);
                }
            }
        }
        Collections.shuffle(laboratory, new Random(1));
        assertThat(people(compose(THIRD).seen())).isEqualTo(people);
    }

    @Test
    void anotherSeedHoldsOthersOut() {
        record(10);
        Set<Set<String>> choices = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            choices.add(people(compose(split(30, seed)).seen()));
        }

        assertThat(choices).hasSizeGreaterThan(10);
    }

    @Test
    void aControlGrowsToTheConditionWithoutThem() {
        record(10);
        Condition control =
                Condition.BASELINE.likeInSize(Condition.ALL_SOURCES, Control.Means.DUPLICATES);

        Composition composition = Composition.compose(control, THIRD, manifests());

        assertThat(composition.training().drawn()).isEqualTo(compose(THIRD).training().drawn());
        assertThat(composition.training().items())
                .noneMatch(
                        item -> people(composition.seen()).contains(item.sample().participant()));
    }

    @Test
    void anAddedStillOfAHeldOutPersonStopsIt() {
        record(10);
        String person = compose(THIRD).seen().get(0).participant();
        stills.add(Samples.still("youtube/3", person, true));

        assertThat(refusal(THIRD))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("leak by participant", person + " in train and seen");
    }

    @Test
    void aFileThatTrainsAndIsSeenStopsIt() {
        record(10);
        Composition composition = compose(THIRD);
        Sample trained = composition.samples(Split.TRAIN).get(0);
        Sample seen = composition.seen().get(0);
        laboratory.set(
                laboratory.indexOf(seen),
                Samples.with(
                        seen, seen.file(), seen.participant(), seen.recording(), trained.sha256()));

        assertThat(refusal(THIRD))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("leak by file content", " in train and seen");
    }

    @Test
    void aPictureThatTrainsAndIsSeenStopsIt() throws IOException {
        record(10);
        Composition composition = compose(THIRD);
        FingerprintCache cache = new FingerprintCache();
        int pictures = 0;
        for (Manifest manifest : manifests()) {
            for (Sample sample : manifest.samples()) {
                cache.add(sample.sha256(), Fingerprints.random(pictures++));
            }
        }
        LeakageGate gate = LeakageGate.identities().withNearDuplicates(cache);
        assertThat(
                        Composition.compose(Condition.ALL_SOURCES, THIRD, manifests(), gate)
                                .leakage()
                                .isClean())
                .isTrue();
        String copy = Sha256.of("copy");
        Sample seen = composition.seen().get(0);
        int trained = laboratory.indexOf(composition.samples(Split.TRAIN).get(0));
        cache.add(copy, Fingerprints.touched(trained));
        laboratory.set(
                laboratory.indexOf(seen),
                Samples.with(seen, seen.file(), seen.participant(), seen.recording(), copy));

        PlanException refused =
                catchThrowableOfType(
                        PlanException.class,
                        () -> Composition.compose(Condition.ALL_SOURCES, THIRD, manifests(), gate));

        assertThat(refused.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("leak by near-duplicate image: 1 pairs")
                .contains(laboratory.get(trained).id() + " in train and " + seen.id() + " in seen");
    }

    @Test
    void tooFewPeopleStopItWithWhatIsNeeded() {
        record(1);

        assertThat(refusal(THIRD))
                .extracting(Problem::message)
                .containsExactly(
                        "held-out people of food-market: there is 1 person, who cannot be both held"
                                + " out and trained on; expected 2 or more (add recordings of other"
                                + " people, or do not hold anyone out)");
    }

    @Test
    void noLabelOfHeldOutPeopleMayBeMissing() {
        record(10);
        Set<String> seen = people(compose(THIRD).seen());
        laboratory.removeIf(
                sample ->
                        seen.contains(sample.participant())
                                && sample.recording().endsWith("false"));

        assertThat(refusal(THIRD))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith(
                        "held-out people of [food-market]: at 30 %, 3 of 10 people are held out,"
                            + " with recordings that are [INTERESTED], and 7 are trained on, with"
                            + " [INTERESTED, NOT_INTERESTED]; both groups need both classes (choose"
                            + " differently: 30 % with the seed ");
    }

    @Test
    void itsFilesHoldThem() throws IOException {
        record(10);
        Composition composition = compose(THIRD);
        Path file = folder.resolve("composition.json");
        Path audit = folder.resolve("audit.json");

        CompositionFile.write(file, composition);
        AuditFile.write(audit, CompositionAudit.of(composition));

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/split/seen/percent").asInt()).isEqualTo(30);
        assertThat(json.at("/samples/SEEN")).hasSize(60);
        assertThat(json.at("/counts/seen/participants").asInt()).isEqualTo(3);
        JsonNode rows = new ObjectMapper().readTree(audit.toFile()).at("/audit/prevalence");
        assertThat(rows.findValuesAsText("split")).contains("SEEN");
    }

    /**
     * Digests of what the version before held-out people wrote of the same manifests.
     *
     * <pre>
     * git checkout 65fae09; then the first four lines of this test, and sha256sum of the files
     * </pre>
     *
     * <p>Since then the CSV file has lost the quotation marks of cells that need none.
     */
    @Test
    void withNobodyHeldOutEveryFileIsAsItWasToTheLastByte() throws IOException {
        Composition composition =
                Composition.compose(
                        Condition.ALL_SOURCES,
                        CategorySplit.paper(),
                        CleanManifests.random(new Seed(5).generator()));
        CompositionFile.write(folder.resolve("c.json"), composition);
        AuditFile.write(folder.resolve("a.json"), CompositionAudit.of(composition));
        AuditFile.writeCells(
                folder.resolve("a.csv"), CompositionAudit.of(composition), LabelNames.INTEREST);

        assertThat(composition.seen()).isEmpty();
        assertThat(composition.counts().seen()).isEmpty();
        assertThat(Sha256.of(folder.resolve("c.json")))
                .isEqualTo("6c7105cdd9e2ccabcef987f12f500cfa613740903107c6c7ca000684ee522672");
        assertThat(Sha256.of(folder.resolve("a.json")))
                .isEqualTo("c97bc0ec5a7dbd81a9a038dfe8b5d7c34145efb03365c9e295b8d71648f7c0db");
        assertThat(Sha256.of(folder.resolve("a.csv")))
                .isEqualTo("77791f62636a11ffcb8e3d2a75447392f8b511fb399d4f67cfb5191fd3ff4ddf");
    }

    @Test
    void randomChoicesLoseNothingAndMoveNobodyElse() {
        for (int i = 0; i < 200; i++) {
            RandomGenerator random = new Seed(i).derive("held out").generator();
            laboratory.clear();
            synthetic.clear();
            stills.clear();
            record(2 + random.nextInt(9));
            // Holes, which leave every person a recording.
            laboratory.removeIf(s -> s.recording().endsWith("true") && random.nextInt(4) == 0);
            CategorySplit split = split(1 + random.nextInt(50), random.nextLong());

            Composition with = compose(split);
            Composition without = compose(CategorySplit.paper());

            RandomCompositionsTest.assertNothingIsLost(manifests(), with);
            Set<String> seen = people(with.seen());
            assertThat(seen)
                    .isEqualTo(
                            split.seen()
                                    .orElseThrow()
                                    .among(
                                            laboratory.stream()
                                                    .filter(
                                                            s ->
                                                                    s.category()
                                                                            .orElseThrow()
                                                                            .equals(FOOD))
                                                    .map(Sample::participant)
                                                    .toList()));
            List<Sample> others = new ArrayList<>(without.samples(Split.TRAIN));
            others.removeIf(sample -> seen.contains(sample.participant()));
            assertThat(with.samples(Split.TRAIN)).as("corpus %s", i).isEqualTo(others);
            assertThat(with.samples(Split.VALIDATE)).isEqualTo(without.samples(Split.VALIDATE));
            assertThat(with.samples(Split.TEST)).isEqualTo(without.samples(Split.TEST));
            assertThat(compose(split).samples(Split.SEEN)).isEqualTo(with.seen());
        }
    }
}
