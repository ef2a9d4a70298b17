package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import com.google.common.collect.Lists;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.train.device.Arithmetic.Precision;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.Bfloat16;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.SingleLogit;
import dev.fer4j.train.xception.FoldedNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Predicts images with a model, for any number of threads at once. Owns native memory until it is
 * closed.
 *
 * <p>Batch normalization is folded into convolutions ({@link FoldedNetwork}), images are stored
 * channels-last, and gradients are off in the predicting thread. Lists are processed a few images
 * at a time, so that intermediate arrays stay in the processor's caches. On a CPU, the same list
 * gives bit-identical results regardless of other threads; results for the same image in another
 * list may differ in the last digits, since PyTorch selects kernels by the number of images. On a
 * GPU, cuDNN may select other kernels in another process, and logits then differ by about 1e-5.
 */
public final class Predictor implements AutoCloseable {

    /** Two images of 299 × 299 on a CPU, measured as the fastest on two cores. */
    private static final int PIXELS_AT_ONCE = 180_000;

    private static final int MOST_AT_ONCE = 16;
    private static final int AT_ONCE_ON_GPU = 32;

    private final ModelDescription description;
    private final NDManager manager;
    private final UnaryOperator<NDArray> network;
    private final int atOnce;
    private final Runnable whenClosed;
    private final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private Predictor(
            ModelDescription description,
            NDManager manager,
            UnaryOperator<NDArray> network,
            int atOnce,
            Runnable whenClosed) {
        this.description = description;
        this.manager = manager;
        this.network = network;
        this.atOnce = atOnce;
        this.whenClosed = whenClosed;
    }

    /**
     * Opens a model file.
     *
     * @throws dev.fer4j.core.InputException as {@link ModelFile#read(Path, DeviceChoice)} does
     * @throws dev.fer4j.core.PlanException if the device or PyTorch's native libraries are missing
     */
    public static Predictor open(Path model, DeviceChoice device) throws IOException {
        return open(model, device, Precision.FLOAT32);
    }

