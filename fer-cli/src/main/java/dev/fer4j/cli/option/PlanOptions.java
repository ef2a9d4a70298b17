package dev.fer4j.cli.option;

import dev.fer4j.cli.output.EnumName;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for training: a plan, and changes to it. */
public final class PlanOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "A training plan as JSON, which the options below modify. Default: the paper's;"
                            + " for the toy corpus a small one, whose values are given in brackets"
                            + " where they differ.")
    private Path file;

    @Option(names = "--print-plan", description = "Print the plan as JSON and exit.")
    private boolean print;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "cpu, gpu or gpu:N. Default: cpu.")
    private String device;

    @Option(
            names = "--precision",
            paramLabel = "FORMAT",
            description =
                    "Format of feature maps and products in training: float32, tf32 (faster on"
                            + " recent GPUs; float32 elsewhere) or bfloat16 (half of the memory)."
                            + " Weights, optimizer, validation and prediction are float32 in each."
                            + " Default: float32.",
            converter = EnumName.OfPrecision.class)
    private Arithmetic.Precision precision;

    @Option(
            names = "--layout",
            paramLabel = "ORDER",
            description =
                    "Order of feature maps in memory: contiguous, channels-last or automatic, which"
                            + " is channels-last on a CPU and in bfloat16, contiguous otherwise."
                            + " Default: automatic.",
            converter = EnumName.OfLayout.class)
    private Arithmetic.Layout layout;

    @Option(
            names = "--deterministic",
            negatable = true,
            description =
                    "Train to the same bits on the same GPU, perhaps more slowly; on a CPU they are"
                            + " the same in any case. Default: off.")
    private Boolean deterministic;

    @ArgGroup(validate = false, order = 11, heading = "%nNetwork%n")
    private NetworkOptions network = new NetworkOptions();

    @ArgGroup(validate = false, order = 12, heading = "%nCourse%n")
    private CourseOptions course = new CourseOptions();

    @ArgGroup(validate = false, order = 13, heading = "%nLearning rate%n")
    private RateOptions rate = new RateOptions();

    @ArgGroup(validate = false, order = 14, heading = "%nUpdates%n")
    private UpdateOptions updates = new UpdateOptions();

    @ArgGroup(validate = false, order = 15, heading = "%nTraining images%n")
    private ImageOptions images = new ImageOptions();

    public TrainingPlan plan(TrainingPlan defaults) throws IOException {
        TrainingPlan plan = file == null ? defaults : read();
        try {
            plan = device == null ? plan : plan.withDevice(DeviceChoice.parse(device));
            plan = plan.withArithmetic(arithmetic(plan.arithmetic()));
            plan = updates.applyTo(images.applyTo(network.applyTo(plan)));
            plan = course.applyTo(plan, rate);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        plan.requireValid();
        return plan;
    }

    private Arithmetic arithmetic(Arithmetic way) {
        Arithmetic changed = precision == null ? way : way.withPrecision(precision);
        changed = layout == null ? changed : changed.withLayout(layout);
        return deterministic == null ? changed : changed.withDeterministic(deterministic);
    }

    private TrainingPlan read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--plan " + file + ": is not a regular file (--print-plan > FILE writes one)");
        }
        return TrainingPlan.parse(Files.readString(file), file.toString());
    }

    /** Whether the options say which initial weights to use, if any. */
    public boolean isWeightsGiven() {
        return network.isWeightsGiven();
    }

    /** The initial weights. */
    public Optional<WeightsFile> weights() throws IOException {
        try {
            return network.weights();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Whether only the plan is to be printed. */
    public boolean isPrinted() {
        return print;
    }
}
