package dev.fer4j.synthesis.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import dev.fer4j.core.Seed;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Numbers and gradients of layers are those of plain PyTorch; see Fixture. */
class LayersTest {

    private static final double FORWARD = 1e-4;
    private static final double BACKWARD = 1e-3;

    /** What a layer makes of its inputs by name. */
    private interface Layer {
        NDArray of(Map<String, NDArray> inputs);
    }

    @Test
    void fullyConnectedLayerIsPyTorchs() throws IOException {
        check(
                "dense",
                scope -> {
                    Dense layer = Dense.activated(scope, 6, 4, 0.5);
                    return inputs -> layer.forward(inputs.get("input"));
                },
                "input");
    }

    @Test
    void modulatedConvolutionIsPyTorchs() throws IOException {
        check(
                "modulated",
                scope -> {
                    ModulatedConvolution layer = ModulatedConvolution.plain(scope, 7, 5, 4);
                    return inputs -> layer.forward(inputs.get("input"), inputs.get("w"), 1);
                },
                "input",
                "w");
    }

    @Test
    void doublingConvolutionIsPyTorchs() throws IOException {
        check(
                "doubling",
                scope -> {
                    ModulatedConvolution layer = ModulatedConvolution.doubling(scope, 7, 5, 4);
                    return inputs -> layer.forward(inputs.get("input"), inputs.get("w"), 1);
                },
                "input",
                "w");
    }

    @Test
    void toRgbIsPyTorchs() throws IOException {
        check(
                "torgb",
                scope -> {
                    ToRgb layer = new ToRgb(scope, 7, 5);
                    return inputs -> layer.forward(inputs.get("input"), inputs.get("w"));
                },
                "input",
                "w");
    }

    @Test
    void styledLayerWithConstantNoiseIsPyTorchs() throws IOException {
        check(
                "styled",
                scope -> {
                    StyledLayer layer = StyledLayer.plain(scope, "layer", 7, 4, 6, 8);
                    return inputs ->
                            layer.forward(
                                    inputs.get("input"),
                                    inputs.get("w"),
                                    new GeneratorNoise.Constant());
                },
                "input",
                "w");
    }

    @Test
    void blurIsPyTorchs() throws IOException {
        check(
                "blur",
                scope -> {
                    BinomialFilter filter = BinomialFilter.smoothing(scope, 3);
                    return inputs -> filter.blur(inputs.get("input"), 2);
                },
                "input");
    }

    @Test
    void halvingIsPyTorchs() throws IOException {
        check(
                "halve",
                scope -> {
                    BinomialFilter filter = BinomialFilter.smoothing(scope, 3);
                    return inputs -> filter.halve(inputs.get("input"));
                },
                "input");
    }

    @Test
    void doublingOfColoursIsPyTorchs() throws IOException {
        check(
                "double",
                scope -> {
                    BinomialFilter.Doubling doubling = new BinomialFilter.Doubling(scope, 3);
                    return inputs -> doubling.apply(inputs.get("input"));
                },
                "input");
    }

    @Test
    void deviationOverTheBatchIsPyTorchs() throws IOException {
        check(
                "deviation",
                scope -> inputs -> MinibatchDeviation.append(inputs.get("input")),
                "input");
    }

    @Test
    void discriminatorBlockIsPyTorchs() throws IOException {
        check(
                "block",
                scope -> {
                    DiscriminatorBlock block = new DiscriminatorBlock(scope, 4, 6);
                    return inputs -> block.forward(inputs.get("input"));
                },
                "input");
    }

    /** Each is tried with the channels of a pixel side by side in memory, too. */
    private static void check(
            String name, Function<ParameterScope, Layer> maker, String... inputNames)
            throws IOException {
        Fixture fixture = Fixture.layers();
        for (boolean pixelwise : List.of(false, true)) {
            try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
                ParameterScope scope = ParameterScope.root(manager, DataType.FLOAT32, new Seed(1));
                Layer layer = maker.apply(scope);
                fixture.load(name + "/", scope.parameters());
                Map<String, NDArray> inputs = new HashMap<>();
                for (String input : inputNames) {
                    NDArray array = fixture.array(manager, name + "/" + input);
                    array.setRequiresGradient(true);
                    inputs.put(input, array);
                }
                try (GradientCollector gradients =
                        Engine.getEngine("PyTorch").newGradientCollector()) {
                    Map<String, NDArray> arrays = new HashMap<>(inputs);
                    if (pixelwise && arrays.get("input").getShape().dimension() == 4) {
                        arrays.replace("input", pixelwise(arrays.get("input")));
                    }
                    NDArray output = layer.of(arrays);
                    Fixture.assertClose(name, output, fixture.values(name + "/output"), FORWARD);
                    gradients.backward(
                            output.mul(fixture.array(manager, name + "/direction")).sum());
                }
                Map<String, float[]> expected = fixture.below(name + "/gradient/");
                assertThat(expected.keySet()).containsAll(inputs.keySet());
                inputs.forEach(
                        (input, array) ->
                                Fixture.assertClose(
                                        name + " by " + input,
                                        array.getGradient(),
                                        expected.get(input),
                                        BACKWARD));
                scope.parameters()
                        .forEach(
                                (path, parameter) -> {
                                    if (parameter.requiresGradient()) {
                                        Fixture.assertClose(
                                                name + " by " + path,
                                                parameter.getArray().getGradient(),
                                                expected.get(path),
                                                BACKWARD);
                                    }
                                });
            }
        }
    }

    private static NDArray pixelwise(NDArray maps) {
        long[] shape = maps.getShape().getShape();
        return maps.transpose(0, 2, 3, 1)
                .reshape(-1)
                .reshape(shape[0], shape[2], shape[3], shape[1])
                .transpose(0, 3, 1, 2);
    }
}
