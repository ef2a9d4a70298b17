package dev.fer4j.cli.option;

import dev.fer4j.cli.output.EnumName;
import dev.fer4j.core.PlanException;
import dev.fer4j.synthesis.projection.PerceptualDistance;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for projections. */
public final class ProjectionOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of optimization. Default: ${DEFAULT-VALUE}; the paper's: 1000.",
            defaultValue = "500")
    private int steps;

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            converter = EnumName.OfSpace.class,
            description =
                    "w, one for all layers, as in the paper, or w-per-layer, closer to the image."
                            + " Default: ${DEFAULT-VALUE}.",
            defaultValue = "w-per-layer")
    private ProjectionPlan.Space space;

    @Option(
            names = "--features",
            paramLabel = "MODEL",
            description =
                    "A model file (fer train) whose features are compared too. Default: those of"
                            + " the discriminator, if the generator's file has one"
                            + " (networks.safetensors of fer gan-train), else pixels alone.")
    private Path features;

    @Option(
            names = "--threshold",
            paramLabel = "MSE",
            description =
                    "An image whose final mean squared pixel difference, with pixels in [-1, 1],"
                            + " exceeds this has not converged. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0.1")
    private double threshold;

    public ProjectionPlan plan() {
        try {
            ProjectionPlan plan =
                    ProjectionPlan.defaults()
                            .withSteps(steps)
                            .withSpace(space)
                            .withThreshold(threshold);
            plan.requireValid();
            return plan;
        } catch (PlanException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The model whose features are compared, opened, if there is one. */
    public Optional<LoadedModel> model(DeviceChoice device) throws IOException {
        return features == null ? Optional.empty() : Optional.of(ModelFile.read(features, device));
    }

    /**
     * The perceptual distance in the features of that model, or else of the discriminator in the
     * generator's file.
     */
    public static Optional<PerceptualDistance> distance(
            Optional<LoadedModel> model, LoadedGenerator generator) {
        return model.map(PerceptualDistance::of)
                .or(() -> generator.discriminator().map(PerceptualDistance::of));
    }

    /** The model's file, if there is one. */
    public Optional<Path> features() {
        return Optional.ofNullable(features);
    }
}
