package dev.fer4j.synthesis.projection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.network.StagedBlock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How different two images are in the features of a network (after Zhang et al., "The unreasonable
 * effectiveness of deep features as a perceptual metric", CVPR 2018): feature maps of some stages,
 * scaled to length 1 over channels at each place; the mean over places of the squared distances,
 * summed over stages. Their learned weights of channels are left out, so that any network will do.
 */
public final class PerceptualDistance {

    private static final int BILINEAR = 2;

    private final Function<NDArray, NDList> maps;

    private PerceptualDistance(Function<NDArray, NDList> maps) {
        this.maps = maps;
    }

    /**
     * By a model's stages that have feature maps.
     *
     * @param model stays open, and its weights without gradients, as long as this is used
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
     * By the maps of a discriminator, which has learned what tells images of its generator's kind
     * apart.
     *
     * @param discriminator of the size of the images that are compared; stays open, and its weights
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
     * Features of images.
     *
     * @param images {@code (N, 3, H, W)} in [−1, 1]; gradients go through to them
     * @return one array for each stage; belong to the images' manager
     */
    NDList features(NDArray images) {
        NDList unit = new NDList();
        for (NDArray map : maps.apply(images)) {
            unit.add(map.div(map.square().sum(new int[] {1}, true).add(1e-8f).sqrt()));
        }
        return unit;
    }

    /** A number, from features of equally many images. */
    static NDArray between(NDList one, NDList other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).sub(other.get(i)).square().sum(new int[] {1}).mean())
                .reduce(NDArray::add)
                .orElseThrow();
    }
}
