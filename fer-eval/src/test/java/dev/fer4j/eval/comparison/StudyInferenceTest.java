package dev.fer4j.eval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.comparison.StudyInference.Question;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Holm;
import dev.fer4j.eval.inference.anova.Friedman;
import dev.fer4j.eval.inference.anova.OneWayAnova;
import dev.fer4j.eval.inference.anova.RepeatedMeasuresAnova;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
    void comparesEveryConditionWithTheReferenceInEverySplit() {
        StudyInference inference = StudyInference.of(study(2, 2), new Seed(1));

        assertThat(inference.comparisons()).hasSize(4);
        assertThat(inference.comparisons())
                .allSatisfy(
                        comparison -> {
                            assertThat(comparison.reference()).isEqualTo("baseline");
                            assertThat(comparison.question())
                                    .isEqualTo(Question.CONDITION_AGAINST_REFERENCE);
                            assertThat(comparison.trainings()).isEqualTo(2);
                        });
        assertThat(inference.aucs()).hasSize(2 * 3 * 3);
        assertThat(inference.seeds()).hasSize(2);
        assertThat(inference.rotations().splits()).isEqualTo(2);
        assertThat(inference.paperProcedure().runs()).hasSize(4);
    }

    @Test
    void aComparisonIsOfTheMeanOverTrainings() {
        StudyResult study = study(1, 3);
        double sum = 0;
        for (Seed seed : study.plan().seeds()) {
            sum +=
                    auc(study, Condition.BASELINE_YOUTUBE, seed)
                            - auc(study, Condition.BASELINE, seed);
        }

        Comparison youtube =
                StudyInference.of(study, new Seed(1)).comparisons().stream()
                        .filter(c -> c.condition().equals("baseline-youtube"))
                        .findFirst()
                        .orElseThrow();

        assertThat(youtube.difference().difference().value().orElseThrow())
                .isCloseTo(sum / 3, within(1e-12));
    }

    private static double auc(StudyResult study, Condition condition, Seed seed) {
        Predictions test = study.of(condition, CategorySplit.paper(), seed).test();
        return ClusteredMetric.auc(test, Clusters.participants(test)).value().value().orElseThrow();
    }

    @Test
    void pIsAdjustedWithinAQuestion() {
        StudyInference inference = StudyInference.of(MadeUpStudy.withControls(1), new Seed(1));

        for (Question question : Question.values()) {
            List<Comparison> family =
                    inference.comparisons().stream().filter(c -> c.question() == question).toList();
            double[] adjusted =
                    Holm.adjust(
                            family.stream()
                                    .mapToDouble(
                                            c -> c.difference().test().result().orElseThrow().p())
                                    .toArray());
            assertThat(family.stream().mapToDouble(c -> c.adjustedP().value().orElseThrow()))
                    .containsExactly(Arrays.stream(adjusted).boxed().toArray(Double[]::new));
        }
    }

    @Test
    void intervalAndTestAgree() {
        assertThat(StudyInference.of(MadeUpStudy.withControls(1), new Seed(1)).comparisons())
                .allSatisfy(
                        comparison -> {
                            AucDifference difference = comparison.difference();
                            boolean excludesZero =
                                    difference.isAboveZero() || difference.isBelowZero();
                            double p = difference.test().result().orElseThrow().p();
                            assertThat(p < 0.05).isEqualTo(excludesZero);
                        });
    }

    @Test
    void oneSeedAndOneSplitHaveNoAnalysisOverThem() {
        StudyInference inference = StudyInference.of(study(1, 1), new Seed(1));

        assertThat(inference.seeds().get(0).repeatedMeasures())
                .isEqualTo(
                        Finding.undefined(
                                "needs at least two training seeds per condition; this study has"
                                        + " one"));
        assertThat(inference.rotations().friedman())
                .isEqualTo(
                        Finding.undefined(
                                "needs at least two category splits; this study has one"));
        assertThat(inference.reading())
                .anySatisfy(text -> assertThat(text).contains("was trained once"))
                .anySatisfy(text -> assertThat(text).contains("One split was run"))
                .anySatisfy(text -> assertThat(text).contains("With 8 test participants"));
    }

    @Test
    void seedsAreBlocksAndObservations() {
        SeedAnalysis seeds =
                SeedAnalysis.of(study(1, 3), CategorySplit.paper(), EvaluationUnit.IMAGE);

        OneWayAnova oneWay = seeds.oneWay().result().orElseThrow();
        RepeatedMeasuresAnova paired = seeds.repeatedMeasures().result().orElseThrow();
        assertThat(oneWay.dfBetween()).isEqualTo(2);
        assertThat(oneWay.dfWithin()).isEqualTo(6);
        assertThat(paired.dfConditions()).isEqualTo(2);
        assertThat(paired.dfError()).isEqualTo(4);
        assertThat(seeds.pairs().result().orElseThrow().pairs()).hasSize(3);
        assertThat(seeds.conditions())
                .containsExactly("baseline", "baseline-youtube", "baseline-stylegan2");
    }

    @Test
    void rotationsAreBlocks() {
        StudyInference inference = StudyInference.of(study(6, 1), new Seed(1));

        Friedman friedman = inference.rotations().friedman().result().orElseThrow();
        assertThat(friedman.blocks()).isEqualTo(6);
        assertThat(friedman.conditions()).isEqualTo(3);
        assertThat(friedman.isExact()).isTrue();
        assertThat(inference.rotations().pairs().result().orElseThrow().pairs()).hasSize(3);
        assertThat(inference.reading())
                .anySatisfy(text -> assertThat(text).startsWith("6 rotations were run"));
    }

    @Test
    void everyUnitHasAnIntervalAroundItsAuc() {
        assertThat(StudyInference.of(study(1, 1), new Seed(1)).aucs())
                .allSatisfy(
                        auc ->
                                auc.interval()
                                        .result()
                                        .ifPresent(
                                                interval ->
                                                        assertThat(
                                                                        interval.contains(
                                                                                auc.auc()
                                                                                        .value()
                                                                                        .orElseThrow()))
                                                                .isTrue()))
                .filteredOn(auc -> auc.unit() == EvaluationUnit.IMAGE)
                .allSatisfy(auc -> assertThat(auc.interval().result()).isPresent());
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
                        "reading",
                        "aucs",
                        "comparisons",
                        "seeds",
                        "rotations",
                        "paperProcedure");
        assertThat(json.at("/positiveClass").asText()).isEqualTo("INTERESTED");
        assertThat(json.at("/conditions/baseline-youtube").asText())
                .isEqualTo("Baseline + YouTube");
        assertThat(json.at("/paperProcedure/warning").asText()).isEqualTo(PaperAnova.WARNING);
        assertThat(json.at("/paperProcedure/runs/0/anova/dfWithin").asInt()).isEqualTo(297);
        assertThat(json.at("/comparisons/1/condition").asText()).isEqualTo("baseline-stylegan2");
        assertThat(json.at("/comparisons/1/difference/interval/lower").isNumber()).isTrue();
        assertThat(json.at("/comparisons/1/difference/test/p").isNumber()).isTrue();
        assertThat(json.at("/comparisons/1/adjustedP/value").isNumber()).isTrue();
        assertThat(json.at("/seeds/0/oneWay/undefinedBecause").asText())
                .startsWith("needs at least two training seeds");
        assertThat(json.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void comparesConditionsWithTheirOwnControlsToo() {
        StudyInference inference = StudyInference.of(MadeUpStudy.withControls(1), new Seed(1));

        assertThat(inference.comparisons()).hasSize(12 + 9);
        assertThat(inference.comparisons())
                .filteredOn(comparison -> comparison.condition().equals("baseline-youtube"))
                .extracting(Comparison::reference)
                .containsExactly(
                        "baseline",
                        "baseline-duplicates-of-size-baseline-youtube",
                        "baseline-augmented-of-size-baseline-youtube",
                        "baseline-updates-of-size-baseline-youtube");
        assertThat(inference.comparisons())
                .extracting(Comparison::question)
                .containsOnly(Question.values())
                .filteredOn(question -> question == Question.CONDITION_AGAINST_CONTROL)
                .hasSize(9);
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
