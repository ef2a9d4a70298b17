package dev.fer4j.train.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingMetric;
import java.util.Optional;

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

    /** This rule on another metric. */
    public EarlyStopping withMetric(TrainingMetric watched) {
        return new EarlyStopping(watched, patience, minChange, warmUp);
    }

    /** This rule with another smallest change that counts as improvement. */
    public EarlyStopping withMinChange(double change) {
        return new EarlyStopping(metric, patience, change, warmUp);
    }

    /** This rule with another number of first epochs in which nobody waits. */
    public EarlyStopping withWarmUp(int epochs) {
        return new EarlyStopping(metric, patience, minChange, epochs);
    }

    /** This rule with another patience. */
    public EarlyStopping withPatience(int epochs) {
        return new EarlyStopping(metric, epochs, minChange, warmUp);
    }

    /**
     * Whether an epoch is the best one so far: its value is better than that of the best before, by
     * whatever margin. The first epoch is; one whose value is undefined is not, but for the first.
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
     * How long nothing has improved, one epoch later.
     *
     * @param epochOfPhase the epoch's place in its phase, from 1; nobody waits in the warm-up
     */
    public Patience after(TrainingHistory.Epoch ended, int epochOfPhase, Patience before) {
        Patience after = before.after(ended, metric, minChange);
        return epochOfPhase <= warmUp ? after.anew() : after;
    }

    /** Whether the phase ends: so many epochs in a row have not improved. */
    public boolean isExhausted(Patience now) {
        return now.waited() >= patience;
    }
}
