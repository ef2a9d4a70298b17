package dev.fer4j.train.plan;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingMetric;
import java.util.Optional;

/**
 * The state of early stopping: how long a metric has not improved.
 *
 * @param best its best value so far, if any
 * @param waited number of epochs since then
 */
public record Patience(Optional<Double> best, int waited) {

    public static final Patience NEW = new Patience(Optional.empty(), 0);

    public Patience {
        requireNonNull(best);
    }

    /**
     * Returns the state after one more epoch, which is an improvement if better than the best by
     * more than {@code minChange}.
     */
    public Patience after(TrainingHistory.Epoch epoch, TrainingMetric metric, double minChange) {
        Optional<Double> value = metric.of(epoch);
        boolean improved =
                value.isPresent()
                        && (best.isEmpty() || metric.gain(value.get(), best.get()) > minChange);
        return improved ? new Patience(value, 0) : new Patience(best, waited + 1);
    }

    /** Returns the state before the first epoch. */
    public Patience anew() {
        return new Patience(best, 0);
    }
}
