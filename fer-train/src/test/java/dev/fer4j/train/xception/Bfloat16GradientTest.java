package dev.fer4j.train.xception;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.Seed;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.Bfloat16;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients with feature maps in bfloat16 against those in float32.
 *
 * <p>Layers and blocks are close. Of a whole network nothing as close can be asked, since a
 * gradient through dozens of ReLUs, max-poolings and batch normalizations multiplies any rounding:
 * that of the images alone, in a network that is float32 otherwise, is the measure there.
 */
class Bfloat16GradientTest {

    /** Largest differences of a layer, and of a block of layers with ReLU and max-pooling. */
    private static final double LAYER = 0.01;

    private static final double BLOCK = 0.05;

    /** What a computation rounds to bfloat16. */
    private enum Rounded {
        NOTHING,
        IMAGES,
        ALL
    }

    static Stream<Arguments> parts() {
        Conv2d convolution = convolution(3, 16, 1);
        Conv2d depthwise = convolution(3, 8, 8);
        XceptionModules modules = new XceptionModules(NumericsProfile.KERAS, 0.9, n -> n);
        XceptionModules timm = new XceptionModules(NumericsProfile.TIMM, 0.9, n -> n);
        return Stream.of(
                Arguments.of("convolution", convolution, 3, LAYER),
                Arguments.of("depthwise convolution", depthwise, 8, LAYER),
                Arguments.of("stem", modules.stem(16, 16), 3, BLOCK),
                Arguments.of("down", modules.down(16, 32, 32, false), 16, BLOCK),
                Arguments.of("down after ReLU", modules.down(16, 32, 32, true), 16, BLOCK),
                Arguments.of("down of few channels", modules.down(8, 16, 16, false), 8, BLOCK),
                Arguments.of("down of timm", timm.down(16, 32, 32, true), 16, BLOCK),
                Arguments.of("middle", modules.middle(32), 32, BLOCK),
                Arguments.of("last", modules.last(16, 24, 32), 16, BLOCK));
    }

    private static Conv2d convolution(int kernel, int filters, int groups) {
        return Conv2d.builder()
                .setKernelShape(new Shape(kernel, kernel))
                .setFilters(filters)
                .optGroups(groups)
                .optBias(false)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void gradientsOfPartsAreClose(String name, Block part, int channels, double bound) {
        Map<String, Block> stages = new LinkedHashMap<>();
        stages.put("part", part);
        stages.put("pool", new FeatureMean());
        StagedBlock network = new StagedBlock(stages);
        Initialization.prepare(network, NumericsProfile.KERAS, new Seed(5));
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            Shape shape = new Shape(8, channels, 24, 24);
            network.initialize(manager, DataType.FLOAT32, shape);
            network.freeze(Set.of());
            NDArray images = images(manager, shape);
            Map<String, float[]> exact = gradients(network, images, Rounded.NOTHING);
            assertThat(difference(exact, gradients(network, images, Rounded.ALL)))
                    .as(name)
                    .isGreaterThan(1e-4)
                    .isLessThan(bound);
        }
    }

    @Test
    void wholeNetworksMultiplyTheRoundingOfImagesAlone() {
        StagedBlock network =
                Xception.FULL
                        .withWidth(0.25)
                        .withMiddleRepeats(1)
                        .withDropout(0)
                        .build(new Seed(5));
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            Shape shape = new Shape(8, 3, 71, 71);
            network.initialize(manager, DataType.FLOAT32, shape);
            network.freeze(Set.of());
            NDArray images = images(manager, shape);
            Map<String, float[]> exact = gradients(network, images, Rounded.NOTHING);
            double ofImages = difference(exact, gradients(network, images, Rounded.IMAGES));
            double ofAll = difference(exact, gradients(network, images, Rounded.ALL));
            assertThat(ofAll).isGreaterThan(0).isLessThan(4 * ofImages);
        }
    }

    /** Gradients of a weighted sum of the outputs, with respect to all weights, by path. */
    private static Map<String, float[]> gradients(
            StagedBlock network, NDArray images, Rounded rounded) {
        Map<String, Parameter> parameters = ParameterPaths.of(network);
        return GradientMode.on(
                () -> {
                    try (NDManager scratch = images.getManager().newSubManager()) {
                        Bfloat16 format = new Bfloat16(scratch);
                        ParameterStore store =
                                rounded == Rounded.ALL
                                        ? format.kernels(scratch)
                                        : new ParameterStore(scratch, false);
                        NDArray outputs =
                                network.forward(
                                                store,
                                                new NDList(input(images, scratch, rounded, format)),
                                                true)
                                        .singletonOrThrow();
                        assertThat(outputs.getDataType()).isEqualTo(DataType.FLOAT32);
                        NDArray weights =
                                scratch.create(
                                        normal("weights", outputs.size()), outputs.getShape());
                        GradientMode.backward(outputs.mul(outputs).mul(weights).sum());
                        return taken(parameters);
                    }
                });
    }

    private static NDArray input(
            NDArray images, NDManager scratch, Rounded rounded, Bfloat16 format) {
        NDArray own = images.mul(1);
        own.attach(scratch);
        Function<NDArray, NDArray> widened =
                narrow -> narrow.add(scratch.zeros(new Shape(1, 1, 1, 1)));
        return switch (rounded) {
            case NOTHING -> own;
            case IMAGES -> widened.apply(format.of(own));
            case ALL -> format.of(own);
        };
    }

    private static Map<String, float[]> taken(Map<String, Parameter> parameters) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        parameters.forEach(
                (path, parameter) -> {
                    NDArray array = parameter.getArray();
                    if (array.hasGradient()) {
                        try (NDArray gradient = array.getGradient()) {
                            assertThat(gradient.getDataType()).isEqualTo(DataType.FLOAT32);
                            gradients.put(path, gradient.toFloatArray());
                        }
                        JniUtils.zeroGrad((PtNDArray) array);
                    }
                });
        return gradients;
    }

    /** The norm of the difference over the norm. */
    private static double difference(Map<String, float[]> exact, Map<String, float[]> other) {
        assertThat(other.keySet()).isEqualTo(exact.keySet()).isNotEmpty();
        double squares = 0;
        double differences = 0;
        for (Map.Entry<String, float[]> entry : exact.entrySet()) {
            float[] there = other.get(entry.getKey());
            for (int i = 0; i < there.length; i++) {
                double value = entry.getValue()[i];
                squares += value * value;
                differences += (there[i] - value) * (there[i] - value);
            }
        }
        return Math.sqrt(differences / squares);
    }

    /** Smooth images of different brightness, channels-last. */
    private static NDArray images(NDManager manager, Shape shape) {
        int channels = (int) shape.get(1);
        int size = (int) shape.get(2);
        float[] values = new float[(int) shape.size()];
        RandomGenerator random = new Seed(6).generator();
        int at = 0;
        for (int n = 0; n < shape.get(0); n++) {
            double across = random.nextDouble();
            double down = random.nextDouble();
            for (int place = 0; place < size * size; place++) {
                int row = place / size;
                for (int c = 0; c < channels; c++) {
                    double phase = across * (place % size) + down * row + n + c;
                    values[at++] = (float) (Math.sin(phase) + 0.2 * random.nextGaussian());
                }
            }
        }
        try (NDArray rows = manager.create(values, new Shape(shape.get(0), size, size, channels))) {
            return rows.transpose(0, 3, 1, 2).mul(1);
        }
    }

    private static float[] normal(String name, long count) {
        RandomGenerator random = new Seed(7).derive(name).generator();
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
