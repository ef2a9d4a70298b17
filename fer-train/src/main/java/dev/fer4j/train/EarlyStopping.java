package dev.fer4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.TrainingMetric;

/**
 * When training ends before its last epoch, and which epoch is the best one.
 *
 * <p>Epochs are compared with the best one so far, not with the one before. The best epoch is that
 * with the best value, by whatever margin; only waiting knows a smallest change. Where the metric
 * is undefined, nothing has improved.
 *
 * @param metric what is watched
 * @param patience a phase ends after this many epochs in a row without improvement, at least 1
 * @param minChange what counts as improvement: more than this, 0 or more
 * @param warmUp first epochs of a phase that do not count, 0 or more. They can be the best
 */
public record EarlyStopping(TrainingMetric metric, int patience, double minChange, int warmUp) {

    /** Checks the ranges. */
    public EarlyStopping {
        requireNonNull(metric);
        checkArgument(patience >= 1, "patience %s is not at least 1", patience);
        checkArgument(
                minChange >= 0 && minChange < Double.POSITIVE_INFINITY,
                "minChange %s is negative or not a number",
                minChange);
        checkArgument(warmUp >= 0, "warmUp %s is negative", warmUp);
    }

    /**
     * On the validation loss, as in the paper, with any change counting.
     *
     * @param patience epochs without improvement, of which the paper is silent
     */
    public static EarlyStopping onValidationLoss(int patience) {
        return new EarlyStopping(TrainingMetric.VALIDATION_LOSS, patience, 0, 0);
    }

    /** Returns a copy with a different patience. */
    public EarlyStopping withPatience(int epochs) {
        return new EarlyStopping(metric, epochs, minChange, warmUp);
    }
}
