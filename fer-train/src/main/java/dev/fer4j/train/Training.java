package dev.fer4j.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.Split;
import dev.fer4j.core.TrainingHistory;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.loader.AugmentedImages;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.loader.TrainingPass;
import dev.fer4j.train.loss.BinaryCrossEntropy;
import dev.fer4j.train.optim.Adam;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The training loop:
 *
 * <pre>
 *   for each epoch
 *       for each batch of the shuffled, augmented training list
 *           loss = mean binary cross-entropy of the logits
 *           update the weights by Adam
 *       loss and accuracy of the validation images
 *       keep the weights if that loss is the lowest so far
 *       stop if it has not been for {@code patience} epochs
 *   go back to the best weights
 * </pre>
 *
 * <p>Randomness comes from (seed, epoch, step) and (seed, epoch, sample, draw) only. With the same
 * seed, data and number of threads the weights are the same to the last bit on a CPU. One training
 * at a time in a JVM: PyTorch's gradients are collected globally.
 */
public final class Training {

    private final TrainingPlan plan;
    private final Composition composition;
    private final Seed seed;
    private final ProgressListener listener;
    private final Optional<Path> imageFolder;
    private final String task;

    private Training(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            ProgressListener listener,
            Optional<Path> imageFolder) {
        this.plan = plan;
        this.composition = composition;
        this.seed = seed;
        this.listener = listener;
        this.imageFolder = imageFolder;
        this.task = "training " + composition.condition().title();
    }

    /**
     * Trains a network, keeping decoded images in memory, as many as {@link ImageSource#MEMORY}
     * holds.
     *
     * @see #run(TrainingPlan, Composition, Seed, ProgressListener, Optional)
     */
    public static TrainingRun run(
            TrainingPlan plan, Composition composition, Seed seed, ProgressListener listener) {
        return run(plan, composition, seed, listener, Optional.empty());
    }

    /**
     * Trains a network.
     *
     * @param composition its training and validation splits are used; its test split is not looked
     *     at
     * @param listener is told after every batch, with loss and accuracy so far
     * @param imageFolder where decoded images are kept for this training and others; memory without
     *     one. The result is the same
     * @throws TrainingException if the loss stops being a number
     * @throws dev.fer4j.core.PlanException if the device is not there
     * @throws dev.fer4j.core.InputException if an image cannot be used
     * @throws dev.fer4j.core.OutputException if decoded images cannot be kept in the folder
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; its mark
     *     stays, and no thread of the training is left
     */
    public static TrainingRun run(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            ProgressListener listener,
            Optional<Path> imageFolder) {
        return GradientMode.off(new Training(plan, composition, seed, listener, imageFolder)::run);
    }

    private TrainingRun run() {
        NDManager manager = Engine.getEngine("PyTorch").newBaseManager(plan.device().resolve());
        boolean complete = false;
        try {
            Block block = plan.backbone().build(seed.derive("weights"));
            block.initialize(
                    manager,
                    DataType.FLOAT32,
                    new Shape(plan.batchSize(), 3, plan.inputSize(), plan.inputSize()));
            ParameterStore parameters = new ParameterStore(manager, false);
            ImageSource images = ImageSource.of(imageFolder, plan.inputSize(), listener);
            images.prepare(composition.samples(Split.TRAIN));
            images.prepare(composition.samples(Split.VALIDATE));
            TrainedModel model = new TrainedModel(manager, block, parameters, images);
            TrainingHistory history = train(manager, block, parameters, images, model);
            complete = true;
            return new TrainingRun(model, history);
        } finally {
            if (!complete) {
                manager.close();
            }
        }
    }

