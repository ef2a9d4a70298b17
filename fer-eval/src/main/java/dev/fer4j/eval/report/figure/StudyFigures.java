package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory.Epoch;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.comparison.StudyInference.Question;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The figures of a study, modelled on the paper's figures 3, 4 and 5. A condition has the same
 * colour in all of them; with several category splits or seeds, each training has its own line.
 * Control conditions are shown in separate figures, together with the condition that they control
 * for.
 */
public final class StudyFigures {

    private static final String LINES =
            " by epoch: training images as seen, augmented and with dropout, and validation images"
                    + " after the epoch. A dot marks the epoch whose weights made the predictions.";

    private StudyFigures() {}

    /**
     * Each condition against the reference: the difference of the test ROC AUC per image with its
     * interval over participants, one row for each condition and category split.
     *
     * @throws IllegalArgumentException if there is no such comparison
     */
    public static Figure differences(StudyPlan plan, StudyInference inference) {
        return new Figure(
                "differences",
                "Differences of the test ROC AUC per image to "
                        + plan.reference().title()
                        + intervals(plan),
                List.of(
                        ForestPlot.of(
                                plan,
                                "Against " + plan.reference().title(),
                                asked(plan, inference, Question.CONDITION_AGAINST_REFERENCE))),
                List.of());
    }

    private static String intervals(StudyPlan plan) {
        return plan.seeds().size() == 1
                ? ", with 95% intervals over the test participants; they do not include the"
                        + " variation between trainings. An interval that contains zero, the dotted"
                        + " line, is inconclusive."
                : ", with 95% intervals over test participants and training seeds. An interval that"
                        + " contains zero, the dotted line, is inconclusive.";
    }

    /** Each condition compared with its own controls, likewise; empty if there are none. */
    public static Optional<Figure> controlDifferences(StudyPlan plan, StudyInference inference) {
        List<Comparison> comparisons = asked(plan, inference, Question.CONDITION_AGAINST_CONTROL);
        return comparisons.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Figure(
                                "differences-to-controls",
                                "Differences of the test ROC AUC per image between conditions and"
                                        + " their own controls, which train as long"
                                        + intervals(plan),
                                List.of(ForestPlot.of(plan, "Against controls", comparisons)),
                                List.of()));
    }

    /** By condition, then by split. */
    private static List<Comparison> asked(
            StudyPlan plan, StudyInference inference, Question question) {
        return plan.conditions().stream()
                .flatMap(
                        condition ->
                                inference.comparisons().stream()
                                        .filter(c -> c.question() == question)
                                        .filter(c -> c.condition().equals(condition.id())))
                .toList();
    }

    /** Loss, accuracy, precision-recall and ROC, then those of {@link #controls}. */
    public static List<Figure> all(StudyResult study) {
        return Stream.concat(
                        Stream.of(loss(study), accuracy(study), precisionRecall(study), roc(study)),
                        controls(study).stream())
                .toList();
    }

    /** Loss and ROC of each condition with controls, together with these and the reference. */
    public static List<Figure> controls(StudyResult study) {
        List<Figure> figures = new ArrayList<>();
        StudyPlan plan = study.plan();
        for (Condition condition : plan.conditions()) {
            List<Condition> controls = plan.controlsOf(condition);
            if (!controls.isEmpty()) {
                Set<Condition> shown = new LinkedHashSet<>();
                shown.add(plan.reference());
                shown.add(condition);
                shown.addAll(controls);
                String about = " Shown is " + condition.title() + " beside its controls.";
                String name = condition.id() + "-controls";
                figures.add(loss("loss-" + name, about, study, List.copyOf(shown)));
                figures.add(roc("roc-" + name, about, study, List.copyOf(shown)));
            }
        }
        return figures;
    }

    /**
     * Loss by epoch (paper, figure 3): mean binary cross-entropy in nats, training solid and
     * validation dashed.
     */
    public static Figure loss(StudyResult study) {
        return loss("loss", "", study, study.plan().withoutControls());
    }

    private static Figure loss(
            String name, String about, StudyResult study, List<Condition> shown) {
        LearningCurves curves =
                new LearningCurves(
                        study, shown, "Binary cross-entropy (nats)", Double.MAX_VALUE / 2);
        return new Figure(
                name,
                "Mean binary cross-entropy" + LINES + seeds(study) + about,
                curves.plots(Epoch::trainLoss, Epoch::validationLoss),
                curves.legend());
    }

    /**
     * Accuracy by epoch (paper, figure 4): share of images classified correctly at threshold 0.5,
     * training solid and validation dashed.
     */
    public static Figure accuracy(StudyResult study) {
        LearningCurves curves =
                new LearningCurves(
                        study, study.plan().withoutControls(), "Accuracy (share of images)", 1);
        return new Figure(
                "accuracy",
                "Accuracy at probability 0.5" + LINES + seeds(study),
                curves.plots(Epoch::trainAccuracy, Epoch::validationAccuracy),
                curves.legend());
    }

    private static String bands(StudyResult study) {
        return study.plan().seeds().size() == 1
                ? " Bands contain 95% of the curves, point by point, when the test participants are"
                      + " resampled: they show the variation between people, not between trainings."
                : " A line is one training. Bands contain 95% of the trainings' mean curves, point"
                        + " by point, when the test participants are resampled.";
    }

    private static String seeds(StudyResult study) {
        int seeds = study.plan().seeds().size();
        return seeds == 1
                ? ""
                : " Lines are means over "
                        + seeds
                        + " training seeds, as far as they are still in training, and bands reach"
                        + " from the lowest to the highest of them.";
    }

    /**
     * Precision against recall of the test images (paper, figure 5), in steps, with the average
     * precision and the line of a no-skill model.
     */
    public static Figure precisionRecall(StudyResult study) {
        SkillCurves curves =
                new SkillCurves(
                        study, study.plan().withoutControls(), SkillCurve.Kind.PRECISION_RECALL);
        return new Figure(
                "pr",
                ("Precision and recall of the class %s on the test images, in "
                                + "steps: the area below a line is its average precision. A "
                                + "no-skill model runs along the dotted line, at the "
                                + "prevalence.%s")
                        .formatted(study.plan().labels().positive(), bands(study)),
                curves.plots(),
                curves.legend());
    }

    /** The ROC curve of the test images (paper, figure 5), with its area and the diagonal. */
    public static Figure roc(StudyResult study) {
        return roc("roc", "", study, study.plan().withoutControls());
    }

    private static Figure roc(String name, String about, StudyResult study, List<Condition> shown) {
        SkillCurves curves = new SkillCurves(study, shown, SkillCurve.Kind.ROC);
        return new Figure(
                name,
                ("True and false positive rates of the class %s on the test "
                                + "images. A no-skill model runs along the diagonal.%s%s")
                        .formatted(study.plan().labels().positive(), bands(study), about),
                curves.plots(),
                curves.legend());
    }
}
