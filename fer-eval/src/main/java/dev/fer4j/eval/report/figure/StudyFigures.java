package dev.fer4j.eval.report.figure;

import dev.fer4j.core.Label;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.comparison.StudyInference.Question;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of a study, modelled on the paper's figures 3, 4 and 5. Each plot shows one condition
 * beside what it is compared with, so that bands stay apart whatever the number of conditions: one
 * plot for two conditions, small multiples on the same axes for more. A condition has the same
 * colour in all figures. Controls are shown in separate figures, beside the condition that they
 * control for.
 */
public final class StudyFigures {

    private static final String LINES =
            " by epoch: validation images after the epoch, solid, and training images as seen,"
                    + " augmented and with dropout, dashed. A dot marks the epoch whose weights"
                    + " made the predictions; its value on validation images is given.";

    private static final String DOTTED_LINE =
            " An interval that contains zero, the dotted line, is inconclusive. Intervals are not"
                    + " corrected for the number of comparisons; the findings are, by Holm's"
                    + " method.";

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
                        + " variation between trainings."
                        + DOTTED_LINE
                : ", with 95% intervals over test participants and training seeds." + DOTTED_LINE;
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

    /** Loss, accuracy, precision-recall, ROC and reliability, then those of {@link #controls}. */
    public static List<Figure> all(StudyResult study, StudyInference inference) {
        return Stream.concat(
                        Stream.of(
                                loss(study),
                                accuracy(study),
                                precisionRecall(study, inference),
                                roc(study, inference),
                                reliability(study)),
                        controls(study, inference).stream())
                .toList();
    }

    /** Loss and ROC of each condition with controls, beside the reference and each control. */
    public static List<Figure> controls(StudyResult study, StudyInference inference) {
        List<Figure> figures = new ArrayList<>();
        StudyPlan plan = study.plan();
        for (Condition condition : plan.conditions()) {
            if (!plan.controlsOf(condition).isEmpty()) {
                Panels panels = new Panels(plan, Panel.ofControls(plan, condition));
                String about = " Shown is " + condition.title() + " beside its controls.";
                String name = condition.id() + "-controls";
                figures.add(loss("loss-" + name, about, study, panels));
                figures.add(roc("roc-" + name, about, study, inference, panels));
            }
        }
        return figures;
    }

    /**
     * Loss by epoch (paper, figure 3): mean binary cross-entropy in nats, validation solid and
     * training dashed.
     */
    public static Figure loss(StudyResult study) {
        return loss("loss", "", study, main(study));
    }

    private static Figure loss(String name, String about, StudyResult study, Panels panels) {
        return panels.figure(
                name,
                "Mean binary cross-entropy" + LINES + seeds(study) + about,
                new LearningCurves(study, panels.shown(), LearningCurves.Quantity.LOSS));
    }

    /**
     * Accuracy by epoch (paper, figure 4): share of images classified correctly at threshold 0.5,
     * validation solid and training dashed.
     */
    public static Figure accuracy(StudyResult study) {
        Panels panels = main(study);
        return panels.figure(
                "accuracy",
                "Accuracy at probability 0.5" + LINES + seeds(study),
                new LearningCurves(study, panels.shown(), LearningCurves.Quantity.ACCURACY));
    }

    private static Panels main(StudyResult study) {
        return new Panels(study.plan(), Panel.of(study.plan()));
    }

    private static String bands(StudyResult study) {
        return (study.plan().seeds().size() == 1
                        ? " Bands contain 95% of the curves, point by point, when the test"
                                + " participants are resampled: they show the variation between"
                                + " people, not between trainings."
                        : " A line is one training. Bands contain 95% of the trainings' mean"
                                + " curves, point by point, when the test participants are"
                                + " resampled.")
                + (study.plan().withoutControls().size() == 1
                        ? ""
                        : " Two conditions whose bands overlap can still differ, since both were"
                                + " tested on the same people: see the differences with their"
                                + " intervals.");
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
    public static Figure precisionRecall(StudyResult study, StudyInference inference) {
        return main(study)
                .figure(
                        "pr",
                        ("Precision and recall of the class %s on the test images, in steps: the"
                                        + " area below a line is its average precision. A no-skill"
                                        + " model runs along the dotted line, at the prevalence.%s")
                                .formatted(study.plan().labels().positive(), bands(study)),
                        new SkillCurves(study, inference, SkillCurve.Kind.PRECISION_RECALL));
    }

    /** The ROC curve of the test images (paper, figure 5), with its area and the diagonal. */
    public static Figure roc(StudyResult study, StudyInference inference) {
        return roc("roc", "", study, inference, main(study));
    }

    private static Figure roc(
            String name, String about, StudyResult study, StudyInference inference, Panels panels) {
        return panels.figure(
                name,
                ("True and false positive rates of the class %s on the test images. A no-skill"
                                + " model runs along the diagonal. In parentheses: 95%% intervals"
                                + " of the area, as in the tables.%s%s")
                        .formatted(study.plan().labels().positive(), bands(study), about),
                new SkillCurves(study, inference, SkillCurve.Kind.ROC));
    }

    /** The share of positive test images by predicted probability. */
    public static Figure reliability(StudyResult study) {
        int seeds = study.plan().seeds().size();
        return main(study)
                .figure(
                        "reliability",
                        "Share of "
                                + study.plan().labels().inWords(Label.POSITIVE)
                                + " test images by predicted probability, in "
                                + UnitMetrics.BINNING.title()
                                + ReliabilityCurves.reading("images")
                                + " ECE: expected calibration error."
                                + (seeds == 1
                                        ? ""
                                        : " The predictions of all "
                                                + seeds
                                                + " trainings are pooled; the error is their"
                                                + " mean."),
                        new ReliabilityCurves(study));
    }
}
