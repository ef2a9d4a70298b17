package dev.fer4j.cli.option;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.optim.WeightDecay;
import dev.fer4j.train.plan.Optimization;
import dev.fer4j.train.plan.TrainingPlan;
import picocli.CommandLine.Option;

/** The options for batches, the optimizer and class weights. */
final class UpdateOptions {

    /** How classes are weighted. */
    enum Classes {
        NONE,
        BALANCED
    }

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Images per batch, at least 2. Default: 16.")
    private Integer batch;

    @Option(
            names = "--accumulate",
            paramLabel = "N",
            description = "Batches per update. Default: 1.")
    private Integer accumulation;

    @Option(
            names = "--clip",
            paramLabel = "NORM",
            description = "Scale gradients of a larger norm down to it. Default: never.")
    private Double clip;

    @Option(
            names = "--weight-decay",
            paramLabel = "LAMBDA",
            description =
                    "Weight decay of convolutions and the last layer, as L2 in the loss; 0 for"
                            + " none. Default: 0.00001.")
    private Double decay;

    @Option(
            names = "--decoupled",
            description = "Decouple weight decay from the gradients, as AdamW does.")
    private boolean decoupled;

    @Option(
            names = "--average",
            paramLabel = "DECAY",
            description =
                    "Validate and keep a moving average of the weights; usual: 0.999. Default:"
                            + " none [0.98].")
    private Double average;

    @Option(
            names = "--class-weights",
            paramLabel = "HOW",
            description =
                    "none, or balanced: both classes get equal total weight in the loss, by their"
                            + " numbers in training. Default: none.")
    private Classes classes;

    /** Applies the options to a plan. */
    TrainingPlan applyTo(TrainingPlan before) {
        TrainingPlan plan = before.withOptimization(applyTo(before.optimization()));
        checkArgument(batch == null || batch >= 2, "--batch %s: expected 2 or more", batch);
        plan = batch == null ? plan : plan.withBatchSize(batch);
        return classes == null
                ? plan
                : plan.withClassWeighting(
                        classes == Classes.BALANCED
                                ? new ClassWeighting.Balanced()
                                : new ClassWeighting.None());
    }

    private Optimization applyTo(Optimization before) {
        Optimization way = before.withAdam(before.adam().withDecay(applyTo(before.adam().decay())));
        way = accumulation == null ? way : way.withAccumulation(accumulation);
        way = clip == null ? way : way.withClipNorm(clip);
        return average == null ? way : way.withAverageDecay(average);
    }

    private WeightDecay applyTo(WeightDecay before) {
        if (decay == null && !decoupled) {
            return before;
        }
        double lambda = decay == null ? before.lambda() : decay;
        if (lambda == 0) {
            return new WeightDecay.None();
        }
        return decoupled || before instanceof WeightDecay.Decoupled
                ? new WeightDecay.Decoupled(lambda, before.scope())
                : new WeightDecay.L2(lambda, before.scope());
    }
}
