package dev.fer4j.synthesis.network;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maps images to logits, high for real ones (Karras et al. 2020a, section 4.1): a convolution of
 * the colours, residual blocks down to 4 × 4 pixels, the standard deviation over the batch, one
 * more convolution, two fully connected layers.
 *
 * <p>Parameters: {@code b<R>.fromrgb.…}, {@code b<R>.conv0.…}, {@code b<R>.conv1.…}, {@code
 * b<R>.skip.weight}, the same without {@code fromrgb} for smaller sizes, and {@code b4.conv.…},
 * {@code b4.fc.…}, {@code b4.out.…}. Not safe for use by several threads at a time.
 */
public final class Discriminator {

    private final StyleGan2Config config;
    private final ImmutableMap<String, Parameter> parameters;
    private final EqualizedConvolution fromRgb;
    private final List<DiscriminatorBlock> blocks = new ArrayList<>();
    private final EqualizedConvolution last;
    private final Dense dense;
    private final Dense out;

    private Discriminator(StyleGan2Config config, ParameterScope scope) {
        this.config = config;
        int resolution = config.resolution();
        this.fromRgb =
                EqualizedConvolution.activated(
                        scope.in("b" + resolution).in("fromrgb"),
                        ToRgb.COLOURS,
                        config.channels(resolution),
                        1);
        for (int side : Lists.reverse(config.sides())) {
            if (side > StyleGan2Config.SMALLEST) {
                blocks.add(
                        new DiscriminatorBlock(
                                scope.in("b" + side),
                                config.channels(side),
                                config.channels(side / 2)));
            }
        }
        int channels = config.channels(StyleGan2Config.SMALLEST);
        int pixels = StyleGan2Config.SMALLEST * StyleGan2Config.SMALLEST;
        ParameterScope end = scope.in("b" + StyleGan2Config.SMALLEST);
        this.last = EqualizedConvolution.activated(end.in("conv"), channels + 1, channels, 3);
        this.dense = Dense.activated(end.in("fc"), channels * pixels, channels, 1);
        this.out = Dense.linear(end.in("out"), channels, 1, 0);
        this.parameters = ImmutableMap.copyOf(scope.parameters());
    }

    /**
     * Creates a discriminator with random weights.
     *
     * @param manager owns the weights
     * @param seed from which they are drawn
     */
    public static Discriminator create(NDManager manager, StyleGan2Config config, Seed seed) {
        return create(manager, DataType.FLOAT32, config, seed);
    }

    static Discriminator create(
            NDManager manager, DataType type, StyleGan2Config config, Seed seed) {
        return new Discriminator(config, ParameterScope.root(manager, type, seed));
    }

    /** The configuration; its latent sizes have no effect here. */
    public StyleGan2Config config() {
        return config;
    }

    /** All parameters by path. */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /**
     * Computes logits of images.
     *
     * @param images {@code (N, 3, R, R)}, red, green, blue, in [−1, 1]
     * @return logits, {@code (N, 1)}; belongs to the images' manager
     */
    public NDArray forward(NDArray images) {
        Shape shape = images.getShape();
        int side = config.resolution();
        checkArgument(
                shape.dimension() == 4 && shape.slice(1).equals(new Shape(3, side, side)),
                "images are %s, expected (N, 3, %s, %s)",
                shape,
                side,
                side);
        NDArray maps = pixelwise(images);
        maps = replace(maps, fromRgb.forward(maps));
        for (DiscriminatorBlock block : blocks) {
            maps = replace(maps, block.forward(maps));
        }
        maps = replace(maps, MinibatchDeviation.append(maps));
        maps = replace(maps, last.forward(maps));
        maps = replace(maps, maps.reshape(shape.get(0), -1));
        maps = replace(maps, dense.forward(maps));
        return replace(maps, out.forward(maps));
    }

    /**
     * Intermediate feature maps of images, from fine to coarse: the outputs of the residual blocks,
     * of R / 2 to 4 pixels a side.
     *
     * @param images as for {@link #forward}; differentiable with respect to them
     * @return {@code (N, C, S, S)} for S = R / 2, …, 4; belong to the images' manager
     */
    public NDList features(NDArray images) {
        NDList features = new NDList();
        NDArray colours = pixelwise(images);
        NDArray maps = replace(colours, fromRgb.forward(colours));
        for (DiscriminatorBlock block : blocks) {
            NDArray next = block.forward(maps);
            if (features.isEmpty()) {
                maps.close();
            }
            features.add(next);
            maps = next;
        }
        return features;
    }

    private static NDArray replace(NDArray before, NDArray after) {
        before.close();
        return after;
    }

    /**
     * Puts the colours of a pixel next to each other in memory, which all later convolutions
     * preserve.
     */
    private static NDArray pixelwise(NDArray images) {
        long[] shape = images.getShape().getShape();
        return Scratch.keepOnly(
                images.getManager(),
                () ->
                        images.transpose(0, 2, 3, 1)
                                .reshape(-1)
                                .reshape(shape[0], shape[2], shape[3], shape[1])
                                .transpose(0, 3, 1, 2));
    }

    /**
     * Turns gradients of the parameters on or off; they are off while the generator learns or
     * nothing is trained.
     */
    public void learns(boolean learns) {
        TrainableParameters.of(parameters).forEach(parameter -> parameter.freeze(!learns));
    }
}
