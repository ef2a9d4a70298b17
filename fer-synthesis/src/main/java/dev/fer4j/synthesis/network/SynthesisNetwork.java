package dev.fer4j.synthesis.network;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.ComputedNormals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Maps styles to images (Karras et al. 2020a): a learned constant of 4 × 4 pixels, one styled layer
 * at that size, and two at each larger size, the first of which doubles the maps; the colours of
 * each size are added to the upsampled colours of the previous size.
 *
 * <p>The constant's layer takes the first style of an image and its toRGB the second; at the i-th
 * larger size (i from 1), the layers take the styles 2·i − 1 and 2·i and toRGB the style 2·i + 1,
 * counted from 0.
 *
 * <p>Parameters: {@code b4.const} (C, 4, 4), {@code b4.conv1.…}, {@code b4.torgb.…}, {@code
 * b8.conv0.…}, {@code b8.conv1.…}, {@code b8.torgb.…}, {@code b16.conv0.…}, ….
 */
public final class SynthesisNetwork {

    private static final int FIRST = StyleGan2Config.SMALLEST;

    private final Parameter constant;
    private final List<Block> blocks = new ArrayList<>();
    private final BinomialFilter.Doubling doubling;
    private final ComputedNormals normals;
    private final StyleGan2Config config;

    /** The layers at one size. */
    private record Block(Optional<StyledLayer> conv0, StyledLayer conv1, ToRgb toRgb) {}

    SynthesisNetwork(ParameterScope scope, StyleGan2Config config) {
        this.config = config;
        ParameterScope first = scope.in("b" + FIRST);
        this.constant = first.normal("const", 1, config.channels(FIRST), FIRST, FIRST);
        int in = config.channels(FIRST);
        for (int side : config.sides()) {
            blocks.add(block(scope.in("b" + side), in, side));
            in = config.channels(side);
        }
        this.doubling = new BinomialFilter.Doubling(scope, ToRgb.COLOURS);
        this.normals = new ComputedNormals(scope.manager());
    }

    private Block block(ParameterScope scope, int in, int side) {
        int wDim = config.dimensions().w();
        int out = config.channels(side);
        String name = "b" + side;
        Optional<StyledLayer> conv0 =
                side == FIRST
                        ? Optional.empty()
                        : Optional.of(
                                StyledLayer.doubling(
                                        scope.in("conv0"), name + ".conv0", wDim, in, out, side));
        return new Block(
                conv0,
                StyledLayer.plain(scope.in("conv1"), name + ".conv1", wDim, out, out, side),
                new ToRgb(scope.in("torgb"), wDim, out));
    }

    /**
     * Generates images.
     *
     * @param styles {@code (N, styles, wDim)}, see {@link StyleGan2Config#styles}
     * @return {@code (N, 3, R, R)}, red, green, blue, roughly in [−1, 1] once trained, but not
     *     clipped; belongs to the styles' manager
     */
    public NDArray forward(NDArray styles, GeneratorNoise noise) {
        Shape shape = styles.getShape();
        checkArgument(
                shape.dimension() == 3
                        && shape.get(1) == config.styles()
                        && shape.get(2) == config.dimensions().w(),
                "styles are %s, expected (N, %s, %s)",
                shape,
                config.styles(),
                config.dimensions().w());
        if (noise instanceof GeneratorNoise.Random random) {
            checkArgument(
                    random.images().size() == shape.get(0),
                    "there are %s seeds of noise for %s images",
                    random.images().size(),
                    shape.get(0));
            if (random.from() == NormalNumbers.DEVICE) {
                return withComputedNoise(styles, random.images());
            }
        }
        return generate(styles, noise);
    }

    /** Computes the noise of all layers at once, so that their seeds are copied only once. */
    private NDArray withComputedNoise(NDArray styles, List<Seed> images) {
        return Scratch.keepOnly(
                styles.getManager(),
                () -> {
                    List<NoiseInput> layers = noiseInputs();
                    int each = layers.stream().mapToInt(l -> l.side() * l.side()).sum();
                    NDArray values =
                            normals.of(styles.getManager(), images, each)
                                    .toType(styles.getDataType(), false);
                    Map<String, NDArray> drawn = new LinkedHashMap<>();
                    int from = 0;
                    for (NoiseInput layer : layers) {
                        int side = layer.side();
                        int to = from + side * side;
                        drawn.put(
                                layer.layer(),
                                values.get(new NDIndex().addAllDim().addSliceDim(from, to))
                                        .reshape(images.size(), 1, side, side));
                        from = to;
                    }
                    return generate(styles, new DrawnNoise(drawn));
                });
    }

    private List<NoiseInput> noiseInputs() {
        return blocks.stream()
                .flatMap(block -> Stream.concat(block.conv0().stream(), Stream.of(block.conv1())))
                .map(StyledLayer::noise)
                .toList();
    }

    private NDArray generate(NDArray styles, GeneratorNoise noise) {
        NDArray maps = constants(styles);
        Optional<NDArray> image = Optional.empty();
        int style = 0;
        for (Block block : blocks) {
            if (block.conv0().isPresent()) {
                maps = styled(block.conv0().get(), maps, styles, style++, noise);
            }
            maps = styled(block.conv1(), maps, styles, style++, noise);
            NDArray colours = colours(block.toRgb(), maps, styles, style);
            image = Optional.of(image.map(small -> sum(small, colours)).orElse(colours));
        }
        maps.close();
        return image.orElseThrow();
    }

    /**
     * Closes the input maps, so that without gradients only the maps of one layer are in memory at
     * a time.
     */
    private static NDArray styled(
            StyledLayer layer, NDArray maps, NDArray styles, int index, GeneratorNoise noise) {
        try (NDArray w = style(styles, index)) {
            NDArray result = layer.forward(maps, w, noise);
            maps.close();
            return result;
        }
    }

    private static NDArray colours(ToRgb layer, NDArray maps, NDArray styles, int index) {
        try (NDArray w = style(styles, index)) {
            return layer.forward(maps, w);
        }
    }

    private NDArray sum(NDArray small, NDArray colours) {
        try (small;
                colours) {
            return Scratch.keepOnly(small.getManager(), () -> doubling.apply(small).add(colours));
        }
    }

    private static NDArray style(NDArray styles, int index) {
        return styles.get(new NDIndex().addAllDim().addIndices(index));
    }

    /**
     * The constant, repeated for each image, with the channels of a pixel next to each other in
     * memory; all later convolutions preserve this layout and are faster.
     */
    private NDArray constants(NDArray styles) {
        return Scratch.keepOnly(
                styles.getManager(),
                () ->
                        constant.getArray()
                                .expandDims(0)
                                .transpose(0, 2, 3, 1)
                                .repeat(0, styles.getShape().get(0))
                                .transpose(0, 3, 1, 2));
    }
}
