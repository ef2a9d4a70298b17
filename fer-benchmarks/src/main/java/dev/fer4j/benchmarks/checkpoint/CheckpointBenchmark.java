package dev.fer4j.benchmarks.checkpoint;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.benchmarks.AlternatingRuns;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.Seed;
import dev.fer4j.train.Pictures;
import dev.fer4j.train.Training;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.state.CapturedState;
import dev.fer4j.train.state.StateSink.Occasion;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times checkpoints. */
@Command(
        name = "checkpoint",
        description = {
            "The state of a training of Xception after a step: how long training waits when it is"
                    + " saved, how long it takes until it is safe, and to be found and verified"
                    + " again, against a raw write of the same bytes with fsync.",
            "Training waits for the copies of its tensors and for a thread that takes them."
        },
        mixinStandardHelpOptions = true)
public final class CheckpointBenchmark implements Callable<Integer> {

    private static final String RAW = "raw write, fsync";
    private static final String WAITING = "training waits";

    @Option(
            names = "--width",
            description = "Of Xception; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double width;

    @Mixin private Rounds rounds;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException {
        // Steps are not measured, so they may be small.
        TrainingPlan plan =
                TrainingPlan.paper()
                        .withBackbone(Xception.FULL.withWidth(width))
                        .withInputSize(Xception.SMALLEST_INPUT)
                        .withBatchSize(2);
        TrainingOptions options =
                TrainingOptions.defaults()
                        .withStopRequested(() -> true)
                        .withSink(
                                (position, state) -> {
                                    if (position.occasion() == Occasion.STEP) {
                                        measure(state);
                                    }
                                });
        Training.run(
                        plan,
                        Pictures.compose(Files.createDirectories(output.folder()), 4),
                        new Seed(1),
                        options)
                .close();
        return 0;
    }

    private void measure(Supplier<CapturedState> state) {
        try (SaveJob job = new SaveJob(output.folder().resolve("checkpoints"), state)) {
            // Ensures that the first round finds a checkpoint.
            job.save();
            Map<String, Timings> timings =
                    AlternatingRuns.run(
                            ImmutableMap.of(
                                    RAW,
                                    job::write,
                                    WAITING,
                                    job::handOver,
                                    "save, until safe",
                                    job::save,
                                    "find and verify",
                                    job::find),
                            job::flush,
                            2,
                            rounds.count(),
                            output.messages());
            output.report(
                    "checkpoint",
                    String.format(
                            Locale.ROOT,
                            "%d tensors, %.1f MB, %d rounds",
                            job.tensors(),
                            job.bytes() / 1e6,
                            rounds.count()),
                    table(timings, job.captures(rounds.count()))
                            + String.format(
                                    Locale.ROOT,
                                    "%nThe first copies, for which there is no memory yet, took"
                                            + " %.3f s.%n",
                                    job.firstCapture()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(Map<String, Timings> timings, Timings captures) {
        RatioTable table =
                new RatioTable("what", "median s", "min–max s", "over a raw write", "min–max");
        Timings raw = timings.get(RAW);
        timings.forEach(
                (name, taken) -> {
                    row(table, name, taken, raw);
                    if (name.equals(WAITING)) {
                        row(table, "of that, copies", captures, raw);
                    }
                });
        return table.toText();
    }

    private static void row(RatioTable table, String name, Timings taken, Timings raw) {
        table.row(name, taken, "%.3f", taken.over(raw));
    }
}
