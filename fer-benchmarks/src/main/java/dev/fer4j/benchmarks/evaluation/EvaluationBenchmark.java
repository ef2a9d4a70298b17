package dev.fer4j.benchmarks.evaluation;

import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Contestant;
import dev.fer4j.benchmarks.PairedRuns;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times metrics and tests. */
@Command(
        name = "evaluation",
        description = {
            "ROC AUC and average precision of a million samples; 1,000 bootstrap AUCs of 3,020"
                    + " images, images or people drawn; a one-way analysis of variance of a million"
                    + " values: fer4j against scikit-learn and SciPy.",
            "Needs python3 with numpy, scikit-learn and SciPy."
        },
        mixinStandardHelpOptions = true)
public final class EvaluationBenchmark implements Callable<Integer> {

    /**
     * A timed computation.
     *
     * @param name its name in the arguments of contestants
     * @param title its title in the table
     * @param repetitions number of repetitions per process of fer4j
     * @param peerRepetitions number of repetitions per process of the peer
     */
    private record Work(String name, String title, int repetitions, int peerRepetitions) {}

    private static final List<Work> ALL =
            List.of(
                    new Work("areas", "ROC AUC and AP", 20, 4),
                    new Work("images", "1,000 bootstrap AUCs, images drawn", 30, 2),
                    new Work("people", "1,000 bootstrap AUCs, people drawn", 30, 2),
                    new Work("anova", "one-way ANOVA", 50, 50));

    @Spec private CommandSpec spec;

    @Option(
            names = "--samples",
            description = "Of the areas and the analysis of variance. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1000000")
    private int samples;

    @Option(
            names = "--rounds",
            description = "After a warm-up. Default: ${DEFAULT-VALUE}.",
            defaultValue = "7")
    private int rounds;

    @Option(
            names = "--python",
            description = "Default: ${DEFAULT-VALUE}.",
            defaultValue = "/usr/bin/python3")
    private String python;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RatioTable table =
                new RatioTable("what", "fer4j ms", "peer ms", "fer4j's time / its", "min–max");
        for (Work work : ALL) {
            Contestant ours = ours(work);
            Contestant peer = peer(work);
            Map<String, Timings> timings =
                    PairedRuns.run(
                            List.of(ours, peer), rounds, spec.commandLine().getErr()::println);
            Timings own = timings.get(ours.name());
            Timings its = timings.get(peer.name());
            Timings ratio = own.over(its);
            table.row(
                    work.title(),
                    format("%.2f", 1000 * own.median()),
                    format("%.2f", 1000 * its.median()),
                    format("%.4f", ratio.median()),
                    format("%.4f–%.4f", ratio.min(), ratio.max()));
        }
        String report =
                format("%,d samples, %d rounds, %s%n%n", samples, rounds, Benchmarks.machine())
                        + table.toText();
        Path folder = Files.createDirectories(Benchmarks.home().resolve("target/evaluation"));
        WholeFile.writeString(folder.resolve("evaluation.md"), report);
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Contestant ours(Work work) {
        return new Contestant(
                        "fer4j, " + work.name(),
                        Benchmarks.jvm(
                                EvaluateScores.class,
                                work.name(),
                                Integer.toString(samples),
                                Integer.toString(work.repetitions())))
                .withOwnClock();
    }

    private Contestant peer(Work work) {
        return new Contestant(
                        "peer, " + work.name(),
                        List.of(
                                python,
                                Benchmarks.home().resolve("peers/evaluation_sklearn.py").toString(),
                                work.name(),
                                Integer.toString(samples),
                                Integer.toString(work.peerRepetitions())))
                .withOwnClock();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
