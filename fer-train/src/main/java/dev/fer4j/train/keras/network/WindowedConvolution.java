package dev.fer4j.train.keras.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;

/**
 * A convolution of all channels or of each channel, with padding as in TensorFlow: {@code (N, C, H,
 * W)} to {@code (N, out, H′, W′)}. Its parameters are {@code weight}, {@code (out, C, h, w)} or
 * {@code (out, 1, h, w)}, and {@code bias}, {@code (out)}, if it has one.
 *
 * <p>A 1 × 1 kernel with a stride is applied to the values that it meets, without a stride: oneDNN
 * 3.5 crashes in the gradient of some such convolutions of channels-last input.
 */
final class WindowedConvolution extends AbstractBlock {

    private final SlidingWindow window;
    private final int outputs;
    private final boolean depthwise;
    private final Parameter weight;
    private final Optional<Parameter> bias;

    /**
     * Creates a block.
     *
     * @param depthwise whether each channel is convolved by itself
     * @param outputs the number of output channels, or of those of each input channel
     */
    WindowedConvolution(SlidingWindow window, boolean depthwise, int outputs, boolean bias) {
        this.window = window;
        this.depthwise = depthwise;
        this.outputs = outputs;
        this.weight = addParameter(parameter("weight", Parameter.Type.WEIGHT));
        this.bias =
                bias
                        ? Optional.of(addParameter(parameter("bias", Parameter.Type.BIAS)))
                        : Optional.empty();
    }

    private static Parameter parameter(String name, Parameter.Type type) {
        return Parameter.builder().setName(name).setType(type).build();
    }

    private long channels(Shape maps) {
        return depthwise ? maps.get(1) * outputs : outputs;
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        Shape maps = inputShapes[0];
        long out = channels(maps);
        weight.setShape(
                new Shape(
                        out,
                        depthwise ? 1 : maps.get(1),
                        window.size().vertical(),
                        window.size().horizontal()));
        bias.ifPresent(parameter -> parameter.setShape(new Shape(out)));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray maps = inputs.singletonOrThrow();
        NDArray kernel = parameters.getValue(weight, maps.getDevice(), training);
        NDArray shift = parameters.getValue(bias.orElse(null), maps.getDevice(), training);
        int groups = depthwise ? (int) maps.getShape().get(1) : 1;
        Shape dilation = window.dilation().shape();
        Shape none = new Shape(0, 0);
        if (window.skips()) {
            Shape one = new Shape(1, 1);
            return Conv2d.conv2d(window.skip(maps), kernel, shift, one, none, one, groups);
        }
        Shape stride = window.stride().shape();
        return window.symmetric(maps.getShape())
                ? Conv2d.conv2d(
                        maps,
                        kernel,
                        shift,
                        stride,
                        window.paddingBefore(maps.getShape()),
                        dilation,
                        groups)
                : Conv2d.conv2d(window.pad(maps, 0), kernel, shift, stride, none, dilation, groups);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {window.output(inputShapes[0], channels(inputShapes[0]))};
    }
}
