package dev.fer4j.cli.option;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.train.optim.LearningRate;
import picocli.CommandLine.Option;

/** The options for the learning rate. */
final class RateOptions {

    /** Kinds of schedules. */
    enum Schedule {
        CONSTANT,
        EXPONENTIAL,
        STEP,
        COSINE,
        PLATEAU
    }

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Initial learning rate. Default: 0.0001 [0.003].")
    private Double initial;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description =
                    "How the learning rate changes: constant; exponential, by a factor from epoch"
                            + " to epoch; step, by a factor every few epochs; cosine, down to zero;"
                            + " plateau, by a factor when the metric of --watch has not improved."
                            + " Default: exponential.")
    private Schedule schedule;

    @Option(
            names = "--rate-factor",
            paramLabel = "F",
            description = "The factor. Default: exponential 0.98 [0.6], step 0.1, plateau 0.5.")
    private Double factor;

    @Option(
            names = "--rate-epochs",
            paramLabel = "N",
            description =
                    "Epochs: of a step, 10; of the cosine, all; without improvement until the"
                            + " plateau's rate is lowered, 5.")
    private Integer epochs;

    @Option(
            names = "--warm-up",
            paramLabel = "UPDATES",
            description = "The learning rate rises linearly over this many updates. Default: 0.")
    private Long warmUp;

    /** Whether any of the options was given. */
    boolean isGiven() {
        return initial != null
                || schedule != null
                || factor != null
                || epochs != null
                || warmUp != null;
    }

    /**
     * Applies the options to a learning rate.
     *
     * @param all total number of epochs
     * @param watched the metric that determines whether an epoch is better
     */
    LearningRate applyTo(LearningRate before, int all, TrainingMetric watched) {
        LearningRate rate = before;
        long updates = 0;
        if (before instanceof LearningRate.WarmUp warming) {
            rate = warming.rate();
            updates = warming.updates();
        }
        double first = initial == null ? rate.at(1, 0, 1) : initial;
        LearningRate changed =
                schedule == null ? like(rate, first) : scheduled(rate, first, all, watched);
        updates = warmUp == null ? updates : warmUp;
        checkArgument(updates >= 0, "--warm-up %s is negative", updates);
        return updates == 0 ? changed : new LearningRate.WarmUp(updates, changed);
    }

    private LearningRate scheduled(
            LearningRate before, double first, int all, TrainingMetric watched) {
        LearningRate standard =
                switch (schedule) {
                    case CONSTANT -> new LearningRate.Constant(first);
                    case EXPONENTIAL -> new LearningRate.Exponential(first, 0.98);
                    case STEP -> new LearningRate.Step(first, 0.1, 10);
                    case COSINE -> new LearningRate.Cosine(first, 0, all);
                    case PLATEAU -> new LearningRate.Plateau(first, watched, 0.5, 5, 0, 0);
                };
        return like(before.getClass() == standard.getClass() ? before : standard, first);
    }

    /** The same kind of schedule with the given values. */
    private LearningRate like(LearningRate rate, double first) {
        if (rate instanceof LearningRate.Exponential it) {
            refuse(null, epochs, "exponential");
            return new LearningRate.Exponential(first, or(factor, it.decay()));
        }
        if (rate instanceof LearningRate.ExponentialBySteps it) {
            refuse(null, epochs, "exponential-steps");
            return new LearningRate.ExponentialBySteps(
                    first, or(factor, it.decay()), it.decaySteps());
        }
        if (rate instanceof LearningRate.Step it) {
            return new LearningRate.Step(first, or(factor, it.factor()), or(epochs, it.epochs()));
        }
        if (rate instanceof LearningRate.Cosine it) {
            refuse(factor, null, "cosine");
            return new LearningRate.Cosine(
                    first, Math.min(it.last(), first), or(epochs, it.epochs()));
        }
        if (rate instanceof LearningRate.Plateau it) {
            return new LearningRate.Plateau(
                    first,
                    it.metric(),
                    or(factor, it.factor()),
                    or(epochs, it.patience()),
                    it.minChange(),
                    Math.min(it.lowest(), first));
        }
        refuse(factor, epochs, "constant");
        return new LearningRate.Constant(first);
    }

    private static <T> T or(T given, T before) {
        return given == null ? before : given;
    }

    private static void refuse(Double factor, Integer epochs, String schedule) {
        checkArgument(factor == null, "--rate-factor does not apply to --schedule %s", schedule);
        checkArgument(epochs == null, "--rate-epochs does not apply to --schedule %s", schedule);
    }
}
