package dev.fer4j.train.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.InputException;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.train.Training;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.xception.Xception;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to train, apart from the data and the seed.
 *
 * <p>Settings may be changed in any order, and intermediate plans may be inconsistent: a plan is
 * checked as a whole where it is used, and all problems are reported together.
 *
 * @param backbone the network
 * @param inputSize height and width of its images, from the network's smallest to 2048
 * @param fit how images that are not square become square; stored with the model
 * @param augmentation random changes to training images
 * @param batchAugmentation mixing of whole training batches
 * @param sampling how an epoch draws from the training list
 * @param epochs maximum number of epochs, at least 1; with phases, the sum of theirs. The {@code
 *     TrainingSet} determines the length of an epoch
 * @param batchSize number of images in a batch, at least 2
 * @param learningRate the learning rate schedule, if there are no phases
 * @param optimization how gradients become updates
 * @param classWeighting weights of the classes in the loss
 * @param frozen stages of the network that are not trained; empty if there are phases, which have
 *     their own
 * @param phases consecutive phases; if empty, a single phase with this plan's learning rate and
 *     frozen stages
 * @param earlyStopping when to end before the last epoch, and which epoch is best
 * @param onNotFinite what to do when a loss, gradient or weight is not finite
 * @param device the device to compute on
 * @param arithmetic how the network is computed
 */
