package dev.fer4j.benchmarks.resume;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.fer4j.benchmarks.AlternatingRuns;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.Pictures;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times a resumed training up to its first step. */
@Command(
        name = "resume",
        description = {
            "From the call that resumes an interrupted training to the end of its first step:"
                    + " interrupted after 99 %% of an epoch, against at its beginning.",
            "A small network; checkpoints are verified, decoded images checked, and batches"
                    + " augmented as ever."
        },
        mixinStandardHelpOptions = true)
public final class ResumeBenchmark implements Callable<Integer> {

    private static final int SIZE = 48;
    private static final int OTHER_IMAGES = 16;
    private static final String EARLY = "0 % of an epoch";
    private static final String LATE = "99 % of an epoch";

    @Option(
            names = "--images",
            description = "Of an epoch; default: ${DEFAULT-VALUE}.",
            defaultValue = "8000")
    private int images;

    @Option(names = "--batch", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "16")
    private int batchSize;

    @Mixin private Rounds rounds;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException {
        Path work = output.folder();
        output.messages().accept("drawing " + images + " images");
        Composition composition =
                Pictures.compose(
                        Files.createDirectories(work.resolve("images")), images, OTHER_IMAGES);
        TrainingPlan plan =
                TrainingPlan.small()
                        .withBackbone(MiniXception.defaults().withWidth(0.25))
                        .withInputSize(SIZE)
                        .withBatchSize(batchSize);
        Interrupted early = new Interrupted(plan, composition, work.resolve("cache"), fresh("0"));
        Interrupted late = new Interrupted(plan, composition, early.images(), fresh("99"));
        int steps = (images + batchSize - 1) / batchSize;
        output.messages().accept("training an epoch of " + steps + " steps, and 99 % of the next");
        early.untilTheEpochEnds();
        copy(early.checkpoints(), late.checkpoints());
        late.untilStep((int) (0.99 * steps));
        Map<String, Timings> timings =
                AlternatingRuns.runTimed(
                        ImmutableMap.of(EARLY, early::firstStep, LATE, late::firstStep),
                        2,
                        rounds.count(),
                        output.messages());
        output.report(
                "resume",
                images + " images, " + steps + " steps an epoch, " + rounds.count() + " rounds",
                table(timings));
        return 0;
    }

    private Path fresh(String name) throws IOException {
        Path folder = output.folder().resolve("checkpoints-" + name);
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        return Files.createDirectories(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (!file.endsWith(".lock")) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private static String table(Map<String, Timings> timings) {
        RatioTable table =
                new RatioTable(
                        "interrupted after", "median s", "min–max s", "time / at 0 %", "min–max");
        for (Timings own : timings.values()) {
            table.row(own.name(), own, "%.3f", own.over(timings.get(EARLY)));
        }
        return table.toText();
    }
}
