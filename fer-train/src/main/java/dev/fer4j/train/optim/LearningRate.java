package dev.fer4j.train.optim;

import static com.google.common.base.Preconditions.checkArgument;

/** The learning rate of each update. */
@FunctionalInterface
public interface LearningRate {

    /**
     * The rate of an update.
     *
     * @param epoch from 1
     * @param progress share of the epoch's updates that are done, in [0, 1)
     */
    double at(int epoch, double progress);

    /**
     * Exponential decay, in steps of an epoch: {@code initial · decay^(epoch − 1)}. The paper
     * starts at 1e-4 and gives no decay rate.
     *
     * @param initial rate of the first epoch, above 0
     * @param decay factor from epoch to epoch, in (0, 1]
     */
    record Exponential(double initial, double decay) implements LearningRate {
        /** Checks the ranges. */
        public Exponential {
            checkArgument(
                    initial > 0 && initial < Double.POSITIVE_INFINITY,
                    "learning rate %s is not above 0",
                    initial);
            checkArgument(decay > 0 && decay <= 1, "decay %s is not in (0, 1]", decay);
        }

        @Override
        public double at(int epoch, double progress) {
            return initial * Math.pow(decay, epoch - 1);
        }
    }
}
