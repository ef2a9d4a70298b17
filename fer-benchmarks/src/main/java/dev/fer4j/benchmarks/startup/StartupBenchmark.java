package dev.fer4j.benchmarks.startup;

import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Contestant;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.PairedRuns;
import dev.fer4j.benchmarks.Python;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times short commands. */
@Command(
        name = "startup",
        description = {
            "Short commands of fer from start to end: --help, and score of 3,000 rows; against a"
                    + " Java program that does nothing, and Python's import of scikit-learn's"
                    + " metrics.",
            "Needs python3 with scikit-learn."
        },
        mixinStandardHelpOptions = true)
public final class StartupBenchmark implements Callable<Integer> {

    private static final int ROWS = 3_000;

    @Mixin private Output output;

    @Mixin private Rounds rounds;

    @Mixin private Python python;

    @Option(
            names = "--fer",
            paramLabel = "LAUNCHER",
            description = "For example that of an unpacked distribution. Default: the checkout's.")
    private Path launcher;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(output.folder());
        Path scores = folder.resolve("scores.csv");
        WholeFile.writeString(scores, scores());
        Path fer =
                launcher == null
                        ? Benchmarks.home().resolveSibling("fer-cli").resolve("bin").resolve("fer")
                        : launcher;
        Contestant empty = new Contestant("empty Java program", Benchmarks.jvm(EmptyProgram.class));
        List<Contestant> contestants =
                List.of(
                        new Contestant("fer --help", List.of(fer.toString(), "--help")),
                        new Contestant(
                                "fer score, 3,000 rows",
                                List.of(fer.toString(), "score", scores.toString())),
                        empty,
                        new Contestant(
                                "Python, import sklearn.metrics",
                                python.command("startup_sklearn.py", List.of())));
        Map<String, Timings> timings =
                PairedRuns.run(contestants, rounds.count(), output.messages());
        RatioTable table =
                new RatioTable(
                        "contestant",
                        "median s",
                        "min–max s",
                        "its time / the empty one's",
                        "min–max");
        timings.forEach(
                (name, times) ->
                        table.row(name, times, "%.2f", times.over(timings.get(empty.name()))));
        output.report("startup", rounds.count() + " rounds", table.toText());
        return 0;
    }

    /** Scores of 300 recordings of 50 participants, ten rows each. */
    private static String scores() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("label,score,recording,participant,gender\n");
        boolean positive = false;
        for (int i = 0; i < ROWS; i++) {
            int recording = i / 10;
            if (i % 10 == 0) {
                positive = random.nextDouble() < 0.4;
            }
            int participant = recording % 50;
            double score = (positive ? 0.6 : 0.4) + 0.2 * random.nextGaussian();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%.5f,r%d,p%d,%s%n",
                            positive ? 1 : 0,
                            Math.min(1, Math.max(0, score)),
                            recording,
                            participant,
                            participant % 2 == 0 ? "f" : "m"));
        }
        return text.toString();
    }
}
