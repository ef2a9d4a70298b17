package dev.fer4j.synthesis.training;

import ai.djl.ndarray.NDManager;
import com.google.common.hash.Hashing;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.projection.PerceptualDistance;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.projection.ProjectionTarget;
import dev.fer4j.synthesis.projection.Projector;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.GpuCounts;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.loader.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Trains small networks on a GPU, pretended or real, with augmentation and styles of two latents
 * each, and prints the counts of a step with both regularizations and of one without, of generating
 * two images and of projecting them in four steps.
 *
 * <p>Arguments: a folder, how often each is done.
 */
public final class GanCountsProgram {

    private static final int SIDE = 16;

    private GanCountsProgram() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Path folder = Path.of(args[0]);
        GpuCounts counts = new GpuCounts(folder, Integer.parseInt(args[1]));
        DeviceChoice gpu = new DeviceChoice(Optional.of(0));
        GanPlan plan =
                GanPlan.small(
                                StyleGan2Config.published(SIDE)
                                        .withChannels(128, 8)
                                        .withDimensions(8, 8)
                                        .withMappingLayers(2))
                        .withBatch(4)
                        .withMixing(1)
                        .withDevice(gpu);
        RealImages real =
                new RealImages(
                        ImageSource.of(Optional.empty(), SIDE, progress -> {}),
                        List.of(grey(folder)),
                        true,
                        new Seed(1));
        NDManager manager = PyTorch.engine().newBaseManager(gpu.resolve());
        try (GanNetworks networks = new GanNetworks(manager, plan, new Seed(2))) {
            counts.print("regularized", () -> networks.step(0, real, 0.5, new Seed(3)));
            counts.print("plain", () -> networks.step(1, real, 0.5, new Seed(3)));
            counts.print("state", networks::numbers);
        }
        try (NDManager other = PyTorch.engine().newBaseManager(gpu.resolve())) {
            generateAndProject(counts, other, plan.network());
        }
    }

    private static void generateAndProject(
            GpuCounts counts, NDManager manager, StyleGan2Config config)
            throws IOException, ReflectiveOperationException {
        Generator generator = Generator.create(manager, config, new Seed(4));
        generator.learns(false);
        Discriminator discriminator = Discriminator.create(manager, config, new Seed(5));
        discriminator.learns(false);
        ImageGenerator images = new ImageGenerator(generator, Truncation.NONE);
        List<Seed> seeds = List.of(new Seed(6), new Seed(7));
        counts.print("generation", () -> images.images(seeds));
        Projector projector =
                new Projector(
                        generator,
                        ProjectionPlan.defaults().withSteps(4),
                        Optional.of(PerceptualDistance.of(discriminator)));
        RgbImage target = images.images(seeds).get(0);
        List<ProjectionTarget> targets =
                seeds.stream().map(seed -> new ProjectionTarget(target, seed)).toList();
        counts.print("projection", () -> projector.project(targets, step -> {}));
    }

    private static Sample grey(Path folder) throws IOException {
        Path file = folder.resolve("grey.png");
        ImageFiles.writePng(file, new RgbImage(SIDE, SIDE, new byte[SIDE * SIDE * 3]));
        return new Sample(
                "s",
                file,
                Label.INTERESTED,
                "p",
                "r",
                Optional.empty(),
                Optional.empty(),
                "test",
                new Origin.StillImage("grey"),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString());
    }
}
