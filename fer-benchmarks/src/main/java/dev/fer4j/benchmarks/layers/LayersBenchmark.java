package dev.fer4j.benchmarks.layers;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.fer4j.benchmarks.AlternatingRuns;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the layers of Xception, each by itself. */
@Command(
        name = "layers",
        description = {
            "Forward and backward pass of each layer of Xception by itself, channels-last, summed"
                    + " by kind of layer; and how much of the rate of a product of two 2048 × 2048"
                    + " matrices its convolutions reach; and the network as a whole.",
            "Equal layers are timed once. In a step, inputs are more often in the cache."
        },
        mixinStandardHelpOptions = true)
public final class LayersBenchmark implements Callable<Integer> {

    private static final int ORDER = 2048;
    private static final String WHOLE = "the network as a whole";
    private static final String PRODUCT = "product of matrices";

    @Mixin private Output output;

    @Mixin private Rounds rounds;

    @Option(names = "--size", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "299")
    private int size;

    @Option(names = "--batch", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "16")
    private int batch;

    @Option(
            names = "--width",
            description = "Of Xception. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double width;

    private ParameterStore store;

    @Override
    public Integer call() throws IOException {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            store = new ParameterStore(manager, false);
            Shape input = new Shape(batch, 3, size, size);
            Block network = Xception.FULL.withWidth(width).build(new Seed(1));
            network.initialize(manager, DataType.FLOAT32, input);
            Map<String, List<Layer>> layers =
                    Layer.of(network, input).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Layer::key, LinkedHashMap::new, Collectors.toList()));
            Map<String, DoubleSupplier> work = new LinkedHashMap<>();
            layers.forEach((key, equal) -> work.put(key, () -> pass(equal.get(0), manager)));
            Layer whole = new Layer(WHOLE, network, input);
            work.put(WHOLE, () -> pass(whole, manager));
            work.put(PRODUCT, () -> product(manager));
            report(layers, AlternatingRuns.runTimed(work, 1, rounds.count(), message -> {}));
        }
        return 0;
    }

    /** The seconds of a forward and a backward pass. */
    private double pass(Layer layer, NDManager manager) {
        try (NDManager scratch = manager.newSubManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray input = GradientMode.off(() -> noise(layer.input(), scratch));
            // Nobody needs the gradient of images.
            input.setRequiresGradient(layer.input().get(1) > 3);
            long start = System.nanoTime();
            GradientMode.on(
                    () -> {
                        NDArray result =
                                layer.block()
                                        .forward(store, new NDList(input), true)
                                        .singletonOrThrow();
                        GradientMode.backward(result);
                        return result;
                    });
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Noise whose last dimension in memory is that of channels. */
    private static NDArray noise(Shape shape, NDManager manager) {
        return shape.dimension() == 4
                ? manager.randomNormal(
                                new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1)))
                        .transpose(0, 3, 1, 2)
                : manager.randomNormal(shape);
    }

    private static double product(NDManager manager) {
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = manager.newSubManager()) {
                        NDArray left = scratch.randomNormal(new Shape(ORDER, ORDER));
                        NDArray right = scratch.randomNormal(new Shape(ORDER, ORDER));
                        long start = System.nanoTime();
                        left.matMul(right);
                        return (System.nanoTime() - start) / 1e9;
                    }
                });
    }

    private void report(Map<String, List<Layer>> layers, Map<String, Timings> timings)
            throws IOException {
        double rate = 2 * Math.pow(ORDER, 3) / timings.get(PRODUCT).median();
        Map<String, Sum> kinds = new LinkedHashMap<>();
        Sum all = new Sum();
        layers.forEach(
                (key, equal) -> {
                    double seconds = equal.size() * timings.get(key).median();
                    double operations = 3 * equal.size() * equal.get(0).operations();
                    kinds.computeIfAbsent(equal.get(0).kind(), kind -> new Sum())
                            .add(equal.size(), seconds, operations);
                    all.add(equal.size(), seconds, operations);
                });
        RatioTable table =
                new RatioTable("layers", "number", "ms", "share", "10⁹ operations/s", "of product");
        kinds.put("all", all);
        Sum whole = new Sum();
        whole.add(all.layers, timings.get(WHOLE).median(), all.operations);
        kinds.put(WHOLE, whole);
        kinds.forEach(
                (kind, sum) ->
                        table.row(
                                kind,
                                Integer.toString(sum.layers),
                                format("%.0f", 1000 * sum.seconds),
                                format("%.0f %%", 100 * sum.seconds / all.seconds),
                                sum.operations > 0
                                        ? format("%.0f", sum.operations / sum.seconds / 1e9)
                                        : "",
                                sum.operations > 0
                                        ? format("%.2f", sum.operations / sum.seconds / rate)
                                        : ""));
        output.report(
                "layers-" + size,
                "%s px, batches of %s, width %s, %s rounds, product %s · 10⁹ operations/s"
                        .formatted(size, batch, width, rounds.count(), format("%.0f", rate / 1e9)),
                table.toText());
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static final class Sum {
        private int layers;
        private double seconds;
        private double operations;

        void add(int count, double more, double work) {
            layers += count;
            seconds += more;
            operations += work;
        }
    }
}
