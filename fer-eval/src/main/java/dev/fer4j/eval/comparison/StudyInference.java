package dev.fer4j.eval.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.WholeFile;
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
 * What a study says about differences between its conditions: the paper's procedure with its
 * warning, and those that mean something. Which of them are the default, and why, is in
 * docs/adr/0010-default-inference.md.
 *
 * @param positiveClass the class that scores and AUC refer to
 * @param conditions their titles, by id
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
     * @param participants how many people are behind it
     * @param trainings how often the condition was trained; the AUC is the mean over them
     * @param auc in [0, 1]
     * @param interval at 95 %: the {@link CrossedJackknife}'s, on the logit scale
     */
    public record ConditionAuc(
            String condition,
            String split,
            EvaluationUnit unit,
            int participants,
            int trainings,
            Outcome auc,
            Finding<Interval> interval) {}

    /** What a comparison asks. Each question is a family of tests of its own. */
    public enum Question {
        /** Is a condition better than the reference? */
        CONDITION_AGAINST_REFERENCE,
        /** Is a condition better than its own control, which trains as long? */
        CONDITION_AGAINST_CONTROL,
        /** Is a control better than the reference: does training longer matter? */
        CONTROL_AGAINST_REFERENCE
    }

    /**
     * One condition against another.
     *
     * @param question what is asked
     * @param condition the condition's id
     * @param reference the id of the condition that it is compared with
     * @param split the category split's id
     * @param trainings how often both were trained, with the same seeds
     * @param difference of the mean ROC AUC, per image
     * @param adjustedP its p by {@link Holm}, over all comparisons of this study that ask the same
     *     question, those without a p left out; undefined where p is
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

    /** What is compared. */
    @JsonProperty("metric")
    public String metric() {
        return "ROC AUC of the test split, per image";
    }

    /** What all of it can and cannot say, in sentences for the reader of a report. */
    @JsonProperty("reading")
    public List<String> reading() {
        return InferenceWords.of(this);
    }

    /**
     * Computes everything.
     *
     * @param study the result of all trainings
     * @param seed of the resampling of the paper's procedure; nothing else is random
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
