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
record Watch(Optional<Double> best, int waited) {

    static final Watch NEW = new Watch(Optional.empty(), 0);

    Watch {
        requireNonNull(best);
    }

    /** After one more epoch, which improves if it is better than the best by more than that. */
    Watch after(TrainingHistory.Epoch epoch, TrainingMetric metric, double minChange) {
        Optional<Double> value = metric.of(epoch);
        boolean improved =
                value.isPresent()
                        && (best.isEmpty() || metric.gain(value.get(), best.get()) > minChange);
        return improved ? new Watch(value, 0) : new Watch(best, waited + 1);
    }

    /** Nobody has waited yet. */
    Watch anew() {
        return new Watch(best, 0);
    }
}