    /**
     * Opens a model file to predict in a precision: bfloat16 takes half of the memory, and on
     * processors that compute with it less time. Logits then differ from those of float32 by about
     * 1 %, whatever the model was trained in.
     *
     * @param precision float32 or bfloat16
     * @throws dev.fer4j.core.InputException as {@link ModelFile#read(Path, DeviceChoice)} does
     * @throws dev.fer4j.core.PlanException if the device or PyTorch's native libraries are missing,
     *     the precision is another, or the network gives more than one logit
     */
    public static Predictor open(Path model, DeviceChoice device, Precision precision)
            throws IOException {
        if (precision == Precision.TF32) {
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    "precision tf32",
                    "is a setting of the whole process, which a training may change for itself"
                            + " only",
                    "predict in float32 or bfloat16");
        }
        device.requirePresent();
        try (LoadedModel loaded = ModelFile.read(model, DeviceChoice.CPU)) {
            return of(loaded.description(), loaded.network(), device, precision, () -> {});
        }
    }

    /**
     * Opens a model file whose backbone is of a custom class. Its network is used without folding,
     * and is thread-safe only if its blocks are.
     *
     * @param own the backbone with which it was written
     * @throws dev.fer4j.core.InputException as {@link ModelFile#read(Path, DeviceChoice, Backbone)}
     *     does
     * @throws dev.fer4j.core.PlanException if the device or PyTorch's native libraries are missing
     */
    public static Predictor open(Path model, DeviceChoice device, Backbone own) throws IOException {
        LoadedModel loaded = ModelFile.read(model, device, own);
        return CloseOnFailure.of(
                loaded::close,
                () ->
                        of(
                                loaded.description(),
                                loaded.network(),
                                device,
                                Precision.FLOAT32,
                                loaded::close));
    }

    /**
     * Creates a predictor for a network, such as one that was just trained.
     *
     * @param network the network of the description's backbone, initialized. It is copied, and may
     *     be changed or closed afterwards, unless the backbone is of a custom class: then it is
     *     used directly, without folding, and must stay open and be thread-safe
     * @throws dev.fer4j.core.PlanException if the device is missing, or the network gives more than
     *     one logit
     */
    public static Predictor of(ModelDescription description, Block network, DeviceChoice device) {
        return of(description, network, device, Precision.FLOAT32, () -> {});
    }

    private static Predictor of(
            ModelDescription description,
            Block network,
            DeviceChoice device,
            Precision precision,
            Runnable whenClosed) {
        SingleLogit.require(network, description.preprocessing().inputSize());
        Device resolved = device.resolve();
        NDManager manager = PyTorch.engine().newBaseManager(resolved);
        Optional<FoldedNetwork> folded =
                CloseOnFailure.of(
                        manager::close,
                        () ->
                                GradientMode.off(
                                        () ->
                                                FoldedNetwork.of(
                                                        description.backbone(),
                                                        network,
                                                        manager,
                                                        format(precision, manager))));
        return new Predictor(
                description,
                manager,
                folded.<UnaryOperator<NDArray>>map(own -> own::forward)
                        .orElse(images -> unfolded(network, images)),
                atOnce(description, resolved),
                whenClosed);
    }

    private static Optional<Bfloat16> format(Precision precision, NDManager owner) {
        return precision == Precision.BFLOAT16
                ? Optional.of(new Bfloat16(owner))
                : Optional.empty();
    }

    private static NDArray unfolded(Block network, NDArray images) {
        ParameterStore parameters = new ParameterStore(images.getManager(), false);
        return network.forward(parameters, new NDList(images), false).singletonOrThrow();
    }

    private static int atOnce(ModelDescription description, Device device) {
        int size = description.preprocessing().inputSize();
        return device.isGpu()
                ? AT_ONCE_ON_GPU
                : Math.max(1, Math.min(MOST_AT_ONCE, PIXELS_AT_ONCE / (size * size)));
    }

    public ModelDescription description() {
        return description;
    }

    /**
     * Predicts an image of any size.
     *
     * @throws IllegalStateException if the predictor is closed
     */
    public ImagePrediction predict(RgbImage image) {
        return predict(List.of(image)).get(0);
    }

    /**
     * Predicts images of any size, in their order.
     *
     * @throws IllegalStateException if the predictor is closed, also while it is working on them
     */
    public List<ImagePrediction> predict(List<RgbImage> images) {
        List<ImagePrediction> predictions = new ArrayList<>(images.size());
        for (List<RgbImage> part : Lists.partition(images, atOnce)) {
            List<RgbImage> squares =
                    part.stream().map(description.preprocessing()::toInputSize).toList();
            for (float logit : whileOpen(() -> logits(squares))) {
                predictions.add(ImagePrediction.of(logit, description.threshold()));
            }
        }
        return List.copyOf(predictions);
    }

    /**
     * Predicts samples, in their order, while a loader prefetches images.
     *
     * @param images the source of the samples' images, in the model's input size and fit
     * @param listener receives progress
     * @throws IllegalStateException if the predictor is closed, also while it is working on them
     * @throws dev.fer4j.core.InputException if an image cannot be read
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SamplePredictions predict(
            List<Sample> samples, ImageSource images, ProgressListener listener) {
        checkArgument(
                images.size() == description.preprocessing().inputSize(),
                "images of %s pixels for a model of %s",
                images.size(),
                description.preprocessing().inputSize());
        checkArgument(
                images.fit() == description.preprocessing().fit(),
                "images made square by %s for a model of %s",
                images.fit(),
                description.preprocessing().fit());
        images.prepare(samples);
        List<SamplePrediction> predictions = new ArrayList<>(samples.size());
        try (BatchLoader loader = new BatchLoader(images, atOnce, BatchLoader.defaultWorkers())) {
            Iterator<Batch> batches = loader.pass(samples);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                float[] logits = whileOpen(() -> logits(batch.pixels(), batch.samples().size()));
                for (int i = 0; i < logits.length; i++) {
                    predictions.add(
                            new SamplePrediction(
                                    batch.samples().get(i),
                                    ImagePrediction.of(logits[i], description.threshold())));
                }
                listener.update(new Progress("predicting", predictions.size(), samples.size(), ""));
            }
        }
        return new SamplePredictions(predictions, description.threshold());
    }

    /**
     * Runs work during which the predictor cannot be closed; several threads may do so at a time.
     */
    private float[] whileOpen(Supplier<float[]> work) {
        life.readLock().lock();
        try {
            checkState(!closed, "the predictor is closed");
            return work.get();
        } finally {
            life.readLock().unlock();
        }
    }

    private float[] logits(List<RgbImage> squares) {
        int size = description.preprocessing().inputSize();
        // Buffers are reused, since direct memory is freed only by the garbage collector.
        ByteBuffer used = buffers.poll();
        ByteBuffer pixels =
                used == null ? ByteBuffer.allocateDirect(atOnce * size * size * 3) : used;
        pixels.clear();
        squares.forEach(square -> pixels.put(square.rgb()));
        float[] logits = logits(pixels.flip(), squares.size());
        buffers.add(pixels);
        return logits;
    }

    private float[] logits(ByteBuffer pixels, int count) {
        int size = description.preprocessing().inputSize();
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = manager.newSubManager()) {
                        return network.apply(Batch.asInput(pixels, count, size, scratch))
                                .toFloatArray();
                    }
                });
    }

    /**
     * Waits for the batch in progress and frees memory. Later calls, and calls that have not
     * finished their list, throw an {@link IllegalStateException}. Closing again has no effect.
     */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                manager.close();
                whenClosed.run();
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
