package dev.fer4j.benchmarks.memory;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.synthesis.GanMemoryProgram;
import dev.fer4j.train.MemoryCourse;
import dev.fer4j.train.MemoryCourse.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures resident memory. */
@Command(
        name = "memory",
        description = {
            "Resident memory of a process that works with a small network: the slope of the line"
                    + " through it by least squares, and how many arrays the engine manages.",
            "Needs Linux's /proc."
        },
        mixinStandardHelpOptions = true)
public final class MemoryBenchmark implements Callable<Integer> {

    @Option(
            names = "--steps",
            description = "Of training, after 500; default: ${DEFAULT-VALUE}.",
            defaultValue = "5000")
    private int steps;

    @Option(
            names = "--batches",
            description =
                    "That are predicted on "
                            + MemoryCourse.THREADS
                            + " threads, after 6,000; default: ${DEFAULT-VALUE}.",
            defaultValue = "2000")
    private int batches;

    @Option(
            names = "--saves",
            description = "Of checkpoints, after 1,000; default: ${DEFAULT-VALUE}.",
            defaultValue = "100")
    private int saves;

    @Option(
            names = "--gan-steps",
            description = "Of StyleGAN2, after 500; default: ${DEFAULT-VALUE}.",
            defaultValue = "500")
    private int ganSteps;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RatioTable table =
                new RatioTable(
                        "work",
                        "pieces",
                        "first MB",
                        "last MB",
                        "slope, KB per iteration",
                        "arrays");
        add(table, "step of training", Work.STEPS, 500, steps, 1);
        add(
                table,
                "predicted batch",
                Work.PREDICTIONS,
                6000 / MemoryCourse.THREADS,
                batches / MemoryCourse.THREADS,
                MemoryCourse.THREADS);
        add(table, "checkpoint", Work.SAVES, 1000, saves, 1);
        output.messages().accept("step of StyleGAN2: " + ganSteps);
        row(
                table,
                "step of StyleGAN2, lazily regularized",
                MemoryCourse.of(
                                GanMemoryProgram.class,
                                500 + ganSteps,
                                List.of(Integer.toString(500 + ganSteps)))
                        .after(500),
                ganSteps,
                1);
        output.report("memory", "heap of a fixed size", table.toText());
        return 0;
    }

    /** Adds a row; several pieces of work may be done between two measurements. */
    private void add(RatioTable table, String name, Work work, int warmUps, int looks, int pieces)
            throws IOException, InterruptedException {
        output.messages().accept(name + ": " + looks * pieces);
        Path folder = output.folder().resolve(work.name().toLowerCase(Locale.ROOT));
        if (Files.exists(folder)) {
            // Checkpoints of an earlier run must not be resumed.
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        MemoryCourse course =
                MemoryCourse.of(work, Files.createDirectories(folder), warmUps + looks)
                        .after(warmUps);
        row(table, name, course, looks * pieces, pieces);
    }

    private static void row(
            RatioTable table, String name, MemoryCourse course, int count, int pieces) {
        long least = course.arrays().stream().min().orElseThrow();
        long most = course.arrays().stream().max().orElseThrow();
        table.row(
                name,
                Integer.toString(count),
                megabytes(course.kilobytes().get(0)),
                megabytes(course.kilobytes().get(course.kilobytes().length() - 1)),
                String.format(Locale.ROOT, "%.3f", course.slope() / pieces),
                least == most ? Long.toString(least) : least + "–" + most);
    }

    private static String megabytes(long kilobytes) {
        return String.format(Locale.ROOT, "%.1f", kilobytes / 1024.0);
    }
}
