package dev.fer4j.synthesis.projection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.network.StagedBlock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The distance between two images in the features of a network (after Zhang et al., "The
 * unreasonable effectiveness of deep features as a perceptual metric", CVPR 2018): the feature maps
 * of some stages are normalized over channels at each location; squared distances are averaged over
 * locations and summed over stages. The learned channel weights of that paper are left out, so that
 * any network can be used.
 */
public final class PerceptualDistance {

    private static final int BILINEAR = 2;
    private static final int[] CHANNELS = {1};

    /** All axes but that of images. */
    private static final int[] EACH = {1, 2, 3};

    private final Function<NDArray, NDList> maps;

    private PerceptualDistance(Function<NDArray, NDList> maps) {
        this.maps = maps;
    }

    /**
     * Uses the stages of a model that have feature maps.
     *
     * @param model must stay open, and its weights without gradients, as long as this is used
     * @throws dev.fer4j.core.InputException if its network has no such stages
     */
    public static PerceptualDistance of(LoadedModel model) {
        StagedBlock network = model.staged();
        List<String> stages = model.stages();
        int size = model.description().preprocessing().inputSize();
        return new PerceptualDistance(
                images -> {
                    NDArray sized = resized(images, size);
                    return network.features(
                            new ParameterStore(sized.getManager(), false), sized, stages);
                });
    }

    /**
     * Uses the feature maps of a discriminator, which has learned to tell images like its
     * generator's apart.
     *
     * @param discriminator for the size of the compared images; must stay open, and its weights
     *     without gradients ({@link Discriminator#learns}), as long as this is used
     */
    public static PerceptualDistance of(Discriminator discriminator) {
        return new PerceptualDistance(discriminator::features);
    }

    private static NDArray resized(NDArray images, int size) {
        return images.getShape().get(2) == size && images.getShape().get(3) == size
                ? images
                : JniUtils.interpolate(
                        (PtNDArray) images, new long[] {size, size}, BILINEAR, false);
    }

    /**
     * Computes the features of images.
     *
     * @param images {@code (N, 3, H, W)} in [−1, 1]; differentiable with respect to them
     * @return one array for each stage; belong to the images' manager
     */
    NDList features(NDArray images) {
        NDList unit = new NDList();
        for (NDArray map : maps.apply(images)) {
            unit.add(map.div(Scalars.addTo(map.square().sum(CHANNELS, true), 1e-8).sqrt()));
        }
        return unit;
    }

    /**
     * The distances of pairs of images, from the features of equally many images.
     *
     * @return {@code (N)}
     */
    static NDArray between(NDList one, NDList other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).sub(other.get(i)).square())
                .map(squares -> Scalars.times(squares.sum(EACH), 1.0 / places(squares)))
                .reduce(NDArray::add)
                .orElseThrow();
    }

    private static long places(NDArray maps) {
        return maps.getShape().get(2) * maps.getShape().get(3);
    }
}
