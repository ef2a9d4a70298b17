package dev.fer4j.benchmarks.keras;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.PeerImages;
import dev.fer4j.benchmarks.Python;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.keras.network.KerasNetwork;
import dev.fer4j.train.keras.network.Nonlinearity;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares probabilities of Keras models with those of PyTorch from the same files. */
@Command(
        name = "keras-parity",
        description = {
            "Probabilities of Keras models on generated images, read by fer4j and computed in"
                + " float32, against an implementation in PyTorch of the same files in float64.",
            "Needs python3 with torch and h5py."
        },
        mixinStandardHelpOptions = true)
public final class KerasParity implements Callable<Integer> {

    /** The output of {@code keras_torch.py probabilities}. */
    record Peer(String torch, int size, List<List<Double>> probabilities) {
        Peer {
            probabilities = List.copyOf(probabilities);
        }
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Whole-model files of Keras.")
    private List<Path> files;

    @Option(names = "--images", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "120")
    private int images;

    @Mixin private Python python;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RatioTable table =
                new RatioTable(
                        "file",
                        "input",
                        "classes",
                        "parameters",
                        "largest difference of a probability",
                        "same class");
        String torch = "";
        for (Path file : files) {
            output.messages().accept(file.getFileName() + " in PyTorch");
            Peer peer =
                    Json.parse(
                            python.run(
                                    "keras_torch.py",
                                    List.of(
                                            "probabilities",
                                            file.toString(),
                                            Integer.toString(images))),
                            Peer.class,
                            "keras_torch.py");
            torch = peer.torch();
            output.messages().accept(file.getFileName() + " in fer4j");
            addRow(file, peer, table);
        }
        output.report(
                "keras-parity",
                "%s generated images, PyTorch %s".formatted(images, torch),
                table.toText());
        return 0;
    }

    private void addRow(Path file, Peer peer, RatioTable table) throws IOException {
        KerasNetwork network = KerasNetwork.read(file);
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            StagedBlock block = network.build(new Seed(1));
            block.initialize(
                    manager, DataType.FLOAT32, new Shape(1, 3, network.size(), network.size()));
            WeightsFile.trained(file).load(network, block);
            long parameters =
                    ParameterPaths.of(block).values().stream()
                            .mapToLong(parameter -> parameter.getShape().size())
                            .sum();
            float[] found = probabilities(network, block, manager);
            double largest = 0;
            int same = 0;
            for (int image = 0; image < images; image++) {
                List<Double> wanted = peer.probabilities().get(image);
                int ours = 0;
                int theirs = 0;
                for (int i = 0; i < wanted.size(); i++) {
                    float own = found[image * wanted.size() + i];
                    largest = Math.max(largest, Math.abs(own - wanted.get(i)));
                    ours = own > found[image * wanted.size() + ours] ? i : ours;
                    theirs = wanted.get(i) > wanted.get(theirs) ? i : theirs;
                }
                same += ours == theirs ? 1 : 0;
            }
            table.row(
                    file.getFileName().toString(),
                    "%s × %s × %s".formatted(network.size(), network.size(), network.channels()),
                    Integer.toString(network.outputs()),
                    String.format(Locale.ROOT, "%,d", parameters),
                    String.format(Locale.ROOT, "%.1e", largest),
                    same + " of " + images);
        }
    }

    private float[] probabilities(KerasNetwork network, StagedBlock block, NDManager manager) {
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = manager.newSubManager()) {
                        NDArray input =
                                Batch.asInput(
                                        PeerImages.pixels(images, network.size()),
                                        images,
                                        network.size(),
                                        scratch);
                        NDArray logits =
                                block.forward(
                                                new ParameterStore(scratch, false),
                                                new NDList(input),
                                                false)
                                        .singletonOrThrow();
                        return outputs(logits, network.leftOut()).toFloatArray();
                    }
                });
    }

    private static NDArray outputs(NDArray logits, Nonlinearity leftOut) {
        return switch (leftOut) {
            case SOFTMAX -> logits.softmax(1);
            case SIGMOID -> Activation.sigmoid(logits);
            default -> logits;
        };
    }
}
