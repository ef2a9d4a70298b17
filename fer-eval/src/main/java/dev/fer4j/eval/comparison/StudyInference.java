package dev.fer4j.eval.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.CrossedJackknife;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Holm;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A study's inference on differences between its conditions: valid procedures, and the paper's with
 * its warning. docs/adr/0010-default-inference.md explains which are the default, and why.
 *
 * @param positiveClass the class that scores and AUC refer to
 * @param conditions titles of the conditions, by id
 * @param aucs of every condition, with intervals, under each split and for each unit
 * @param comparisons each condition against the reference and against its own controls, and each
 *     control against the reference, under each split, per image
 * @param seeds analyses over training seeds, one for each split, per image
 * @param rotations the analysis over category splits, per image
 * @param paperProcedure the paper's analysis of variance; not a valid test
 */
@JsonPropertyOrder({
    "positiveClass",
    "metric",
    "conditions",
    "reading",
    "aucs",
    "comparisons",
    "seeds",
    "rotations",
    "paperProcedure"
})
public record StudyInference(
        String positiveClass,
        Map<String, String> conditions,
        List<ConditionAuc> aucs,
        List<Comparison> comparisons,
        List<SeedAnalysis> seeds,
        RotationAnalysis rotations,
        PaperAnova paperProcedure) {

    /**
     * A condition's test ROC AUC.
     *
     * @param condition the condition's id
     * @param split the category split's id
     * @param unit what counts as one case
     * @param participants the number of people that it rests on
     * @param trainings the number of trainings of the condition, over which the AUC is averaged
     * @param auc in [0, 1]
     * @param interval 95 % interval by the {@link CrossedJackknife}, on the logit scale
     */
    public record ConditionAuc(
            String condition,
            String split,
            EvaluationUnit unit,
            int participants,
            int trainings,
            Outcome auc,
            Finding<Interval> interval) {}

    /** The question that a comparison answers. Each question is a separate family of tests. */
    public enum Question {
        /** Is a condition better than the reference? */
        CONDITION_AGAINST_REFERENCE,
        /** Is a condition better than its own control, which is trained for as long? */
        CONDITION_AGAINST_CONTROL,
        /** Is a control better than the reference: does training longer matter? */
        CONTROL_AGAINST_REFERENCE
    }

    /**
     * A comparison of two conditions.
     *
     * @param question the question
     * @param condition the condition's id
     * @param reference the id of the condition that it is compared with
     * @param split the category split's id
     * @param trainings the number of trainings of each, with the same seeds
     * @param difference the difference of the mean ROC AUCs, per image
     * @param adjustedP the p-value corrected by {@link Holm} over all comparisons of this study
     *     that ask the same question and have a p-value; undefined where the p-value is
     */
    public record Comparison(
            Question question,
            String condition,
            String reference,
            String split,
            int trainings,
            AucDifference difference,
            Outcome adjustedP) {}

    public StudyInference {
        conditions = ImmutableMap.copyOf(conditions);
        aucs = List.copyOf(aucs);
        comparisons = List.copyOf(comparisons);
        seeds = List.copyOf(seeds);
    }

    /** The metric that is compared. */
    @JsonProperty("metric")
    public String metric() {
        return "ROC AUC of the test split, per image";
    }

    /** What these results can and cannot show, in sentences for readers of a report. */
    @JsonProperty("reading")
    public List<String> reading() {
        return InferenceWords.of(this);
    }

    /**
     * Computes all comparisons and analyses.
     *
     * @param study the result of all trainings
     * @param seed the seed for the resampling of the paper's procedure; nothing else is random
     * @throws IllegalArgumentException if conditions were tested on different samples
     */
    public static StudyInference of(StudyResult study, Seed seed) {
        StudyPlan plan = study.plan();
        return new StudyInference(
                plan.labels().positive(),
                plan.conditions().stream()
                        .collect(ImmutableMap.toImmutableMap(Condition::id, Condition::title)),
                aucs(study),
                new Comparisons(study).all(),
                plan.splits().stream()
                        .map(split -> SeedAnalysis.of(study, split, EvaluationUnit.IMAGE))
                        .toList(),
                RotationAnalysis.of(study, EvaluationUnit.IMAGE),
                PaperAnova.of(study, seed));
    }

    private static List<ConditionAuc> aucs(StudyResult study) {
        StudyPlan plan = study.plan();
        List<ConditionAuc> aucs = new ArrayList<>();
        for (CategorySplit split : plan.splits()) {
            for (EvaluationUnit unit : EvaluationUnit.values()) {
                TestAucs test = new TestAucs(study, split, unit);
                for (Condition condition : plan.conditions()) {
                    List<ClusteredMetric> trainings = test.metrics(condition);
                    aucs.add(
                            new ConditionAuc(
                                    condition.id(),
                                    split.id(),
                                    unit,
                                    trainings.get(0).clusters(),
                                    trainings.size(),
                                    test.mean(condition),
                                    CrossedJackknife.of(trainings)
                                            .flatMap(Estimate::shareInterval)));
                }
            }
        }
        return aucs;
    }

    /**
     * Writes it as JSON, for example as {@code anova.json}.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.writeString(file, Json.pretty(this));
    }
}
