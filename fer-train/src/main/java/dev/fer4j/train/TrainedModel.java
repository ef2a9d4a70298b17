package dev.fer4j.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;

/**
 * A network with its weights. Owns native memory until it is closed; for one thread at a time.
 *
 * <p>Images are never augmented here.
 */
public final class TrainedModel implements AutoCloseable {

    private static final int BATCH = 32;

    private final NDManager manager;
    private final Block block;
    private final ParameterStore parameters;
    private final ImageSource images;

    TrainedModel(NDManager manager, Block block, ParameterStore parameters, ImageSource images) {
        this.manager = manager;
        this.block = block;
        this.parameters = parameters;
        this.images = images;
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
        List<Prediction> predictions = new ArrayList<>();
        forEachLogit(
                samples,
                (sample, logit) ->
                        predictions.add(
                                new Prediction(
                                        sample.id(),
                                        sample.label(),
                                        sigmoid(logit),
                                        sample.recording(),
                                        sample.participant(),
                                        groups(sample))));
        return new Predictions(predictions);
    }

    void forEachLogit(List<Sample> samples, ObjDoubleConsumer<Sample> consumer) {
        images.prepare(samples);
        try (BatchLoader loader = new BatchLoader(images, BATCH, BatchLoader.defaultWorkers())) {
            Iterator<Batch> batches = loader.pass(samples);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                float[] logits = withoutGradients(scratch -> logits(batch.images(scratch)));
                for (int i = 0; i < logits.length; i++) {
                    consumer.accept(batch.samples().get(i), logits[i]);
                }
            }
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    private float[] logits(NDArray input) {
        return block.forward(parameters, new NDList(input), false)
                .singletonOrThrow()
                .toFloatArray();
    }

    private float[] withoutGradients(Function<NDManager, float[]> work) {
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = manager.newSubManager()) {
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
