package dev.fer4j.cli.command;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.model.FileInspection;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.model.TrainedOn;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.weights.WeightsReport;
import dev.fer4j.train.weights.XceptionExport;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Inspects and converts weight files. */
@Command(
        name = "weights",
        description = {
            "Inspects and converts weight files: Keras's .keras and .h5, safetensors, model files"
                    + " of fer4j. Nothing is downloaded."
        },
        mixinStandardHelpOptions = true)
public final class WeightsCommand {

    @Spec private CommandSpec spec;

    @Command(
            name = "inspect",
            description =
                    "Shows the contents of a file: kind, digest, metadata, tensors, and which of"
                            + " them have values that are not finite.",
            mixinStandardHelpOptions = true)
    int inspect(
            @Parameters(paramLabel = "FILE", description = ".keras, .h5 or .safetensors.")
                    Path file,
            @Option(names = "--json", description = "Print one JSON document.") boolean json)
            throws IOException {
        FileInspection inspection = FileInspection.of(file);
        print(json ? Json.pretty(inspection) : text(inspection));
        return 0;
    }

    @Command(
            name = "import",
            sortOptions = false,
            description = {
                "Makes a model file from an Xception's weights: Keras's .keras or .h5, with or"
                    + " without top, or safetensors with the names of timm's legacy_xception, also"
                    + " after a common prefix. Reports how every weight was handled.",
                "A last layer of one unit is loaded; any other is replaced by a newly initialized"
                        + " one."
            },
            mixinStandardHelpOptions = true)
    int importWeights(
            @Parameters(paramLabel = "FILE", description = ".keras, .h5 or .safetensors.")
                    Path file,
            @Option(
                            names = "--profile",
                            paramLabel = "NAME",
                            required = true,
                            description = "The numerics profile: ${COMPLETION-CANDIDATES}.")
                    NumericsProfile profile,
            @Option(
                            names = "--width",
                            paramLabel = "FACTOR",
                            defaultValue = "1",
                            description =
                                    "Factor for all channel counts. Default: ${DEFAULT-VALUE}.")
                    double width,
            @Option(
                            names = "--middle-repeats",
                            paramLabel = "N",
                            defaultValue = "8",
                            description = "Blocks of the middle flow. Default: ${DEFAULT-VALUE}.")
                    int middleRepeats,
            @Option(
                            names = "--input",
                            paramLabel = "PIXELS",
                            defaultValue = "299",
                            description = "Height and width of images. Default: ${DEFAULT-VALUE}.")
                    int input,
            @Option(
                            names = "--sha256",
                            paramLabel = "DIGEST",
                            description = "SHA-256 that the file must have.")
                    Optional<String> sha256,
            @Option(
                            names = "--seed",
                            defaultValue = "1",
                            description = "Seed of a new last layer. Default: ${DEFAULT-VALUE}.")
                    long seed,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            required = true,
                            description = "The model file.")
                    Path out,
            @Option(names = "--json", description = "Print the report as one JSON document.")
                    boolean json)
            throws IOException {
        OutputPath.requireFile(out);
        OutputPath.requireOther(out, List.of(file));
        ModelDescription description = description(profile, width, middleRepeats, input);
        Xception config = (Xception) description.backbone();
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            StagedBlock network = config.build(new Seed(seed));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, input, input));
            WeightsFile weights =
                    sha256.map(WeightsFile.pretrained(file)::withSha256)
                            .orElse(WeightsFile.pretrained(file));
            WeightsReport report = weights.load(config, network);
            TrainedOn origin =
                    new TrainedOn(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of("weights", report.file(), "sha256", report.sha256()));
            ModelFile.write(out, description.withTrainedOn(origin), network);
            print(json ? Json.pretty(report) : report.toText() + out + ": written\n");
        }
        return 0;
    }

    @Command(
            name = "export",
            description = {
                "Writes an Xception's weights as safetensors with the names of timm's"
                        + " legacy_xception, for Python."
            },
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "MODEL", description = "A model file.") Path model,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            required = true,
                            description = "The safetensors file.")
                    Path out)
            throws IOException {
        OutputPath.requireFile(out);
        OutputPath.requireOther(out, List.of(model));
        try (LoadedModel loaded = ModelFile.read(model, DeviceChoice.CPU)) {
            if (!(loaded.description().backbone() instanceof Xception config)) {
                throw new InputException(
                        Problem.Kind.UNEXPECTED_LAYOUT,
                        model,
                        "is of the backbone "
                                + loaded.description().backbone()
                                + ", which timm does not have",
                        "export an Xception");
            }
            XceptionExport.write(out, config, loaded.network(), Map.of());
        }
        print(out + ": written\n");
        return 0;
    }

    private ModelDescription description(
            NumericsProfile profile, double width, int middleRepeats, int input) {
        try {
            return ModelDescription.of(
                    Xception.FULL
                            .withProfile(profile)
                            .withWidth(width)
                            .withMiddleRepeats(middleRepeats),
                    input);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String text(FileInspection inspection) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %s, %d tensors with %,d values, %,d bytes%nsha-256 %s%n",
                        inspection.file(),
                        switch (inspection.kind()) {
                            case MODEL -> "model file of fer4j";
                            case SAFETENSORS -> "safetensors";
                            case HDF5 -> "HDF5";
                            case KERAS -> "Keras archive";
                        },
                        inspection.tensors().size(),
                        inspection.elements(),
                        inspection.bytes(),
                        inspection.sha256()));
        inspection
                .metadata()
                .forEach((key, value) -> text.append(shown(key + ": " + value)).append('\n'));
        for (FileInspection.Entry tensor : inspection.tensors()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %-6s %-20s %s%n",
                            tensor.type(),
                            tensor.shape().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" × ")),
                            shown(tensor.name())));
        }
        inspection.notes().forEach(note -> text.append(shown("note: " + note)).append('\n'));
        return text.toString();
    }

    /** A file's text without characters that could control the terminal. */
    private static String shown(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n\t]]", "\uFFFD");
    }

    private void print(String text) {
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.print(text);
        stdout.flush();
    }
}
