package dev.fer4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.xception.XceptionConfig;
import java.util.function.Consumer;

/**
 * How to train, apart from the data and the seed.
 *
 * @param backbone the network
 * @param inputSize height and width of its images, from the network's smallest to 2048
 * @param augmentation what may happen to training images
 * @param batchAugmentation what may happen to training batches as a whole
 * @param sampling how an epoch draws from the training list
 * @param epochs at most; an epoch is a pass over the training list, or as many draws as the
 *     composition's {@code TrainingSet} says
 * @param batchSize images in an update
 * @param learningRate the rate of each update
 * @param weightDecay λ of λ‖θ‖²
 * @param patience training stops when the validation loss has not fallen below its lowest value for
 *     so many epochs
 * @param device where to compute
 */
public record TrainingPlan(
        Backbone backbone,
        int inputSize,
        AugmentationPolicy augmentation,
        BatchAugmentation batchAugmentation,
        Sampling sampling,
        int epochs,
        int batchSize,
        LearningRate learningRate,
        double weightDecay,
        int patience,
        DeviceChoice device) {

    /**
     * The paper's (sections 4 and 6): full Xception, batch 16, 300 epochs at most, Adam from 1e-4
     * with exponential decay, early stopping. It is silent on the rest, where this one takes: 299
     * pixels, a decay of 2 % an epoch, λ = 1e-5, a patience of 20 epochs. Weights start from random
     * values.
     */
    public static TrainingPlan paper() {
        return new TrainingPlan(
                XceptionConfig.FULL,
                299,
                AugmentationPolicy.paper(),
                BatchAugmentation.none(),
                Sampling.SHUFFLED,
                300,
                16,
                new LearningRate.Exponential(1e-4, 0.98),
                1e-5,
                20,
                DeviceChoice.CPU);
    }

    /**
     * A small one for two cores and some hundred images: Xception of a quarter of the width at 96
     * pixels. Its rate is higher, since nothing is pretrained and updates are few.
     */
    public static TrainingPlan small() {
        return new TrainingPlan(
                XceptionConfig.FULL.withWidth(0.25).withBatchNormMomentum(0.9),
                96,
                AugmentationPolicy.paper(),
                BatchAugmentation.none(),
                Sampling.SHUFFLED,
                12,
                16,
                new LearningRate.Exponential(1e-3, 0.9),
                1e-5,
                12,
                DeviceChoice.CPU);
    }

    /** Checks the ranges. */
    public TrainingPlan {
        requireNonNull(backbone);
        requireNonNull(augmentation);
        requireNonNull(batchAugmentation);
        requireNonNull(sampling);
        requireNonNull(learningRate);
        requireNonNull(device);
        checkArgument(
                inputSize >= backbone.smallestInput() && inputSize <= 2048,
                "input size %s is not in %s..2048",
                inputSize,
                backbone.smallestInput());
        checkArgument(epochs >= 1, "epochs %s is not at least 1", epochs);
        checkArgument(batchSize >= 2, "batch size %s is not at least 2", batchSize);
        checkArgument(weightDecay >= 0, "weight decay %s is negative", weightDecay);
        checkArgument(patience >= 1, "patience %s is not at least 1", patience);
    }

    /** The same with another network. */
    public TrainingPlan withBackbone(Backbone network) {
        return with(copy -> copy.backbone = network);
    }

    /** The same with another input size. */
    public TrainingPlan withInputSize(int pixels) {
        return with(copy -> copy.inputSize = pixels);
    }

    /** The same with another augmentation. */
    public TrainingPlan withAugmentation(AugmentationPolicy policy) {
        return with(copy -> copy.augmentation = policy);
    }

    /** The same with another augmentation of whole batches. */
    public TrainingPlan withBatchAugmentation(BatchAugmentation mixing) {
        return with(copy -> copy.batchAugmentation = mixing);
    }

    /** The same with another way to draw epochs. */
    public TrainingPlan withSampling(Sampling way) {
        return with(copy -> copy.sampling = way);
    }

    /** The same with another number of epochs. */
    public TrainingPlan withEpochs(int passes) {
        return with(copy -> copy.epochs = passes);
    }

    /** The same with another batch size. */
    public TrainingPlan withBatchSize(int images) {
        return with(copy -> copy.batchSize = images);
    }

    /** The same with another learning rate. */
    public TrainingPlan withLearningRate(LearningRate rate) {
        return with(copy -> copy.learningRate = rate);
    }

    /** The same with another weight decay. */
    public TrainingPlan withWeightDecay(double lambda) {
        return with(copy -> copy.weightDecay = lambda);
    }

    /** The same with another patience. */
    public TrainingPlan withPatience(int waited) {
        return with(copy -> copy.patience = waited);
    }

    /** The same on another device. */
    public TrainingPlan withDevice(DeviceChoice choice) {
        return with(copy -> copy.device = choice);
    }

    private TrainingPlan with(Consumer<Draft> change) {
        Draft copy = new Draft(this);
        change.accept(copy);
        return copy.plan();
    }

    /** A plan that is being changed. */
    private static final class Draft {
        private Backbone backbone;
        private int inputSize;
        private AugmentationPolicy augmentation;
        private BatchAugmentation batchAugmentation;
        private Sampling sampling;
        private int epochs;
        private int batchSize;
        private LearningRate learningRate;
        private double weightDecay;
        private int patience;
        private DeviceChoice device;

        Draft(TrainingPlan plan) {
            backbone = plan.backbone;
            inputSize = plan.inputSize;
            augmentation = plan.augmentation;
            batchAugmentation = plan.batchAugmentation;
            sampling = plan.sampling;
            epochs = plan.epochs;
            batchSize = plan.batchSize;
            learningRate = plan.learningRate;
            weightDecay = plan.weightDecay;
            patience = plan.patience;
            device = plan.device;
        }

        TrainingPlan plan() {
            return new TrainingPlan(
                    backbone,
                    inputSize,
                    augmentation,
                    batchAugmentation,
                    sampling,
                    epochs,
                    batchSize,
                    learningRate,
                    weightDecay,
                    patience,
                    device);
        }
    }
}
