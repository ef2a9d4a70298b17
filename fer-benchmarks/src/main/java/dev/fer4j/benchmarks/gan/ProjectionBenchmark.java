package dev.fer4j.benchmarks.gan;

import com.google.common.collect.Lists;
import com.google.common.io.Resources;
import dev.fer4j.benchmarks.AlternatingRuns;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.projection.PerceptualDistance;
import dev.fer4j.synthesis.projection.Projection;
import dev.fer4j.synthesis.projection.ProjectionGroup;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.projection.ProjectionTarget;
import dev.fer4j.synthesis.projection.Projector;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.toy.ToyCorpus;
import dev.fer4j.train.device.DeviceChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times projections in groups and one after another. */
@Command(
        name = "projection",
        description = {
            "Milliseconds a step and image of projection into the toy corpus's StyleGAN2 of 64"
                    + " pixels, with the features of its discriminator: groups of several sizes"
                    + " against one image after another, in turn; and what the paper's 337 frames"
                    + " take in 200 steps at that rate.",
            "A recipe's groups at the paper's size have 5 or 6 frames: 20 people have 17 each."
        },
        mixinStandardHelpOptions = true)
public final class ProjectionBenchmark implements Callable<Integer> {

    private static final int PAPER_FRAMES = 337;
    private static final int PAPER_STEPS = 200;

    @Mixin private Output output;

    @Mixin private Rounds rounds;

    @Option(
            names = "--groups",
            split = ",",
            description = "Sizes beside 1. Default: ${DEFAULT-VALUE}.",
            defaultValue = "4,8")
    private List<Integer> sizes = new ArrayList<>();

    @Option(
            names = "--images",
            description = "In a run. Default: ${DEFAULT-VALUE}.",
            defaultValue = "32")
    private int count;

    @Option(names = "--steps", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "10")
    private int steps;

    @Override
    public Integer call() throws IOException {
        Path weights = output.folder().resolve("networks.safetensors");
        WholeFile.write(
                weights,
                Resources.asByteSource(
                                Resources.getResource(ToyCorpus.class, "networks.safetensors"))
                        ::copyTo);
        try (LoadedGenerator networks = LoadedGenerator.of(weights, DeviceChoice.CPU)) {
            List<ProjectionTarget> targets = targets(networks);
            Projector projector =
                    new Projector(
                            networks.generator(),
                            ProjectionPlan.defaults().withSteps(steps),
                            networks.discriminator().map(PerceptualDistance::of));
            Map<String, Runnable> work = new LinkedHashMap<>();
            work.put("one after another", () -> project(projector, targets, 1));
            for (int size : sizes) {
                work.put("groups of " + size, () -> project(projector, targets, size));
                work.put(
                        "groups of " + size + ", several at a time",
                        () -> projectAtATime(projector, targets, size));
            }
            report(AlternatingRuns.run(work, 1, rounds.count(), output.messages()));
        }
        return 0;
    }

    /** Images of the generator; how long a step takes does not depend on what they show. */
    private List<ProjectionTarget> targets(LoadedGenerator networks) {
        List<Seed> seeds = LongStream.range(0, count).mapToObj(Seed::new).toList();
        List<RgbImage> images =
                new ImageGenerator(networks.generator(), Truncation.NONE).images(seeds);
        List<ProjectionTarget> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            targets.add(new ProjectionTarget(images.get(i), seeds.get(i)));
        }
        return targets;
    }

    private static void project(Projector projector, List<ProjectionTarget> targets, int size) {
        Lists.partition(targets, size).forEach(group -> projector.project(group, step -> {}));
    }

    private static void projectAtATime(
            Projector projector, List<ProjectionTarget> targets, int size) {
        try {
            projector.project(
                    Lists.partition(targets, size).stream()
                            .<ProjectionGroup>map(Group::new)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A group whose projections are not kept. */
    private record Group(List<ProjectionTarget> targets) implements ProjectionGroup {
        @Override
        public void stepped(int steps) {}

        @Override
        public void finished(List<Projection> projections) {}
    }

    private void report(Map<String, Timings> timings) throws IOException {
        RatioTable table =
                new RatioTable(
                        "projection", "ms/step and image", "ratio", "min–max", "paper's size");
        Timings single = timings.values().iterator().next();
        timings.forEach(
                (name, times) -> {
                    double seconds = times.median() / steps / count;
                    Timings ratio = times.over(single);
                    table.row(
                            name,
                            String.format(Locale.ROOT, "%.2f", 1000 * seconds),
                            ratio.median("%.2f"),
                            ratio.range("%.2f"),
                            String.format(
                                    Locale.ROOT,
                                    "%.1f min",
                                    seconds * PAPER_FRAMES * PAPER_STEPS / 60));
                });
        output.report(
                "projection",
                "64 px, %s images, %s steps, %s rounds".formatted(count, steps, rounds.count()),
                table.toText());
    }
}
