package dev.fer4j.benchmarks.xception;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.PeerImages;
import dev.fer4j.benchmarks.Python;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.weights.WeightsReport;
import dev.fer4j.train.weights.XceptionExport;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares logits of full Xception with those of PyTorch, and weights after a round trip. */
@Command(
        name = "xception-parity",
        description = {
            "Logits of full Xception with random weights from safetensors and HDF5, in both"
                    + " profiles at four sizes, against an implementation in PyTorch in float64;"
                    + " and PyTorch's on weights that fer4j wrote.",
            "Needs python3 with torch and h5py."
        },
        mixinStandardHelpOptions = true)
public final class XceptionParity implements Callable<Integer> {

    private static final int IMAGES = 2;

    @Mixin private Python python;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = output.folder();
        output.messages().accept("random weights and logits in PyTorch");
        python.run("xception_torch.py", List.of("random", work.toString()));
        PeerLogits peer = Json.read(work.resolve("reference.json"), PeerLogits.class);
        RatioTable table =
                new RatioTable(
                        "profile, weights", "71 px", "150 px", "224 px", "299 px", "largest");
        List<String> notes = new ArrayList<>();
        for (NumericsProfile profile : NumericsProfile.values()) {
            Map<String, List<Double>> expected = peer.logits().get(profile.name());
            for (String file : List.of("xception.safetensors", "xception.h5")) {
                addOurs(profile, work.resolve(file), work, expected, table, notes);
            }
            output.messages().accept(profile + ", exported weights in PyTorch");
            Path exported = exported(work, profile);
            addPeer(
                    profile + ", fer4j's export in PyTorch",
                    "logits",
                    exported,
                    profile,
                    expected,
                    table);
            addPeer(
                    profile + ", PyTorch in float32",
                    "logits32",
                    exported,
                    profile,
                    expected,
                    table);
        }
        output.report(
                "xception-parity",
                String.format(
                        Locale.ROOT,
                        "%,d parameters, PyTorch %s, largest relative difference of a logit",
                        peer.parameters(),
                        peer.torch()),
                table.toText() + "\n" + String.join("\n", notes) + "\n");
        return 0;
    }

    private void addOurs(
            NumericsProfile profile,
            Path weights,
            Path work,
            Map<String, List<Double>> expected,
            RatioTable table,
            List<String> notes)
            throws IOException {
        output.messages().accept(profile + ", " + weights.getFileName() + " in fer4j");
        Xception config = Xception.FULL.withProfile(profile);
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock network = config.build(new Seed(1));
            network.initialize(manager, DataType.FLOAT32, new Shape(IMAGES, 3, 299, 299));
            WeightsReport report = WeightsFile.trained(weights).load(config, network);
            notes.add(profile + ", " + report.toText().strip());
            Map<String, List<Double>> found = new LinkedHashMap<>();
            for (String size : expected.keySet()) {
                found.put(size, logits(manager, network, Integer.parseInt(size)));
            }
            addRow(profile + ", " + weights.getFileName(), found, expected, table);
            XceptionExport.write(exported(work, profile), config, network, Map.of());
        }
    }

    private void addPeer(
            String name,
            String command,
            Path weights,
            NumericsProfile profile,
            Map<String, List<Double>> expected,
            RatioTable table)
            throws IOException, InterruptedException {
        String printed =
                python.run(
                        "xception_torch.py", List.of(command, weights.toString(), profile.name()));
        PeerLogits.OfFile found = Json.parse(printed, PeerLogits.OfFile.class, "xception_torch.py");
        addRow(name, found.logits(), expected, table);
    }

    private static Path exported(Path work, NumericsProfile profile) {
        return work.resolve("exported-" + profile.name().toLowerCase(Locale.ROOT) + ".safetensors");
    }

    private static List<Double> logits(NDManager manager, StagedBlock network, int size) {
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = manager.newSubManager()) {
                        NDList images =
                                new NDList(
                                        Batch.asInput(
                                                PeerImages.pixels(IMAGES, size),
                                                IMAGES,
                                                size,
                                                scratch));
                        float[] found =
                                network.forward(new ParameterStore(scratch, false), images, false)
                                        .singletonOrThrow()
                                        .toFloatArray();
                        List<Double> logits = new ArrayList<>();
                        for (float logit : found) {
                            logits.add((double) logit);
                        }
                        return logits;
                    }
                });
    }

    private static void addRow(
            String name,
            Map<String, List<Double>> found,
            Map<String, List<Double>> expected,
            RatioTable table) {
        List<String> cells = new ArrayList<>(List.of(name));
        double largest = 0;
        for (String size : List.of("71", "150", "224", "299")) {
            double error = 0;
            for (int i = 0; i < IMAGES; i++) {
                double wanted = expected.get(size).get(i);
                double difference = Math.abs(found.get(size).get(i) - wanted);
                error = Math.max(error, difference / Math.abs(wanted));
            }
            cells.add(format(error));
            largest = Math.max(largest, error);
        }
        cells.add(format(largest));
        table.row(cells.toArray(String[]::new));
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
