package dev.fer4j.eval.report;

import dev.fer4j.core.Label;
import dev.fer4j.core.TrainingHistory.Epoch;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;

/**
 * The figures of a study, in the manner of the paper's figures 3, 4 and 5. A condition has the same
 * colour in all of them; with several category splits or seeds, each training has a line of its
 * own.
 */
public final class StudyFigures {

    private static final String LINES =
            " by epoch: training images as they were seen, augmented and with dropout (solid), and"
                    + " validation images after the epoch (dashed). A dot marks the epoch whose"
                    + " weights made the predictions.";

    private StudyFigures() {}

    /** All four: loss, accuracy, precision-recall, ROC. */
    public static List<Figure> all(StudyResult study) {
        return List.of(loss(study), accuracy(study), precisionRecall(study), roc(study));
    }

    /**
     * Loss by epoch (paper, figure 3): mean binary cross-entropy in nats, training solid and
     * validation dashed.
     */
    public static Figure loss(StudyResult study) {
        return new Figure(
                "loss",
                "Mean binary cross-entropy" + LINES,
                LearningCurves.draw(
                        study,
                        "Loss by epoch",
                        "Binary cross-entropy (nats)",
                        Epoch::trainLoss,
                        Epoch::validationLoss,
                        Double.MAX_VALUE));
    }

    /**
     * Accuracy by epoch (paper, figure 4): share of images that are right at probability 0.5,
     * training solid and validation dashed.
     */
    public static Figure accuracy(StudyResult study) {
        return new Figure(
                "accuracy",
                "Accuracy at probability 0.5" + LINES,
                LearningCurves.draw(
                        study,
                        "Accuracy by epoch",
                        "Accuracy (share of images)",
                        Epoch::trainAccuracy,
                        Epoch::validationAccuracy,
                        1));
    }

    /**
     * Precision against recall of the test images (paper, figure 5), in steps, with the average
     * precision and the line of a model without skill.
     */
    public static Figure precisionRecall(StudyResult study) {
        return new Figure(
                "pr",
                "Precision and recall of the class "
                        + Label.POSITIVE
                        + " on the test images, in steps: the area below a line is its average"
                        + " precision. A model that knows nothing runs along the dotted line, at"
                        + " the prevalence.",
                SkillCurves.precisionRecall(study));
    }

    /** The ROC curve of the test images (paper, figure 5), with its area and the diagonal. */
    public static Figure roc(StudyResult study) {
        return new Figure(
                "roc",
                "True and false positive rates of the class "
                        + Label.POSITIVE
                        + " on the test images. A model that knows nothing runs along the"
                        + " diagonal.",
                SkillCurves.roc(study));
    }
}
