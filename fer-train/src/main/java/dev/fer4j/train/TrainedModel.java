package dev.fer4j.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.predict.DecisionThreshold;
import dev.fer4j.train.predict.ModelDescription;
import dev.fer4j.train.predict.ModelFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;

/**
 * A network with its weights. Owns native memory until it is closed; for one thread at a time.
 *
 * <p>Images are never augmented here.
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
     * All that must be known to use it: preprocessing, labels, and what it was trained on. Its
     * threshold is one half unless {@link #save} is given another.
     */
    public ModelDescription description() {
        return description;
    }

    /**
     * Writes a model file, which {@link dev.fer4j.train.predict.Predictor} opens and {@link
     * TrainingOptions#withInitialWeights} starts from.
     *
     * @param threshold chosen on predictions of the validation split, never on those of the test
     *     split: {@link DecisionThreshold#onValidation}
     * @throws IOException if the file cannot be written; what was there before is still there
     */
    public void save(Path file, DecisionThreshold threshold) throws IOException {
        ModelFile.write(file, description.withThreshold(threshold), network.block());
    }

    /** The same model with one more note on what it was trained on; one of the two is closed. */
    TrainedModel withNote(String name, String text) {
        return new TrainedModel(
                network,
                images,
                description.withTrainedOn(description.trainedOn().withNote(name, text)));
    }

    /** Height and width that images are squeezed to. */
    public int inputSize() {
        return images.size();
    }

    /** The probability that the person in an image of any size is interested. */
    public double predict(RgbImage image) {
        int size = images.size();
        ByteBuffer pixels = ByteBuffer.wrap(ImageFiles.resize(image, size, size).rgb());
        float[] logit =
                withoutGradients(scratch -> logits(Batch.asInput(pixels, 1, size, scratch)));
        return sigmoid(logit[0]);
    }

    /** Predicts samples, in their order. */
    public Predictions predict(List<Sample> samples) {
        return predict(samples, () -> false).orElseThrow();
    }

    /** Predicts samples, in their order; empty if it was asked to stop before the last of them. */
    Optional<Predictions> predict(List<Sample> samples, BooleanSupplier stopRequested) {
        List<Prediction> predictions = new ArrayList<>();
        boolean complete =
                forEachLogit(
                        samples,
                        stopRequested,
                        (sample, logit) ->
                                predictions.add(
                                        new Prediction(
                                                sample.id(),
                                                sample.label(),
                                                sigmoid(logit),
                                                sample.recording(),
                                                sample.participant(),
                                                groups(sample))));
        return complete ? Optional.of(new Predictions(predictions)) : Optional.empty();
    }

    /** Gives samples and their logits; false if it was asked to stop before the last of them. */
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
        return network.block()
                .forward(network.store(), new NDList(input), false)
                .singletonOrThrow()
                .toFloatArray();
    }

    private float[] withoutGradients(Function<NDManager, float[]> work) {
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = network.manager().newSubManager()) {
                        return work.apply(scratch);
                    }
                });
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static Map<String, String> groups(Sample sample) {
        ImmutableMap.Builder<String, String> groups = ImmutableMap.builder();
        sample.category().ifPresent(category -> groups.put("category", category.id()));
        sample.demographics().gender().ifPresent(gender -> groups.put("gender", gender.name()));
        sample.demographics().age().ifPresent(age -> groups.put("age", age.toString()));
        return groups.buildOrThrow();
    }
}