    private TrainingHistory train(
            NDManager manager,
            Block block,
            ParameterStore parameters,
            ImageSource images,
            TrainedModel model) {
        List<TrainingHistory.Epoch> epochs = new ArrayList<>();
        int best = 0;
        Adam adam = new Adam(manager, block, plan.weightDecay());
        try (WeightSnapshot bestWeights = new WeightSnapshot(manager, block);
                BatchLoader loader =
                        new BatchLoader(images, plan.batchSize(), BatchLoader.defaultWorkers())) {
            for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
                Score training = new Score();
                double rate =
                        trainEpoch(
                                epoch, manager, block, parameters, images, loader, adam, training);
                Score validation = new Score();
                model.forEachLogit(composition.samples(Split.VALIDATE), validation::add);
                epochs.add(
                        new TrainingHistory.Epoch(
                                epoch,
                                rate,
                                training.loss(),
                                training.accuracy(),
                                validation.loss(),
                                validation.accuracy()));
                if (best == 0 || validation.loss() < epochs.get(best - 1).validationLoss()) {
                    best = epoch;
                    bestWeights.take();
                }
                boolean stop = epoch - best >= plan.patience() || epoch == plan.epochs();
                listener.update(
                        new Progress(
                                task,
                                stop ? totalSteps(loader) : (long) epoch * steps(loader),
                                totalSteps(loader),
                                note(epoch, training, validation)));
                if (stop) {
                    break;
                }
            }
            bestWeights.restore();
        }
        return new TrainingHistory(epochs, best);
    }

    private double trainEpoch(
            int epoch,
            NDManager manager,
            Block block,
            ParameterStore parameters,
            ImageSource images,
            BatchLoader loader,
            Adam adam,
            Score score) {
        TrainingPass pass =
                new TrainingPass(
                        plan.sampling().order(composition.training(), seed, epoch),
                        new AugmentedImages(plan.augmentation(), seed, images),
                        plan.batchAugmentation(),
                        epoch);
        Iterator<Batch> batches = loader.pass(pass, 0);
        double rate = 0;
        for (int step = 0; batches.hasNext(); step++) {
            Batch batch = batches.next();
            rate = plan.learningRate().at(epoch, (double) step / steps(loader));
            Engine.getEngine("PyTorch")
                    .setRandomSeed((int) seed.derive("dropout", epoch, step).value());
            try (NDManager scratch = manager.newSubManager()) {
                NDArray logits = forwardAndBackward(scratch, block, parameters, batch);
                adam.step(rate);
                score.add(batch, logits.toFloatArray());
            }
            if (!Double.isFinite(score.loss())) {
                throw new TrainingException(
                        String.format(
                                Locale.ROOT,
                                "the loss is %s in epoch %d, step %d, at a learning rate of %s:"
                                        + " try a lower one",
                                score.loss(),
                                epoch,
                                step + 1,
                                rate));
            }
            if (batches.hasNext()) {
                listener.update(
                        new Progress(
                                task,
                                (long) (epoch - 1) * steps(loader) + step + 1,
                                totalSteps(loader),
                                String.format(
                                        Locale.ROOT,
                                        "epoch %d/%d loss %.3f acc %.3f",
                                        epoch,
                                        plan.epochs(),
                                        score.loss(),
                                        score.accuracy())));
            }
        }
        return rate;
    }

    private static NDArray forwardAndBackward(
            NDManager scratch, Block block, ParameterStore parameters, Batch batch) {
        try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray logits =
                    block.forward(parameters, new NDList(batch.images(scratch)), true)
                            .singletonOrThrow();
            NDArray loss = BinaryCrossEntropy.ofLogits(logits, batch.targets(scratch)).mean();
            gradients.backward(loss);
            return logits;
        }
    }

    private int steps(BatchLoader loader) {
        return loader.batches(composition.training().drawn());
    }

    private long totalSteps(BatchLoader loader) {
        return (long) steps(loader) * plan.epochs();
    }

    private String note(int epoch, Score training, Score validation) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d loss %.3f acc %.3f, val loss %.3f acc %.3f",
                epoch,
                plan.epochs(),
                training.loss(),
                training.accuracy(),
                validation.loss(),
                validation.accuracy());
    }
}
