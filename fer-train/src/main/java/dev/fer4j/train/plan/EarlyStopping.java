package dev.fer4j.train.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingMetric;
import java.util.Optional;

/**
 * Decides when training ends before its last epoch, and which epoch is the best one.
 *
 * <p>Epochs are compared with the best one so far, not with the previous one. The best epoch is the
 * one with the best value, by any margin; the minimum change matters only for patience. An
 * undefined value is not an improvement. With {@link TrainingMetric#EPOCH} the last epoch is the
 * best, and training never ends before it.
 *
 * @param metric the metric to monitor
 * @param patience a phase ends after this many epochs in a row without improvement, at least 1
 * @param minChange minimum change: improvements must be larger than this, 0 or more
 * @param warmUp number of initial epochs of a phase that do not use up patience, 0 or more; one of
 *     them can be the best
 */
public record EarlyStopping(TrainingMetric metric, int patience, double minChange, int warmUp) {

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
     * Monitors the validation loss, as in the paper, and counts any improvement.
     *
     * @param patience number of epochs without improvement, which the paper does not state
     */
    public static EarlyStopping onValidationLoss(int patience) {
        return new EarlyStopping(TrainingMetric.VALIDATION_LOSS, patience, 0, 0);
    }

    public EarlyStopping withMetric(TrainingMetric watched) {
        return new EarlyStopping(watched, patience, minChange, warmUp);
    }

    /** Returns a copy with a different minimum change. */
    public EarlyStopping withMinChange(double change) {
        return new EarlyStopping(metric, patience, change, warmUp);
    }

    /** Returns a copy with a different number of initial epochs that do not use up patience. */
    public EarlyStopping withWarmUp(int epochs) {
        return new EarlyStopping(metric, patience, minChange, epochs);
    }

    public EarlyStopping withPatience(int epochs) {
        return new EarlyStopping(metric, epochs, minChange, warmUp);
    }

    /**
     * Whether an epoch is the best one so far: its value is better than the previous best, by any
     * margin. The first epoch always is; a later one with an undefined value is not.
     */
    public boolean isBest(TrainingHistory.Epoch ended, Optional<TrainingHistory.Epoch> bestBefore) {
        if (bestBefore.isEmpty()) {
            return true;
        }
        Optional<Double> before = metric.of(bestBefore.get());
        Optional<Double> now = metric.of(ended);
        return now.isPresent() && (before.isEmpty() || metric.gain(now.get(), before.get()) > 0);
    }

    /**
     * Returns the patience used up after one more epoch.
     *
     * @param epochOfPhase number of the epoch in its phase, from 1
     */
    public Patience after(TrainingHistory.Epoch ended, int epochOfPhase, Patience before) {
        Patience after = before.after(ended, metric, minChange);
        return epochOfPhase <= warmUp ? after.anew() : after;
    }

    /** Whether the phase ends, because patience is used up. */
    public boolean isExhausted(Patience now) {
        return now.waited() >= patience;
    }
}
