package dev.fer4j.cli.command;

import com.google.common.collect.Lists;
import dev.fer4j.cli.option.DeviceOption;
import dev.fer4j.cli.option.ProjectionOptions;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.Progress;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.projection.Projection;
import dev.fer4j.synthesis.projection.ProjectionTarget;
import dev.fer4j.synthesis.projection.Projector;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.train.model.LoadedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the styles from which a generator makes images. */
@Command(
        name = "project",
        sortOptions = false,
        description = {
            "Finds the styles with which a generator best reproduces a given image, and writes"
                + " NAME-projected.png, the image beside its projection, and NAME-projected.json,"
                + " the styles and the course of the search.",
            "Exits with 1 if none of the images has converged."
        },
        mixinStandardHelpOptions = true)
public final class ProjectCommand implements Callable<Integer> {

    private static final String TASK = "projecting";

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "GENERATOR", description = "A safetensors file.")
    private Path file;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "PNG, JPEG, BMP or WebP; resized to the generator's size.")
    private List<Path> images = new ArrayList<>();

    @Mixin private ProjectionOptions projection;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of noise and jitter. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: the working folder.",
            defaultValue = ".")
    private Path out;

    @Mixin private DeviceOption device;

    @Override
    public Integer call() throws IOException {
        OutputPath.requireFolder(out);
        PrintWriter stdout = spec.commandLine().getOut();
        int converged = 0;
        try (ProgressBars progress = ProgressBars.onStandardError();
                LoadedGenerator opened = LoadedGenerator.of(file, device.choice())) {
            Optional<LoadedModel> features = projection.model(device.choice());
            try {
                Projector projector =
                        new Projector(
                                opened.generator(),
                                projection.plan(),
                                ProjectionOptions.distance(features, opened));
                int done = 0;
                for (List<Path> group : Lists.partition(images, projector.group())) {
                    converged += project(projector, group, done, progress, stdout);
                    done += group.size();
                    progress.update(new Progress(TASK, done, images.size(), ""));
                }
            } finally {
                features.ifPresent(LoadedModel::close);
            }
        }
        stdout.flush();
        return converged > 0 ? 0 : 1;
    }

    /** Projects some images together; returns the number of those that have converged. */
    private int project(
            Projector projector, List<Path> group, int done, ProgressBars progress, PrintWriter out)
            throws IOException {
        List<ProjectionTarget> targets = new ArrayList<>();
        for (Path image : group) {
            targets.add(new ProjectionTarget(ImageFiles.read(image), new Seed(seed)));
        }
        int steps = projection.plan().steps();
        List<Projection> found =
                projector.project(
                        targets,
                        step ->
                                progress.update(
                                        new Progress(
                                                TASK,
                                                done,
                                                images.size(),
                                                "step " + step + " of " + steps)));
        int converged = 0;
        for (int i = 0; i < group.size(); i++) {
            write(group.get(i), targets.get(i).image(), found.get(i), out);
            converged += found.get(i).converged() ? 1 : 0;
        }
        return converged;
    }

    private void write(Path image, RgbImage target, Projection found, PrintWriter stdout)
            throws IOException {
        String name = image.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path base = out.resolve((dot > 0 ? name.substring(0, dot) : name) + "-projected");
        int side = found.image().width();
        ImageFiles.writePng(
                Path.of(base + ".png"),
                ContactSheet.ofOwnSize(
                        List.of(ImageFiles.resize(target, side, side), found.image()), 2, 0));
        WholeFile.writeString(Path.of(base + ".json"), Json.pretty(record(found)));
        stdout.println(
                String.format(
                        Locale.ROOT,
                        "%s: mean squared pixel difference %.4f%s",
                        base + ".png",
                        found.pixelDifference(),
                        found.converged() ? "" : ", which is above the threshold"));
    }

    /** A projection without its picture, for JSON. */
    private record Written(
            int styles,
            List<Double> values,
            double pixelDifference,
            boolean converged,
            List<Projection.Point> trajectory) {}

    private static Written record(Projection found) {
        return new Written(
                found.styleCount(),
                found.styles(),
                found.pixelDifference(),
                found.converged(),
                found.trajectory());
    }
}
