package dev.fer4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.InputException;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.xception.XceptionConfig;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to train, apart from the data and the seed.
 *
 * @param backbone the network
 * @param inputSize height and width of its images, from the network's smallest to 2048
 * @param augmentation what may happen to training images
 * @param batchAugmentation what may happen to training batches as a whole
 * @param sampling how an epoch draws from the training list
 * @param epochs at most, over all phases; draws of an epoch are the {@code TrainingSet}'s
 * @param batchSize images in a batch
 * @param learningRate the rate of each update, where there are no phases
 * @param optimization how gradients become updates
 * @param classWeighting how much a sample of each class counts in the loss
 * @param frozen frozen stages of the network, if there are no phases
 * @param phases one after the other; none for one phase with this plan's rate and frozen stages
 * @param earlyStopping when to end before the last epoch, and which epoch is best
 * @param onNotFinite what to do on a non-finite value
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
        Optimization optimization,
        ClassWeighting classWeighting,
        Set<String> frozen,
        List<Phase> phases,
        EarlyStopping earlyStopping,
        OnNotFinite onNotFinite,
        DeviceChoice device) {

    /**
     * The paper's (sections 4 and 6): full Xception, batch 16, 300 epochs at most, Adam from 1e-4
     * with exponential decay, early stopping. Where it is silent: 299 pixels, a decay of 2 % an
     * epoch, λ = 1e-5, a patience of 20 epochs, random initial weights.
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
                Optimization.of(AdamConfig.TEXTBOOK.withL2(1e-5)),
                new ClassWeighting.None(),
                Set.of(),
                List.of(),
                EarlyStopping.onValidationLoss(20),
                new OnNotFinite.Stop(),
                DeviceChoice.CPU);
    }

    /**
     * A small one for two cores and some hundred images: a quarter of the width at 96 pixels. Its
     * rate is higher, since nothing is pretrained and updates are few.
     */
    public static TrainingPlan small() {
        return paper().withBackbone(XceptionConfig.FULL.withWidth(0.25).withBatchNormMomentum(0.9))
                .withInputSize(96)
                .withEpochs(12)
                .withLearningRate(new LearningRate.Exponential(1e-3, 0.9))
                .withPatience(12);
    }

    /** Checks the ranges. */
    public TrainingPlan {
        requireNonNull(backbone);
        requireNonNull(augmentation);
        requireNonNull(batchAugmentation);
        requireNonNull(sampling);
        requireNonNull(learningRate);
        requireNonNull(optimization);
        requireNonNull(classWeighting);
        requireNonNull(earlyStopping);
        requireNonNull(onNotFinite);
        requireNonNull(device);
        frozen = ImmutableSortedSet.copyOf(frozen);
        phases = List.copyOf(phases);
        int least = backbone.smallestInput();
        boolean fits = inputSize >= least && inputSize <= 2048;
        checkArgument(fits, "input size %s is not in %s..2048", inputSize, least);
        checkArgument(epochs >= 1, "epochs %s is not at least 1", epochs);
        checkArgument(batchSize >= 2, "batch size %s is not at least 2", batchSize);
        if (!phases.isEmpty()) {
            checkArgument(epochs == sum(phases), "the phases have %s epochs", sum(phases));
            checkArgument(frozen.isEmpty(), "with phases, each phase sets its own frozen stages");
        }
    }

    /** λ of the weight decay; 0 if there is none. */
    public double weightDecay() {
        return optimization.adam().decay().lambda();
    }

    /** Epochs without improvement after which training stops. */
    public int patience() {
        return earlyStopping.patience();
    }

    /** The phases, or the single implicit one. */
    List<Phase> course() {
        Phase only = new Phase("training", epochs, frozen, learningRate);
        return phases.isEmpty() ? List.of(only) : phases;
    }

    /** As JSON. Custom networks and pixel functions cannot be read back. */
    public String toJson() {
        return PlanJson.write(this);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @param where named in messages, for example the file
     * @throws InputException if the text is not a plan of known networks, or a value is out of
     *     range
     */
    public static TrainingPlan parse(String json, String where) {
        return PlanJson.read(json, where);
    }

    /** Returns a copy with a different network. */
    public TrainingPlan withBackbone(Backbone network) {
        return with(copy -> copy.backbone = network);
    }

    /** Returns a copy with a different input size. */
    public TrainingPlan withInputSize(int pixels) {
        return with(copy -> copy.inputSize = pixels);
    }

    /** Returns a copy with a different augmentation. */
    public TrainingPlan withAugmentation(AugmentationPolicy policy) {
        return with(copy -> copy.augmentation = policy);
    }

    /** Returns a copy with a different augmentation of whole batches. */
    public TrainingPlan withBatchAugmentation(BatchAugmentation mixing) {
        return with(copy -> copy.batchAugmentation = mixing);
    }

    /** Returns a copy with a different sampling of epochs. */
    public TrainingPlan withSampling(Sampling way) {
        return with(copy -> copy.sampling = way);
    }

    /** Returns a copy with a different number of epochs. */
    public TrainingPlan withEpochs(int passes) {
        return with(copy -> copy.epochs = passes);
    }

    /** Returns a copy with a different batch size. */
    public TrainingPlan withBatchSize(int images) {
        return with(copy -> copy.batchSize = images);
    }

    /** Returns a copy with a different learning rate. */
    public TrainingPlan withLearningRate(LearningRate rate) {
        return with(copy -> copy.learningRate = rate);
    }

    /** Returns a copy with a different optimization. */
    public TrainingPlan withOptimization(Optimization way) {
        return with(copy -> copy.optimization = way);
    }

    /** Returns a copy with a different weighting of classes. */
    public TrainingPlan withClassWeighting(ClassWeighting weighting) {
        return with(copy -> copy.classWeighting = weighting);
    }

    /** Returns a copy with these frozen stages and no others. */
    public TrainingPlan withFrozen(Set<String> stages) {
        return with(copy -> copy.frozen = stages);
    }

    /** Returns a copy with a different early stopping. */
    public TrainingPlan withEarlyStopping(EarlyStopping stopping) {
        return with(copy -> copy.earlyStopping = stopping);
    }

    /** Returns a copy with a different reaction to non-finite values. */
    public TrainingPlan withOnNotFinite(OnNotFinite action) {
        return with(copy -> copy.onNotFinite = action);
    }

    /** Returns a copy for a different device. */
    public TrainingPlan withDevice(DeviceChoice choice) {
        return with(copy -> copy.device = choice);
    }

    /**
     * Returns a copy in phases, whose epochs add up to its epochs. Each says itself what is frozen.
     */
    public TrainingPlan withPhases(List<Phase> course) {
        return with(
                copy -> {
                    copy.phases = course;
                    copy.frozen = Set.of();
                    copy.epochs = sum(course);
                });
    }

    /** Returns a copy with the paper's decay of weights, λ‖θ‖² in the loss. */
    public TrainingPlan withWeightDecay(double lambda) {
        return withOptimization(optimization.withAdam(optimization.adam().withL2(lambda)));
    }

    /** Returns a copy with a different patience. */
    public TrainingPlan withPatience(int waited) {
        return withEarlyStopping(earlyStopping.withPatience(waited));
    }

    private static int sum(List<Phase> course) {
        return course.stream().mapToInt(Phase::epochs).sum();
    }

    private TrainingPlan with(Consumer<Draft> change) {
        Draft copy = new Draft(this);
        change.accept(copy);
        return copy.plan();
    }

    private static final class Draft {
        private Backbone backbone;
        private int inputSize;
        private AugmentationPolicy augmentation;
        private BatchAugmentation batchAugmentation;
        private Sampling sampling;
        private int epochs;
        private int batchSize;
        private LearningRate learningRate;
        private Optimization optimization;
        private ClassWeighting classWeighting;
        private Set<String> frozen;
        private List<Phase> phases;
        private EarlyStopping earlyStopping;
        private OnNotFinite onNotFinite;
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
            optimization = plan.optimization;
            classWeighting = plan.classWeighting;
            frozen = plan.frozen;
            phases = plan.phases;
            earlyStopping = plan.earlyStopping;
            onNotFinite = plan.onNotFinite;
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
                    optimization,
                    classWeighting,
                    frozen,
                    phases,
                    earlyStopping,
                    onNotFinite,
                    device);
        }
    }
}