public record TrainingPlan(
        Backbone backbone,
        int inputSize,
        ImageFit fit,
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
        DeviceChoice device,
        Arithmetic arithmetic) {

    /**
     * The paper's plan (sections 4 and 6): full Xception, batch size 16, at most 300 epochs, Adam
     * with exponential decay from 1e-4, early stopping. Where the paper gives no value: 299 pixels,
     * a decay of 2 % per epoch, λ = 1e-5, a patience of 20 epochs, random initial weights.
     */
    public static TrainingPlan paper() {
        return new TrainingPlan(
                Xception.FULL,
                299,
                ImageFit.STRETCH,
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
                DeviceChoice.CPU,
                Arithmetic.DEFAULT);
    }

    /**
     * A small plan for two cores and a few hundred images: a quarter of the width and half of the
     * middle blocks, at 96 pixels. The learning rate is higher, since weights are not pretrained
     * and updates are few.
     */
    public static TrainingPlan small() {
        return paper().withBackbone(
                        Xception.FULL
                                .withWidth(0.25)
                                .withMiddleRepeats(4)
                                .withBatchNormMomentum(0.9))
                .withInputSize(96)
                .withEpochs(12)
                .withLearningRate(new LearningRate.Exponential(1e-3, 0.9))
                .withPatience(12);
    }

    /** Copies the collections. Ranges are not checked here but by {@link #problems}. */
    public TrainingPlan {
        requireNonNull(backbone);
        requireNonNull(fit);
        requireNonNull(augmentation);
        requireNonNull(batchAugmentation);
        requireNonNull(sampling);
        requireNonNull(learningRate);
        requireNonNull(optimization);
        requireNonNull(classWeighting);
        requireNonNull(earlyStopping);
        requireNonNull(onNotFinite);
        requireNonNull(device);
        requireNonNull(arithmetic);
        phases = List.copyOf(phases);
        frozen = phases.isEmpty() ? ImmutableSortedSet.copyOf(frozen) : ImmutableSortedSet.of();
        epochs = phases.isEmpty() ? epochs : phases.stream().mapToInt(Phase::epochs).sum();
    }

    /**
     * Returns all problems of this plan that do not depend on the machine: settings out of range,
     * and stages that the network does not have. Empty if there are none.
     */
    public List<Problem> problems() {
        return PlanProblems.of(this);
    }

    /**
     * Checks the whole plan, as {@link Training#run} does before anything else.
     *
     * @throws PlanException if there are {@link #problems}, naming all of them
     */
    public void requireValid() {
        requireValid("");
    }

    private void requireValid(String where) {
        List<Problem> problems = problems();
        if (!problems.isEmpty()) {
            throw new PlanException(
                    problems.stream()
                            .map(
                                    p ->
                                            new Problem(
                                                    p.kind(),
                                                    where + p.subject(),
                                                    p.cause(),
                                                    p.mend()))
                            .toList());
        }
    }

    /** λ of the weight decay; 0 for none. */
    public double weightDecay() {
        return optimization.adam().decay().lambda();
    }

    /** The number of epochs without improvement after which training stops. */
    public int patience() {
        return earlyStopping.patience();
    }

    /** The phases, or the single implicit one. */
    public List<Phase> schedule() {
        Phase only = new Phase("training", epochs, frozen, learningRate);
        return phases.isEmpty() ? List.of(only) : phases;
    }

    /**
     * Returns this plan as JSON. Custom networks, pixel functions and learning rates cannot be read
     * back.
     */
    public String toJson() {
        return PlanJson.write(this);
    }

    /**
     * Parses the output of {@link #toJson}.
     *
     * @param where the origin of the text for messages, for example the file
     * @throws InputException if the text is not a plan of known networks
     * @throws PlanException if settings are out of range or contradict each other, naming all
     */
    public static TrainingPlan parse(String json, String where) {
        TrainingPlan plan = PlanJson.read(json, where);
        plan.requireValid(where + ": ");
        return plan;
    }

    public TrainingPlan withBackbone(Backbone network) {
        return with(copy -> copy.backbone = network);
    }

    public TrainingPlan withInputSize(int pixels) {
        return with(copy -> copy.inputSize = pixels);
    }

    public TrainingPlan withFit(ImageFit way) {
        return with(copy -> copy.fit = way);
    }

    public TrainingPlan withAugmentation(AugmentationPolicy policy) {
        return with(copy -> copy.augmentation = policy);
    }

    public TrainingPlan withBatchAugmentation(BatchAugmentation mixing) {
        return with(copy -> copy.batchAugmentation = mixing);
    }

    public TrainingPlan withSampling(Sampling way) {
        return with(copy -> copy.sampling = way);
    }

    public TrainingPlan withEpochs(int passes) {
        return with(copy -> copy.epochs = passes);
    }

    public TrainingPlan withBatchSize(int images) {
        return with(copy -> copy.batchSize = images);
    }

    public TrainingPlan withLearningRate(LearningRate rate) {
        return with(copy -> copy.learningRate = rate);
    }

    public TrainingPlan withOptimization(Optimization way) {
        return with(copy -> copy.optimization = way);
    }

    public TrainingPlan withClassWeighting(ClassWeighting weighting) {
        return with(copy -> copy.classWeighting = weighting);
    }

    /** Returns a copy with exactly these frozen stages. */
    public TrainingPlan withFrozen(Set<String> stages) {
        return with(copy -> copy.frozen = stages);
    }

    public TrainingPlan withEarlyStopping(EarlyStopping stopping) {
        return with(copy -> copy.earlyStopping = stopping);
    }

    public TrainingPlan withOnNotFinite(OnNotFinite action) {
        return with(copy -> copy.onNotFinite = action);
    }

    public TrainingPlan withDevice(DeviceChoice choice) {
        return with(copy -> copy.device = choice);
    }

    public TrainingPlan withArithmetic(Arithmetic way) {
        return with(copy -> copy.arithmetic = way);
    }

    /** Returns a copy with phases, which have their own length, frozen stages and learning rate. */
    public TrainingPlan withPhases(List<Phase> stretches) {
        return with(copy -> copy.phases = stretches);
    }

    /** Returns a copy with the paper's weight decay, λ‖θ‖² in the loss. */
    public TrainingPlan withWeightDecay(double lambda) {
        return withOptimization(optimization.withAdam(optimization.adam().withL2(lambda)));
    }

    /** Returns a copy with a different patience of early stopping. */
    public TrainingPlan withPatience(int waited) {
        return withEarlyStopping(earlyStopping.withPatience(waited));
    }

    private TrainingPlan with(Consumer<TrainingPlanDraft> change) {
        TrainingPlanDraft copy = new TrainingPlanDraft(this);
        change.accept(copy);
        return copy.plan();
    }
}
