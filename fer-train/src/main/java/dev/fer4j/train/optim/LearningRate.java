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
 * The learning rate of each update: a function of the epoch and the update's place in it. One of
 * those of this library, or a custom rule ({@link #of}).
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
     * The rate of an update. Epochs count from the beginning of a training's phase.
     *
     * @param epoch from 1
     * @param step the update's place in the epoch, from 0
     * @param steps updates of an epoch
     */
    double at(int epoch, int step, int steps);

    /** What lowers it when a metric no longer improves, if any. */
    default Optional<Plateau> plateau() {
        return Optional.empty();
    }

    /** A custom learning rate. */
    @FunctionalInterface
    interface Rule {

        /**
         * The rate of an update, 0 or more; arguments as of {@link LearningRate#at}. The same
         * arguments give the same rate, also after a resume: a rule has no state.
         */
        double at(int epoch, int step, int steps);
    }

    /**
     * A custom rule. It is written to plans and checkpoints by its description, which should
     * therefore say all of it, numbers included: a training is resumed under the same description
     * only. A plan with it cannot be read back, since a description is not a rule.
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
     * A custom rule: see {@link #of}.
     *
     * @param description which rule it is
     * @param rule gives the rates
     */
    record Own(String description, @JsonIgnore Rule rule) implements LearningRate {
        /** Requires a description, and a rule, which a file cannot contain. */
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
     * @param rate above 0
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
     * Exponential decay from epoch to epoch: {@code initial · decay^(epoch − 1)}. The paper starts
     * at 1e-4 and gives no decay rate.
     *
     * @param initial rate of the first epoch, above 0
     * @param decay factor from epoch to epoch, in (0, 1]
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
     * Exponential decay from update to update, as Keras's {@code ExponentialDecay} with {@code
     * staircase=False}: {@code initial · decay^(updates / decaySteps)}.
     *
     * @param initial rate of the first update, above 0
     * @param decay factor over this many updates, in (0, 1]
     * @param decaySteps updates, at least 1
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
     * A rate that falls every few epochs.
     *
     * @param initial rate of the first epochs, above 0
     * @param factor from one stretch of epochs to the next, in (0, 1]
     * @param epochs length of a stretch, at least 1
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
     * Half a cosine from update to update (Loshchilov and Hutter, SGDR, ICLR 2017, eq. 5, without
     * restarts), and its last value after that.
     *
     * @param initial rate of the first update, above 0
     * @param last rate at the end, 0 to the initial one
     * @param epochs over which it falls, at least 1
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
     * A rate that is lowered when a metric has not improved on its best value for some epochs. Its
     * current factor belongs to the training's state.
     *
     * @param initial above 0
     * @param metric what is watched
     * @param factor by which the rate is lowered, in (0, 1)
     * @param patience epochs without improvement after which it is, at least 1
     * @param minChange what counts as improvement: more than this, 0 or more
     * @param lowest the rate is not lowered below this, 0 to the initial one
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
         * The share of the initial rate after one more lowering.
         *
         * @param share before
         */
        public double lowered(double share) {
            return Math.max(share * factor, lowest / initial);
        }
    }

    /**
     * Another rate whose first updates are smaller: {@code (n + 1) / updates} of it in update n
     * from 0. The other one runs from the first update on, it is not put off.
     *
     * @param updates until the whole rate is reached, at least 1
     * @param rate the other one
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
