package dev.fer4j.synthesis.audit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import com.google.common.collect.Lists;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.parallel.OrderedPool;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.StagedBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Image features from a network: the spatial mean of the last feature maps, as before a
 * classifier's last layer. Distances reflect the training of the network: one trained on
 * expressions sees expressions, one trained on ImageNet sees objects. Neither is the Inception
 * network of published FIDs and KIDs, so values cannot be compared with those.
 */
public final class BackboneFeatures {

    private static final int BATCH = 32;

    private final LoadedModel model;
    private final StagedBlock network;
    private final String stage;

    private BackboneFeatures(LoadedModel model, StagedBlock network, String stage) {
        this.model = model;
        this.network = network;
        this.stage = stage;
    }

    /**
     * Takes features from the last stage of a model that has feature maps.
     *
     * @param model must stay open as long as this is used
     * @throws dev.fer4j.core.InputException if its network has no named stages with feature maps
     */
    public static BackboneFeatures of(LoadedModel model) {
        List<String> stages = model.stages();
        return new BackboneFeatures(model, model.staged(), stages.get(stages.size() - 1));
    }

    /** The name of the features, for reports. */
    public String title() {
        return model.description().backbone()
                + ", stage "
                + stage
                + ", trained on "
                + model.description().trainedOn().condition().orElse("something unknown");
    }

    /**
     * Reads images and computes their features.
     *
     * @param samples at least one, all different
     * @throws IOException if an image cannot be read
     */
    public ImageFeatures of(List<Sample> samples, ProgressListener listener) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (List<Sample> some : Lists.partition(samples, BATCH)) {
            rows.addAll(
                    features(
                            OrderedPool.run(
                                    "reading",
                                    some,
                                    sample -> ImageFiles.read(sample.file()),
                                    image -> "",
                                    ProgressListener.none())));
            listener.update(new Progress("features", rows.size(), samples.size(), ""));
        }
        return ImageFeatures.of(samples.stream().map(Sample::id).toList(), rows);
    }

    /**
     * Computes features of images without files, identified by their index from 0; at least one
     * image.
     */
    public ImageFeatures of(List<RgbImage> images) {
        List<double[]> rows = new ArrayList<>();
        Lists.partition(images, BATCH).forEach(some -> rows.addAll(features(some)));
        return ImageFeatures.of(
                IntStream.range(0, images.size()).mapToObj(Integer::toString).toList(), rows);
    }

    private List<double[]> features(List<RgbImage> images) {
        int size = model.description().preprocessing().inputSize();
        ByteBuffer pixels = ByteBuffer.allocateDirect(images.size() * 3 * size * size);
        images.forEach(
                image -> pixels.put(model.description().preprocessing().toInputSize(image).rgb()));
        return features(pixels.flip(), images.size(), size);
    }

    private List<double[]> features(ByteBuffer pixels, int count, int size) {
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = model.manager().newSubManager()) {
                        NDArray maps =
                                network.features(
                                                new ParameterStore(scratch, false),
                                                Batch.asInput(pixels, count, size, scratch),
                                                List.of(stage))
                                        .singletonOrThrow();
                        double[] means =
                                maps.toType(DataType.FLOAT64, false)
                                        .reshape(count, maps.getShape().get(1), -1)
                                        .mean(new int[] {2})
                                        .toDoubleArray();
                        List<double[]> rows = new ArrayList<>();
                        int width = means.length / count;
                        for (int i = 0; i < count; i++) {
                            double[] row = new double[width];
                            System.arraycopy(means, i * width, row, 0, width);
                            rows.add(row);
                        }
                        return rows;
                    }
                });
    }
}
