package dev.fer4j.train.optim;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.design.TrainingMetric;
import java.util.Optional;

/**
 * A learning rate schedule: a function of the epoch and the update's index in it. Either a schedule
 * of this library or a custom rule ({@link #of}).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LearningRate.Constant.class, name = "constant"),
    @JsonSubTypes.Type(value = LearningRate.Exponential.class, name = "exponential"),
    @JsonSubTypes.Type(value = LearningRate.ExponentialBySteps.class, name = "exponential-steps"),
    @JsonSubTypes.Type(value = LearningRate.Step.class, name = "step"),
    @JsonSubTypes.Type(value = LearningRate.Cosine.class, name = "cosine"),
    @JsonSubTypes.Type(value = LearningRate.Plateau.class, name = "plateau"),
    @JsonSubTypes.Type(value = LearningRate.WarmUp.class, name = "warm-up"),
    @JsonSubTypes.Type(value = LearningRate.Own.class, name = "own")
})
public sealed interface LearningRate {

    /**
     * Returns the learning rate of an update. Epochs are counted from the beginning of a training
     * phase.
     *
     * @param epoch the epoch, from 1
     * @param step index of the update in the epoch, from 0
     * @param steps number of updates in an epoch
     */
    double at(int epoch, int step, int steps);

    /** The plateau schedule that lowers the rate when a metric no longer improves, if any. */
    default Optional<Plateau> plateau() {
        return Optional.empty();
    }

    /** A custom learning rate. */
    @FunctionalInterface
    interface Rule {

        /**
         * Returns the rate of an update, 0 or more; arguments are those of {@link LearningRate#at}.
         * The same arguments must give the same rate, even after resuming: a rule has no state.
         */
        double at(int epoch, int step, int steps);
    }

    /**
     * Returns a custom rule. Plans and checkpoints store only its description, which should
     * therefore be complete, including all constants: a training is resumed only under the same
     * description. A plan with a custom rule cannot be read back.
     *
     * <pre>
     *   LearningRate.of("triangle, 1e-3 at most, 10 epochs", (epoch, step, steps) -&gt; …)
     * </pre>
     *
     * @param description not blank
     */
    static LearningRate of(String description, Rule rule) {
        return new Own(description, rule);
    }

    /**
     * A custom rule; see {@link #of}.
     *
     * @param description complete description of the rule
     * @param rule computes the rates
     */
    record Own(String description, @JsonIgnore Rule rule) implements LearningRate {
        /** Requires a description and a rule; the latter cannot be read from a file. */
        public Own {
            checkArgument(!description.isBlank(), "a learning rate without a description");
            checkArgument(
                    rule != null,
                    "the learning rate '%s' is a custom rule, which cannot be read from a file",
                    description);
        }

        @JsonCreator
        static Own read(@JsonProperty("description") String description) {
            return new Own(description, null);
        }

        @Override
        public double at(int epoch, int step, int steps) {
            double rate = rule.at(epoch, step, steps);
            if (rate >= 0 && rate < Double.POSITIVE_INFINITY) {
                return rate;
            }
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    "learning rate '" + description + "'",
                    "gives " + rate + " in epoch " + epoch + ", step " + step,
                    "a rate is a finite number, 0 or more");
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /**
     * A constant rate.
     *
     * @param rate the rate, above 0
     */
    record Constant(double rate) implements LearningRate {
        public Constant {
            checkRate(rate);
        }

        @Override
        public double at(int epoch, int step, int steps) {
            return rate;
        }
    }

    /**
     * Exponential decay per epoch: {@code initial · decay^(epoch − 1)}. The paper starts at 1e-4
     * and gives no decay rate.
     *
     * @param initial rate of the first epoch, above 0
     * @param decay factor per epoch, in (0, 1]
     */
    record Exponential(double initial, double decay) implements LearningRate {
        public Exponential {
            checkRate(initial);
            checkFactor("decay", decay);
        }

        @Override
        public double at(int epoch, int step, int steps) {
            return initial * Math.pow(decay, epoch - 1);
        }
    }

    /**
     * Exponential decay per update, as Keras's {@code ExponentialDecay} with {@code
     * staircase=False}: {@code initial · decay^(updates / decaySteps)}.
     *
     * @param initial rate of the first update, above 0
     * @param decay factor per {@code decaySteps} updates, in (0, 1]
     * @param decaySteps number of updates, at least 1
     */
    record ExponentialBySteps(double initial, double decay, long decaySteps)
            implements LearningRate {
        public ExponentialBySteps {
            checkRate(initial);
            checkFactor("decay", decay);
            checkArgument(decaySteps >= 1, "decaySteps %s is not at least 1", decaySteps);
        }

        @Override
        public double at(int epoch, int step, int steps) {
            return initial * Math.pow(decay, (double) updates(epoch, step, steps) / decaySteps);
        }
    }

    /**
     * Step decay every few epochs.
     *
     * @param initial rate of the first epochs, above 0
     * @param factor factor of each step, in (0, 1]
     * @param epochs number of epochs between steps, at least 1
     */
    record Step(double initial, double factor, int epochs) implements LearningRate {
        public Step {
            checkRate(initial);
            checkFactor("factor", factor);
            checkArgument(epochs >= 1, "epochs %s is not at least 1", epochs);
        }

        @Override
        public double at(int epoch, int step, int steps) {
            int stretch = (epoch - 1) / epochs;
            return initial * Math.pow(factor, stretch);
        }
    }

    /**
     * Cosine annealing per update (Loshchilov and Hutter, SGDR, ICLR 2017, eq. 5, without
     * restarts), then constant at its last value.
     *
     * @param initial rate of the first update, above 0
     * @param last rate at the end, 0 to the initial one
     * @param epochs number of epochs of annealing, at least 1
     */
    record Cosine(double initial, double last, int epochs) implements LearningRate {
        public Cosine {
            checkRate(initial);
            checkArgument(last >= 0 && last <= initial, "last %s is not in 0..%s", last, initial);
            checkArgument(epochs >= 1, "epochs %s is not at least 1", epochs);
        }

        @Override
        public double at(int epoch, int step, int steps) {
            double done = (double) updates(epoch, step, steps) / ((double) epochs * steps);
            return last + (initial - last) * (1 + Math.cos(Math.PI * Math.min(1, done))) / 2;
        }
    }

    /**
     * A rate that is lowered when a metric has not improved on its best value for some epochs. The
     * current factor is part of the training's state.
     *
     * @param initial initial rate, above 0
     * @param metric the metric to monitor; not {@link TrainingMetric#EPOCH}, which always improves
     * @param factor factor by which the rate is lowered, in (0, 1)
     * @param patience number of epochs without improvement before the rate is lowered, at least 1
     * @param minChange improvements must be larger than this, 0 or more
     * @param lowest lower bound of the rate, 0 to the initial one
     */
    record Plateau(
            double initial,
            TrainingMetric metric,
            double factor,
            int patience,
            double minChange,
            double lowest)
            implements LearningRate {
        public Plateau {
            checkRate(initial);
            requireNonNull(metric);
            checkArgument(
                    metric != TrainingMetric.EPOCH,
                    "the number of the epoch always improves, so the rate would never be lowered:"
                            + " monitor another metric");
            checkArgument(factor > 0 && factor < 1, "factor %s is not in (0, 1)", factor);
            checkArgument(patience >= 1, "patience %s is not at least 1", patience);
            checkArgument(minChange >= 0, "minChange %s is negative", minChange);
            checkArgument(
                    lowest >= 0 && lowest <= initial, "lowest %s is not in 0..%s", lowest, initial);
        }

        /** The initial rate; the training multiplies it by the plateau's current factor. */
        @Override
        public double at(int epoch, int step, int steps) {
            return initial;
        }

        @Override
        public Optional<Plateau> plateau() {
            return Optional.of(this);
        }

        /**
         * Returns the share of the initial rate after one more reduction.
         *
         * @param share the share before
         */
        public double lowered(double share) {
            return Math.max(share * factor, lowest / initial);
        }
    }

    /**
     * Linear warm-up of another schedule: its rate is multiplied by {@code (n + 1) / updates} in
     * update n, from 0. The other schedule starts at the first update, not after the warm-up.
     *
     * @param updates number of updates until the full rate is reached, at least 1
     * @param rate the other schedule
     */
    record WarmUp(long updates, LearningRate rate) implements LearningRate {
        public WarmUp {
            checkArgument(updates >= 1, "updates %s is not at least 1", updates);
            requireNonNull(rate);
        }

        @Override
        public double at(int epoch, int step, int steps) {
            double share = (double) (LearningRate.updates(epoch, step, steps) + 1) / updates;
            return Math.min(1, share) * rate.at(epoch, step, steps);
        }

        @Override
        public Optional<Plateau> plateau() {
            return rate.plateau();
        }
    }

    private static long updates(int epoch, int step, int steps) {
        return (long) (epoch - 1) * steps + step;
    }

    private static void checkRate(double rate) {
        checkArgument(
                rate > 0 && rate < Double.POSITIVE_INFINITY,
                "learning rate %s is not above 0",
                rate);
    }

    private static void checkFactor(String name, double factor) {
        checkArgument(factor > 0 && factor <= 1, "%s %s is not in (0, 1]", name, factor);
    }
}
