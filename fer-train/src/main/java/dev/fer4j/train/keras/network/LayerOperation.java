package dev.fer4j.train.keras.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.train.network.StagedBlock;
import java.util.Optional;

/**
 * What a layer computes, as Keras on TensorFlow does. Feature maps are {@code (N, C, H, W)},
 * float32, features {@code (N, C)}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LayerOperation.Input.class, name = "input"),
    @JsonSubTypes.Type(value = LayerOperation.Convolution.class, name = "convolution"),
    @JsonSubTypes.Type(value = LayerOperation.Depthwise.class, name = "depthwise"),
    @JsonSubTypes.Type(value = LayerOperation.Separable.class, name = "separable"),
    @JsonSubTypes.Type(value = LayerOperation.Dense.class, name = "dense"),
    @JsonSubTypes.Type(value = LayerOperation.Norm.class, name = "norm"),
    @JsonSubTypes.Type(value = LayerOperation.Nonlinear.class, name = "nonlinear"),
    @JsonSubTypes.Type(value = LayerOperation.MaxPool.class, name = "max-pool"),
    @JsonSubTypes.Type(value = LayerOperation.AveragePool.class, name = "average-pool"),
    @JsonSubTypes.Type(value = LayerOperation.GlobalPool.class, name = "global-pool"),
    @JsonSubTypes.Type(value = LayerOperation.Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = LayerOperation.Flat.class, name = "flat"),
    @JsonSubTypes.Type(value = LayerOperation.Sum.class, name = "sum"),
    @JsonSubTypes.Type(value = LayerOperation.ZeroPad.class, name = "zero-pad"),
    @JsonSubTypes.Type(value = LayerOperation.Rescale.class, name = "rescale")
})
public sealed interface LayerOperation {

    /** The largest number of output channels. */
    int MOST_CHANNELS = 1 << 16;

    /**
     * The shape of its output.
     *
     * @param input the shape of its input
     * @throws IllegalArgumentException if it cannot have such an input
     */
    Shape output(Shape input);

    /** The number of its parameters, running statistics included. */
    default long parameters(Shape input) {
        return 0;
    }

    /** Builds a block that maps one array to another. */
    Block block();

    /**
     * Makes the images of a model from RGB images in [−1, 1].
     *
     * @param size height and width, 1 to {@value KerasNetwork#LARGEST_INPUT}
     * @param channels 3 for red, green and blue; 1 for grey, 0.299 R + 0.587 G + 0.114 B
     * @param range the range of its values
     */
    record Input(int size, int channels, PixelRange range) implements LayerOperation {
        public Input {
            checkArgument(
                    size >= 1 && size <= KerasNetwork.LARGEST_INPUT,
                    "size %s is not in 1..%s",
                    size,
                    KerasNetwork.LARGEST_INPUT);
            checkArgument(channels == 1 || channels == 3, "%s channels, expected 1 or 3", channels);
            requireNonNull(range);
        }

        @Override
        public Shape output(Shape input) {
            requireMaps(input);
            checkArgument(input.get(1) == 3, "an image of %s channels is not RGB", input.get(1));
            return new Shape(input.get(0), channels, input.get(2), input.get(3));
        }

        @Override
        public Block block() {
            return new StepBlock(
                    this::output,
                    images ->
                            affine(
                                    channels == 1 ? grey(images) : images,
                                    range.scale(),
                                    range.offset()));
        }

        private static NDArray grey(NDArray images) {
            return images.get(":, 0:1")
                    .mul(constant(images, 0.299))
                    .add(images.get(":, 1:2").mul(constant(images, 0.587)))
                    .add(images.get(":, 2:3").mul(constant(images, 0.114)));
        }
    }

    /**
     * {@code Conv2D}.
     *
     * @param filters number of output channels
     * @param bias whether it has a bias
     */
    record Convolution(int filters, SlidingWindow window, boolean bias) implements LayerOperation {
        public Convolution {
            requireChannels(filters);
            requireNonNull(window);
        }

        @Override
        public Shape output(Shape input) {
            return window.output(requireMaps(input), filters);
        }

        @Override
        public long parameters(Shape input) {
            return (window.area() * input.get(1) + (bias ? 1 : 0)) * filters;
        }

        @Override
        public Block block() {
            return new WindowedConvolution(window, false, filters, bias);
        }
    }

    /**
     * {@code DepthwiseConv2D}.
     *
     * @param multiplier number of output channels for each input channel
     * @param bias whether it has a bias
     */
    record Depthwise(int multiplier, SlidingWindow window, boolean bias) implements LayerOperation {
        public Depthwise {
            requireChannels(multiplier);
            requireNonNull(window);
        }

        @Override
        public Shape output(Shape input) {
            return window.output(requireMaps(input), input.get(1) * multiplier);
        }

        @Override
        public long parameters(Shape input) {
            return (window.area() + (bias ? 1 : 0)) * input.get(1) * multiplier;
        }

        @Override
        public Block block() {
            return new WindowedConvolution(window, true, multiplier, bias);
        }
    }

    /**
     * {@code SeparableConv2D}: depthwise, then pointwise.
     *
     * @param filters number of output channels
     * @param multiplier number of channels between the two for each input channel
     * @param window the depthwise one's
     * @param bias whether the pointwise one has a bias
     */
    record Separable(int filters, int multiplier, SlidingWindow window, boolean bias)
            implements LayerOperation {
        public Separable {
            requireChannels(filters);
            requireChannels(multiplier);
            requireNonNull(window);
        }

        @Override
        public Shape output(Shape input) {
            return window.output(requireMaps(input), filters);
        }

        @Override
        public long parameters(Shape input) {
            long between = input.get(1) * multiplier;
            return window.area() * between + (between + (bias ? 1 : 0)) * filters;
        }

        @Override
        public Block block() {
            return new StagedBlock(
                    ImmutableMap.of(
                            "depthwise",
                            new WindowedConvolution(window, true, multiplier, false),
                            "pointwise",
                            new WindowedConvolution(
                                    SlidingWindow.pointwise(), false, filters, bias)));
        }
    }

    /**
     * {@code Dense}: features to features.
     *
     * @param units number of outputs
     * @param bias whether it has a bias
     */
    record Dense(int units, boolean bias) implements LayerOperation {
        public Dense {
            requireChannels(units);
        }

        @Override
        public Shape output(Shape input) {
            return new Shape(requireFeatures(input).get(0), units);
        }

        @Override
        public long parameters(Shape input) {
            return (input.get(1) + (bias ? 1 : 0)) * units;
        }

        @Override
        public Block block() {
            return Linear.builder().setUnits(units).optBias(bias).build();
        }
    }

    /**
     * {@code BatchNormalization} of channels or features.
     *
     * @param epsilon what is added to variances, in [0, 1]
     * @param momentum weight of the old value in running statistics, in [0, 1]
     * @param scale whether it has a scale, γ
     * @param center whether it has a shift, β
     */
    record Norm(double epsilon, double momentum, boolean scale, boolean center)
            implements LayerOperation {
        public Norm {
            checkArgument(epsilon >= 0 && epsilon <= 1, "epsilon %s is not in [0, 1]", epsilon);
            checkArgument(momentum >= 0 && momentum <= 1, "momentum %s is not in [0, 1]", momentum);
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public long parameters(Shape input) {
            return input.get(1) * (2 + (scale ? 1 : 0) + (center ? 1 : 0));
        }

        @Override
        public Block block() {
            return new ChannelNorm(this);
        }
    }

    /**
     * {@code Activation} and its kind.
     *
     * @param function the function
     * @param slope the factor that the function names, if it has one; finite
     * @param limit the largest value of {@link Nonlinearity#RELU}, positive, if it has one
     */
    record Nonlinear(Nonlinearity function, double slope, Optional<Double> limit)
            implements LayerOperation {
        public Nonlinear {
            requireNonNull(function);
            requireFinite(slope);
            limit.ifPresent(most -> checkArgument(most > 0 && most < 1e30, "%s is no limit", most));
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public Block block() {
            return new StepBlock(this::output, this::apply);
        }

        private NDArray apply(NDArray input) {
            return switch (function) {
                case LINEAR -> input;
                case RELU -> limited(Activation.relu(input));
                case LEAKY_RELU -> Activation.leakyRelu(input, (float) slope);
                case ELU -> Activation.elu(input, (float) slope);
                case SIGMOID -> Activation.sigmoid(input);
                case TANH -> Activation.tanh(input);
                case SOFTMAX -> input.softmax(1);
            };
        }

        private NDArray limited(NDArray positive) {
            return limit.map(most -> positive.minimum(constant(positive, most))).orElse(positive);
        }
    }

    /** {@code MaxPooling2D}. Padding never is the maximum. */
    record MaxPool(SlidingWindow window) implements LayerOperation {
        public MaxPool {
            requireAdjacent(window);
        }

        @Override
        public Shape output(Shape input) {
            return window.output(requireMaps(input), input.get(1));
        }

        @Override
        public Block block() {
            return new StepBlock(
                    this::output,
                    maps ->
                            window.skips()
                                    ? window.skip(maps)
                                    : Pool.maxPool2d(
                                            window.pad(maps, Double.NEGATIVE_INFINITY),
                                            window.size().shape(),
                                            window.stride().shape(),
                                            new Shape(0, 0),
                                            false));
        }
    }

    /** {@code AveragePooling2D}. Padding is not counted. */
    record AveragePool(SlidingWindow window) implements LayerOperation {
        public AveragePool {
            requireAdjacent(window);
        }

        @Override
        public Shape output(Shape input) {
            return window.output(requireMaps(input), input.get(1));
        }

        @Override
        public Block block() {
            return new StepBlock(this::output, this::apply);
        }

        private NDArray apply(NDArray maps) {
            if (window.skips()) {
                return window.skip(maps);
            }
            NDArray padded = window.pad(maps, 0);
            NDArray means = mean(padded);
            if (padded == maps) {
                return means;
            }
            Shape one = new Shape(1, 1, maps.getShape().get(2), maps.getShape().get(3));
            return means.div(mean(window.pad(maps.getManager().ones(one), 0)));
        }

        private NDArray mean(NDArray maps) {
            return Pool.avgPool2d(
                    maps,
                    window.size().shape(),
                    window.stride().shape(),
                    new Shape(0, 0),
                    false,
                    true);
        }
    }

    /**
     * {@code GlobalAveragePooling2D} and {@code GlobalMaxPooling2D}: {@code (N, C, H, W)} to {@code
     * (N, C)}.
     *
     * @param maximum whether the maximum of each feature map is taken, not the mean
     */
    record GlobalPool(boolean maximum) implements LayerOperation {
        @Override
        public Shape output(Shape input) {
            return requireMaps(input).slice(0, 2);
        }

        @Override
        public Block block() {
            return new StepBlock(
                    this::output, maximum ? Pool::globalMaxPool2d : Pool::globalAvgPool2d);
        }
    }

    /**
     * {@code Dropout}: sets values to 0 at random in training, and scales up the others.
     *
     * @param rate share of values to drop, in [0, 1)
     */
    record Drop(double rate) implements LayerOperation {
        public Drop {
            checkArgument(rate >= 0 && rate < 1, "rate %s is not in [0, 1)", rate);
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public Block block() {
            return Dropout.builder().optRate((float) rate).build();
        }
    }

    /** {@code Flatten}, in the order of Keras, rows first and channels last. */
    record Flat() implements LayerOperation {
        @Override
        public Shape output(Shape input) {
            return new Shape(input.get(0), input.slice(1).size());
        }

        @Override
        public Block block() {
            return new StepBlock(
                    this::output,
                    input ->
                            input.getShape().dimension() == 4
                                    ? input.transpose(0, 2, 3, 1)
                                            .reshape(input.getShape().get(0), -1)
                                    : input);
        }
    }

    /** {@code Add}, of inputs of the same shape. */
    record Sum() implements LayerOperation {
        @Override
        public Shape output(Shape input) {
            return input;
        }

        /** The identity: {@link LayerGraph} adds. */
        @Override
        public Block block() {
            return new StepBlock(this::output, sum -> sum);
        }
    }

    /** {@code ZeroPadding2D}: numbers of rows and columns that are added, 0 to 256. */
    record ZeroPad(int top, int bottom, int left, int right) implements LayerOperation {
        public ZeroPad {
            for (int count : new int[] {top, bottom, left, right}) {
                checkArgument(count >= 0 && count <= 256, "%s is not in 0..256", count);
            }
        }

        @Override
        public Shape output(Shape input) {
            requireMaps(input);
            return new Shape(
                    input.get(0),
                    input.get(1),
                    top + input.get(2) + bottom,
                    left + input.get(3) + right);
        }

        @Override
        public Block block() {
            return new StepBlock(
                    this::output, maps -> SlidingWindow.pad(maps, 0, top, bottom, left, right));
        }
    }

    /**
     * {@code Rescaling}: x · scale + offset.
     *
     * @param scale finite
     * @param offset finite
     */
    record Rescale(double scale, double offset) implements LayerOperation {
        public Rescale {
            requireFinite(scale);
            requireFinite(offset);
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public Block block() {
            return new StepBlock(this::output, input -> affine(input, scale, offset));
        }
    }

    private static NDArray affine(NDArray input, double scale, double offset) {
        return scale == 1 && offset == 0
                ? input
                : input.mul(constant(input, scale)).add(constant(input, offset));
    }

    /** A number in PyTorch's memory, which the gradient may need later. */
    private static NDArray constant(NDArray like, double number) {
        return like.getManager().full(new Shape(1), (float) number);
    }

    private static Shape requireMaps(Shape shape) {
        checkArgument(shape.dimension() == 4, "its input is not feature maps but %s", shape);
        return shape;
    }

    private static Shape requireFeatures(Shape shape) {
        checkArgument(shape.dimension() == 2, "its input is not flat but feature maps, %s", shape);
        return shape;
    }

    private static void requireChannels(int count) {
        checkArgument(
                count >= 1 && count <= MOST_CHANNELS,
                "%s outputs are not in 1..%s",
                count,
                MOST_CHANNELS);
    }

    private static void requireAdjacent(SlidingWindow window) {
        checkArgument(window.dilation().equals(SlidingWindow.Steps.ONE), "pooling has no dilation");
    }

    private static void requireFinite(double number) {
        checkArgument(Double.isFinite(number), "%s is not finite", number);
    }
}
