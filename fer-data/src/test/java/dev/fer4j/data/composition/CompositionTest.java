package dev.fer4j.data.composition;

import static dev.fer4j.data.composition.Samples.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositionTest {

    private static final AdCategory FOOD = AdCategory.FOOD_MARKET;
    private static final AdCategory CAR = AdCategory.CAR_TECHNOLOGY;

    @TempDir Path folder;

    private final List<Sample> laboratory = new ArrayList<>(Samples.smallLaboratory());

    private Composition compose(Condition condition, Manifest... added) {
        List<Manifest> manifests = new ArrayList<>();
        manifests.add(manifest("baseline", laboratory));
        manifests.addAll(List.of(added));
        return Composition.compose(condition, CategorySplit.paper(), manifests);
    }

    private List<Problem> refusal(Condition condition, Manifest... added) {
        PlanException refused =
                catchThrowableOfType(PlanException.class, () -> compose(condition, added));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private void replace(int index, Sample sample) {
        laboratory.set(index, sample);
    }

    private static Sample with(Sample sample, String participant, String recording, String sha) {
        return new Sample(
                sample.id(),
                sample.file(),
                sample.label(),
                participant,
                recording,
                sample.ad(),
                sample.category(),
                sample.source(),
                sample.origin(),
                sample.demographics(),
                sample.rights(),
                sha);
    }

    @Test
    void splitsByCategoryInTheManifestsOrder() {
        Composition composition = compose(Condition.BASELINE);

        assertThat(composition.samples(Split.TRAIN)).isEqualTo(laboratory.subList(0, 20));
        assertThat(composition.samples(Split.VALIDATE)).isEqualTo(laboratory.subList(20, 40));
        assertThat(composition.samples(Split.TEST)).isEqualTo(laboratory.subList(40, 60));
        assertThat(composition.leakage().statement())
                .isEqualTo(
                        "No participant (of 3), no recording (of 6), no file content (of 60), no"
                                + " synthetic parent (of 0) occurs in more than one split.");
    }

    @Test
    void canBeTakenApartIntoManifestsAndSplits() {
        Manifest youtube = manifest("youtube", List.of(Samples.still("youtube/1", "y/1", true)));
        Composition composition = compose(Condition.BASELINE_YOUTUBE, youtube);

        assertThat(composition.manifests())
                .containsExactlyInAnyOrder(
                        new Manifest("baseline", laboratory, List.of()), youtube);
        assertThat(composition.splits()).hasSize(61);
        assertThat(composition.splits().get("youtube/1")).isEqualTo(Split.TRAIN);
        assertThat(composition.splits().get(laboratory.get(59).id())).isEqualTo(Split.TEST);
    }

    @Test
    void sourcesThatAreNotNeededAreIgnored() {
        Manifest youtube = manifest("youtube", List.of(Samples.still("youtube/1", "y/1", true)));

        assertThat(compose(Condition.BASELINE, youtube).counts().train().total()).isEqualTo(20);
        assertThat(compose(Condition.BASELINE_YOUTUBE, youtube).counts().train().total())
                .isEqualTo(21);
    }

    @Test
    void syntheticImagesOfValidationAndTestPeopleAreLeftOut() {
        Manifest synthetic =
                manifest(
                        "stylegan2",
                        List.of(
                                Samples.synthetic("stylegan2/1", "39", "39-A01-J", FOOD, true),
                                Samples.synthetic("stylegan2/2", "19", "19-A01-J", CAR, true),
                                Samples.synthetic("stylegan2/3", "19", "19-A02-J", CAR, false),
                                Samples.synthetic("stylegan2/4", "77", "77-A01-J", FOOD, true)));

        Composition composition = compose(Condition.BASELINE_STYLEGAN2, synthetic);

        assertThat(composition.samples(Split.TRAIN).subList(20, 21))
                .extracting(Sample::id)
                .containsExactly("stylegan2/1");
        assertThat(composition.counts().train().total()).isEqualTo(21);
        assertThat(composition.leftOut())
                .extracting(Problem::kind)
                .containsExactly(Kind.UNUSED, Kind.DANGLING_REFERENCE);
        assertThat(composition.leftOut().get(0).message())
                .isEqualTo(
                        "stylegan2: 2 images are left out: their parent recordings validate or"
                                + " test");
        assertThat(composition.leftOut().get(1).message()).contains("1 images", "77-A01-J");
    }

    @Test
    void imagesWithoutAUsableCategoryAreLeftOut() {
        for (int i = 0; i < 3; i++) {
            laboratory.add(
                    Samples.sample(
                            "baseline/x/" + i,
                            "baseline",
                            "50",
                            "x",
                            i == 0 ? Optional.empty() : Optional.of(new AdCategory("sports")),
                            true,
                            new Origin.StillImage("x")));
        }

        Composition composition = compose(Condition.BASELINE);

        assertThat(composition.counts().total()).isEqualTo(60);
        assertThat(composition.leftOut())
                .extracting(Problem::message)
                .containsExactly(
                        "baseline: 1 images are left out: no advertisement category is known (give"
                                + " the category in the source)",
                        "baseline: 2 images are left out: their category sports is in no split");
    }

    @Test
    void aParticipantInTwoSplitsStopsIt() {
        Sample sample = laboratory.get(45);
        replace(45, with(sample, "39", "39-A03-J", sample.sha256()));

        List<Problem> problems = refusal(Condition.BASELINE);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message())
                .contains("leak by participant: 1 of 3", "39 in train and test");
    }

    @Test
    void aRecordingInTwoSplitsStopsIt() {
        Sample still =
                Samples.sample(
                        "youtube/1",
                        "youtube",
                        "youtube/p1",
                        "1-A01-J",
                        Optional.empty(),
                        true,
                        new Origin.StillImage("1.png"));

        List<Problem> problems =
                refusal(Condition.BASELINE_YOUTUBE, Samples.manifest("youtube", List.of(still)));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message())
                .contains("leak by recording", "1-A01-J in train and validate");
    }

    @Test
    void identicalFilesInTwoSplitsStopIt() {
        Sample sample = laboratory.get(45);
        String same = laboratory.get(25).sha256();
        replace(45, with(sample, sample.participant(), sample.recording(), same));

        List<Problem> problems = refusal(Condition.BASELINE);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message())
                .contains("leak by file content", same + " in validate and test");
    }

    @Test
    void identicalFilesInOneSplitAreNoLeak() {
        Sample sample = laboratory.get(1);
        String same = laboratory.get(0).sha256();
        replace(1, with(sample, sample.participant(), sample.recording(), same));

        assertThat(compose(Condition.BASELINE).leakage().isClean()).isTrue();
    }

    @Test
    void aSyntheticImageInAnotherSplitThanItsParentStopsIt() {
        laboratory.add(
                Samples.sample(
                        "baseline/synthetic",
                        "baseline",
                        "19",
                        "19-synthetic",
                        Optional.of(CAR),
                        true,
                        new Origin.Synthetic("39-A01-J", Optional.empty(), "toy", 1)));

        List<Problem> problems = refusal(Condition.BASELINE);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message())
                .contains("leak by synthetic parent", "39-A01-J in train and test");
    }

    @Test
    void anAddedStillOfATestPersonStopsIt() {
        Manifest youtube = manifest("youtube", List.of(Samples.still("youtube/1", "19", true)));

        assertThat(refusal(Condition.BASELINE_YOUTUBE, youtube))
                .extracting(Problem::subject)
                .containsExactly("leak by participant");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        laboratory.subList(50, 60).clear();
        laboratory.subList(20, 40).clear();
        Sample sample = laboratory.get(25);
        replace(25, with(sample, "39", "39-A01-J", sample.sha256()));

        List<Problem> problems = refusal(Condition.ALL_SOURCES);

        assertThat(problems)
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Kind.MISSING, "source youtube"),
                        org.assertj.core.api.Assertions.tuple(Kind.MISSING, "source stylegan2"),
                        org.assertj.core.api.Assertions.tuple(Kind.TOO_FEW, "validate split"),
                        org.assertj.core.api.Assertions.tuple(Kind.TOO_FEW, "test split"),
                        org.assertj.core.api.Assertions.tuple(
                                Kind.DUPLICATE, "leak by participant"),
                        org.assertj.core.api.Assertions.tuple(Kind.DUPLICATE, "leak by recording"));
        assertThat(problems.get(3).message()).contains("10 images", "10 of them INTERESTED");
    }

    @Test
    void aMissingEvaluationSourceIsNamedOnce() {
        PlanException refused =
                catchThrowableOfType(
                        PlanException.class,
                        () ->
                                Composition.compose(
                                        Condition.BASELINE, CategorySplit.paper(), List.of()));

        assertThat(refused.problems())
                .extracting(Problem::subject)
                .containsExactly("source baseline");
    }

    @Test
    void twoManifestsOfOneSourceStopIt() {
        assertThat(refusal(Condition.BASELINE, manifest("baseline", laboratory)))
                .extracting(Problem::message)
                .containsExactly(
                        "source baseline: 2 manifests have that name (rename one of the sources)");
    }

    @Test
    void sampleIdsOfTwoSourcesThatMeetStopIt() {
        Manifest youtube =
                manifest("youtube", List.of(Samples.still("baseline/39-A01-J/0", "y", true)));
        List<Problem> problems = refusal(Condition.BASELINE_YOUTUBE, youtube);
        assertThat(problems.get(0).subject()).isEqualTo("sample baseline/39-A01-J/0");
    }

    @Test
    void itsFileHoldsEverythingAboutIt() throws IOException {
        laboratory.add(
                Samples.sample(
                        "baseline/x",
                        "baseline",
                        "50",
                        "x",
                        Optional.empty(),
                        true,
                        new Origin.StillImage("x")));
        Path file = folder.resolve("composition.json");

        CompositionFile.write(file, compose(Condition.BASELINE));

        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertThat(json.at("/format").asText()).isEqualTo("fer4j-composition");
        assertThat(json.at("/condition/id").asText()).isEqualTo("baseline");
        assertThat(json.at("/split/train/0").asText()).isEqualTo("food-market");
        assertThat(json.at("/counts/test/interested").asInt()).isEqualTo(10);
        assertThat(json.at("/counts/train/bySource/baseline/total").asInt()).isEqualTo(20);
        assertThat(json.at("/leakage").asText()).startsWith("No participant (of 3)");
        assertThat(json.at("/leftOut/0/kind").asText()).isEqualTo("UNKNOWN_CATEGORY");
        assertThat(json.at("/samples/TEST")).hasSize(20);
        assertThat(json.at("/samples/TRAIN/0").asText()).isEqualTo("baseline/39-A01-J/0");
    }
}
