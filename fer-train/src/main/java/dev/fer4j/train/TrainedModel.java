package dev.fer4j.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.metric.Logit;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.network.GradientMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;

/**
 * A trained network, which can be evaluated, saved, or turned into a {@link Predictor}. Owns native
 * memory until it is closed; for one thread at a time.
 *
 * <p>Images are never augmented.
 */
public final class TrainedModel implements AutoCloseable {

    private static final int BATCH = 32;

    private final Network network;
    private final ImageSource images;
    private final ModelDescription description;

    TrainedModel(Network network, ImageSource images, ModelDescription description) {
        this.network = network;
        this.images = images;
        this.description = description;
    }

    /**
     * Everything needed to use the model: preprocessing, labels, and the origin of the weights. The
     * threshold is one half unless {@link #save} is given another.
     */
    public ModelDescription description() {
        return description;
    }

    /**
     * Writes a model file, which {@link Predictor} opens and {@link
     * TrainingOptions#withInitialWeights} starts from.
     *
     * @param threshold chosen on predictions of the validation split, never on those of the test
     *     split: {@code ThresholdRule.maximalYouden().choose(validation).orHalf()}
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public void save(Path file, Threshold threshold) throws IOException {
        save(file, threshold, description.labels());
    }

    /**
     * Writes a model file, as {@link #save(Path, Threshold)} does.
     *
     * @param labels names of the two classes
     */
    public void save(Path file, Threshold threshold, LabelNames labels) throws IOException {
        ModelFile.write(
                file, description.withThreshold(threshold).withLabels(labels), network.block());
    }

    /**
     * Returns this model with an additional note on its training. The two share memory: close only
     * one.
     */
    TrainedModel withNote(String name, String text) {
        return new TrainedModel(
                network,
                images,
                description.withTrainedOn(description.trainedOn().withNote(name, text)));
    }

    /**
     * Returns a predictor of single images and lists, for any number of threads, on the device of
     * the training. It copies the network and remains usable after this model is closed, unless the
     * backbone is of a custom class ({@link Predictor#of}).
     *
     * @return a predictor to be closed by the caller
     */
    public Predictor predictor() {
        Device device = network.manager().getDevice();
        return Predictor.of(
                description,
                network.block(),
                device.isGpu()
                        ? new DeviceChoice(Optional.of(device.getDeviceId()))
                        : DeviceChoice.CPU);
    }

    /**
     * Predicts samples, in their order, with the same operations as validation during training. A
     * {@link #predictor} is faster; its logits differ by about 1e-5.
     */
    public Predictions predict(List<Sample> samples) {
        return predict(samples, () -> false).orElseThrow();
    }

    /** Predicts samples, in their order; empty if asked to stop before the last one. */
    public Optional<Predictions> predict(List<Sample> samples, BooleanSupplier stopRequested) {
        List<Prediction> predictions = new ArrayList<>();
        boolean complete =
                forEachLogit(
                        samples,
                        stopRequested,
                        (sample, logit) ->
                                predictions.add(Prediction.of(sample, Logit.toProbability(logit))));
        return complete ? Optional.of(new Predictions(predictions)) : Optional.empty();
    }

    /** Passes on samples and their logits; false if asked to stop before the last one. */
    boolean forEachLogit(
            List<Sample> samples,
            BooleanSupplier stopRequested,
            ObjDoubleConsumer<Sample> consumer) {
        images.prepare(samples);
        try (BatchLoader loader = new BatchLoader(images, BATCH, BatchLoader.defaultWorkers())) {
            Iterator<Batch> batches = loader.pass(samples);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                float[] logits = withoutGradients(scratch -> logits(batch.images(scratch)));
                for (int i = 0; i < logits.length; i++) {
                    consumer.accept(batch.samples().get(i), logits[i]);
                }
                if (batches.hasNext() && stopRequested.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        network.close();
    }

    private float[] logits(NDArray input) {
        return network.predict(input).toFloatArray();
    }

    private float[] withoutGradients(Function<NDManager, float[]> work) {
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = network.manager().newSubManager()) {
                        return work.apply(scratch);
                    }
                });
    }
}
