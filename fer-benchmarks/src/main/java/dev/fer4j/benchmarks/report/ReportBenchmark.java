package dev.fer4j.benchmarks.report;

import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Contestant;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.PairedRuns;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Times a report. */
@Command(
        name = "report",
        description = {
            "From the finished trainings of a study of the paper's size, four conditions and 12,080"
                    + " test predictions, to the last file of its report: intervals, tests, tables,"
                    + " figures, in all formats.",
            "In a JVM that has just started, and in one that did it five times before."
        },
        mixinStandardHelpOptions = true)
public final class ReportBenchmark implements Callable<Integer> {

    @Mixin private Output output;

    @Mixin private Rounds rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = output.folder();
        List<Contestant> contestants =
                List.of(
                        contestant("the first report of a JVM", folder, 1),
                        contestant("its sixth", folder, 6));
        Map<String, Timings> timings =
                PairedRuns.run(contestants, rounds.count(), output.messages());
        RatioTable table = new RatioTable("what", "median s", "min–max s");
        timings.values().forEach(t -> table.row(t.name(), t.median("%.2f"), t.range("%.2f")));
        output.report("report", rounds.count() + " rounds", table.toText());
        return 0;
    }

    private static Contestant contestant(String name, Path folder, int times) {
        return new Contestant(
                        name,
                        Benchmarks.jvm(
                                WriteReport.class, folder.toString(), Integer.toString(times)))
                .withOwnClock();
    }
}
