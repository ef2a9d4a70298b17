package dev.fer4j.eval.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How much better models are on seen than on unseen data, in ROC AUC, which does not depend on
 * prevalence. See {@link Gap} for what is compared.
 *
 * <p>{@link Gap#CONTENT} answers the paper's question most directly: the same people, once with
 * content of a category that was trained on while they were held out, once with that category
 * unseen. It needs a plan with rotations and with held-out people ({@code
 * plan.withRotations().withSeen(…)}).
 *
 * @param positiveClass the class that AUCs refer to
 * @param unit what counts as one case
 * @param trainings the AUCs of every training, in the plan's order
 * @param gaps the gaps of every condition, for each split and overall, averaged over training seeds
 */
@JsonPropertyOrder({"positiveClass", "metric", "unit", "reading", "trainings", "gaps"})
public record GeneralizationGap(
        String positiveClass,
        EvaluationUnit unit,
        List<TrainingAucs> trainings,
        List<GapEstimate> gaps) {

    public GeneralizationGap {
        trainings = List.copyOf(trainings);
        gaps = List.copyOf(gaps);
    }

    /** The metric that is compared. */
    @JsonProperty("metric")
    public String metric() {
        return "ROC AUC";
    }

    /** What the gaps can and cannot show, in sentences for readers of a report. */
    @JsonProperty("reading")
    public List<String> reading() {
        List<String> sentences = new ArrayList<>();
        for (Gap gap : Gap.values()) {
            sentences.add(gap.name() + ": " + gap.words() + ".");
        }
        sentences.add(
                "TRAINING, VALIDATION and SEEN compare different people, so they also contain"
                        + " differences in how hard these faces are to read. CONTENT and SELECTION"
                        + " compare the same people in two roles.");
        sentences.add(
                "Intervals over both cover other people and other trainings; those over people"
                    + " treat the trained models as fixed, those over training seeds the people."
                    + " None covers further categories.");
        return sentences;
    }

    /** Computes all gaps per image. */
    public static GeneralizationGap of(StudyResult study) {
        return of(study, EvaluationUnit.IMAGE);
    }

    /**
     * Computes all gaps.
     *
     * @param unit what counts as one case; training images are recorded per image only, so {@link
     *     Gap#TRAINING} is undefined for other units
     */
    public static GeneralizationGap of(StudyResult study, EvaluationUnit unit) {
        List<GapEstimate> gaps = new ArrayList<>();
        for (Condition condition : study.plan().conditions()) {
            ConditionGaps of = new ConditionGaps(study, condition, unit);
            gaps.addAll(of.training());
            gaps.addAll(of.validation());
            gaps.addAll(of.seen());
            gaps.addAll(of.content());
            gaps.addAll(of.selection());
        }
        return new GeneralizationGap(
                study.plan().labels().positive(),
                unit,
                study.cells().stream().map(result -> TrainingAucs.of(result, unit)).toList(),
                gaps);
    }

    /** The gaps of one kind and condition, ending with the overall mean. */
    public List<GapEstimate> of(Gap gap, Condition condition) {
        return gaps.stream()
                .filter(one -> one.gap() == gap && one.condition().equals(condition.id()))
                .toList();
    }

    /**
     * Writes it as JSON, for example as {@code gaps.json}.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.writeString(file, Json.pretty(this));
    }
}
