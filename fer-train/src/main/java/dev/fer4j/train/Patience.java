package dev.fer4j.train;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.TrainingHistory;
import dev.fer4j.core.TrainingMetric;
import java.util.Optional;

/**
 * For how long a metric has not improved.
 *
 * @param best its best value, if it has had one
 * @param waited epochs since then
 */
record Patience(Optional<Double> best, int waited) {

    static final Patience NEW = new Patience(Optional.empty(), 0);

    Patience {
        requireNonNull(best);
    }

    /** After one more epoch, which improves if it is better than the best by more than that. */
    Patience after(TrainingHistory.Epoch epoch, TrainingMetric metric, double minChange) {
        Optional<Double> value = metric.of(epoch);
        boolean improved =
                value.isPresent()
                        && (best.isEmpty() || metric.gain(value.get(), best.get()) > minChange);
        return improved ? new Patience(value, 0) : new Patience(best, waited + 1);
    }

    /** Nobody has waited yet. */
    Patience anew() {
        return new Patience(best, 0);
    }
}
