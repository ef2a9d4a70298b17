package dev.fer4j.eval.gap;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import java.util.Optional;

/**
 * The ROC AUCs of one training.
 *
 * @param condition the condition's id
 * @param split the category split's id
 * @param seed the training seed
 * @param training of the training images in the epoch whose weights were kept, per image; see
 *     {@link Gap#TRAINING}
 * @param validation of the validation split
 * @param seen of held-out people of the training categories
 * @param test of the test split
 */
public record TrainingAucs(
        String condition,
        String split,
        long seed,
        Outcome training,
        Outcome validation,
        Outcome seen,
        Outcome test) {

    private static final Outcome NOBODY =
            Outcome.undefined("no one in the training categories was held out");

    static TrainingAucs of(CellResult result, EvaluationUnit unit) {
        return new TrainingAucs(
                result.cell().condition().id(),
                result.cell().split().id(),
                result.cell().seed().value(),
                training(result.history(), unit),
                auc(result.validation(), unit),
                result.seen().map(seen -> auc(seen, unit)).orElse(NOBODY),
                auc(result.test(), unit));
    }

    private static Outcome training(TrainingHistory history, EvaluationUnit unit) {
        if (unit != EvaluationUnit.IMAGE) {
            return Outcome.undefined("training results are recorded per image only");
        }
        if (history.epochs().isEmpty()) {
            return Outcome.undefined("nothing was trained");
        }
        Optional<Double> auc = history.best().trainAuc();
        return auc.map(Outcome::of)
                .orElseGet(
                        () ->
                                Outcome.undefined(
                                        "the training images are of one class, or their ROC AUC"
                                                + " was not recorded"));
    }

    private static Outcome auc(Predictions predictions, EvaluationUnit unit) {
        Predictions cases = unit.aggregate(predictions);
        return RocCurve.of(cases.positives(), cases.probabilities()).auc();
    }
}
