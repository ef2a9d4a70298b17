package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyInferenceTest {

    private static StudyResult study(int splits, int seeds) {
        return MadeUpStudy.of(
                new StudyPlan(
                        Condition.STANDARD.subList(0, 3),
                        CategorySplit.rotations(
                                        AdCategory.FOOD_MARKET,
                                        AdCategory.COSMETICS_FASHION,
                                        AdCategory.CAR_TECHNOLOGY)
                                .subList(0, splits),
                        List.of(new Seed(1), new Seed(2), new Seed(3)).subList(0, seeds)),
                1);
    }

    @Test
    void comparesEveryConditionWithTheReferenceInEverySplitAndSeed() {
        StudyInference inference = StudyInference.of(study(2, 2), new Seed(1));

        assertThat(inference.participantBootstrap()).hasSize(8);
        assertThat(inference.participantBootstrap())
                .allSatisfy(comparison -> assertThat(comparison.reference()).isEqualTo("baseline"));
        assertThat(inference.paperProcedure().runs()).hasSize(4);
        assertThat(inference.seedAnova()).hasSize(2);
    }

    @Test
    void oneSeedHasNoSeedAnova() {
        assertThat(StudyInference.of(study(1, 1), new Seed(1)).seedAnova())
                .containsExactly(
                        new SeedAnova(
                                CategorySplit.PAPER.id(),
                                new OneWayAnova.Undefined(
                                        "needs at least two training seeds per condition; this"
                                                + " study has one")));
    }

    @Test
    void seedsAreTheObservations() {
        OneWayAnova.Result result =
                (OneWayAnova.Result) SeedAnova.of(study(1, 3), CategorySplit.PAPER).anova();

        assertThat(result.dfBetween()).isEqualTo(2);
        assertThat(result.dfWithin()).isEqualTo(6);
    }

    @Test
    void writesPositiveClassWarningDifferencesAndReason(@TempDir Path folder) throws IOException {
        StudyInference.of(study(1, 1), new Seed(1)).write(folder.resolve("anova.json"));

        JsonNode json = new ObjectMapper().readTree(folder.resolve("anova.json").toFile());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "positiveClass",
                        "metric",
                        "conditions",
                        "paperProcedure",
                        "participantBootstrap",
                        "seedAnova");
        assertThat(json.at("/positiveClass").asText()).isEqualTo("INTERESTED");
        assertThat(json.at("/conditions/baseline-youtube").asText())
                .isEqualTo("Baseline + YouTube");
        assertThat(json.at("/paperProcedure/warning").asText()).isEqualTo(PaperAnova.WARNING);
        assertThat(json.at("/paperProcedure/runs/0/anova/dfWithin").asInt()).isEqualTo(297);
        assertThat(json.at("/participantBootstrap/1/condition").asText())
                .isEqualTo("baseline-stylegan2");
        assertThat(json.at("/participantBootstrap/1/difference/lower/value").isNumber()).isTrue();
        assertThat(json.at("/seedAnova/0/anova/undefinedBecause").asText())
                .startsWith("needs at least two training seeds");
    }

    @Test
    void comparesConditionsWithTheirOwnControlsToo() {
        StudyInference inference = StudyInference.of(MadeUpStudy.withControls(1), new Seed(1));

        assertThat(inference.participantBootstrap()).hasSize(12 + 9);
        assertThat(inference.participantBootstrap())
                .filteredOn(comparison -> comparison.condition().equals("baseline-youtube"))
                .extracting(StudyInference.Comparison::reference)
                .containsExactly(
                        "baseline",
                        "baseline-duplicates-of-size-baseline-youtube",
                        "baseline-augmented-of-size-baseline-youtube",
                        "baseline-updates-of-size-baseline-youtube");
    }

    @Test
    void thePapersProcedureKnowsNoControls() {
        PaperAnova paper =
                StudyInference.of(MadeUpStudy.withControls(1), new Seed(1)).paperProcedure();

        assertThat(paper)
                .isEqualTo(
                        StudyInference.of(MadeUpStudy.standard(1), new Seed(1)).paperProcedure());
    }
}
