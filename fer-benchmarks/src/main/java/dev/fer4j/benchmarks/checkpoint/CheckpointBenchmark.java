package dev.fer4j.benchmarks.checkpoint;

import com.google.common.collect.ImmutableMap;
import com.google.common.math.Quantiles;
import dev.fer4j.benchmarks.AlternatingRuns;
import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.MarkdownTable;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times checkpoints. */
@Command(
        name = "checkpoint",
        description = {
            "Tensors of the size of Xception's weights and Adam's two moments: saved until they"
                    + " are safe, and verified again, against a raw write of the same bytes with"
                    + " fsync.",
            "How long the caller of a save waits. Copies of a training's tensors are not in it."
        },
        mixinStandardHelpOptions = true)
public final class CheckpointBenchmark implements Callable<Integer> {

    private static final String RAW = "raw write, fsync";

    @Spec private CommandSpec spec;

    @Option(names = "--rounds", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "7")
    private int rounds;

    CheckpointBenchmark() {}

    @Override
    public Integer call() throws IOException {
        Path work = Benchmarks.home().resolve("target/checkpoint");
        try (SaveJob job = new SaveJob(work)) {
            // There is something to find in the first round.
            job.save();
            Map<String, Timings> timings =
                    AlternatingRuns.run(
                            ImmutableMap.of(
                                    RAW,
                                    job::write,
                                    "save, until safe",
                                    job::save,
                                    "find and verify",
                                    job::find),
                            1,
                            rounds,
                            spec.commandLine().getErr()::println);
            String report = report(timings, job);
            WholeFile.writeString(work.resolve("checkpoint.md"), report);
            spec.commandLine().getOut().print(report);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private String report(Map<String, Timings> timings, SaveJob job) {
        MarkdownTable table = new MarkdownTable("what", "median s", "over raw", "min–max over raw");
        timings.forEach(
                (name, taken) -> {
                    Timings ratio = taken.over(timings.get(RAW));
                    table.row(
                            name,
                            format(taken.median()),
                            format(ratio.median()),
                            format(ratio.min()) + "–" + format(ratio.max()));
                });
        double stall = Quantiles.median().compute(job.stalls());
        table.row(
                "caller of save waits",
                format(stall),
                format(stall / timings.get(RAW).median()),
                "");
        return String.format(
                        Locale.ROOT,
                        "%.1f MB, %d rounds, %s%n%n",
                        job.bytes() / 1e6,
                        rounds,
                        Benchmarks.machine())
                + table.toText();
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
