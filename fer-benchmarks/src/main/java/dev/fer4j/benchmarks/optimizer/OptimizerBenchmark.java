package dev.fer4j.benchmarks.optimizer;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.benchmarks.AlternatingRuns;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times Adam. */
@Command(
        name = "optimizer",
        description = {
            "An update of all parameters of Xception by Adam: fer4j's against DJL's, each with"
                    + " weights, gradients and moments of its own.",
            "fer4j's looks for numbers that are not finite and sets the gradients to zero, which"
                    + " DJL leaves to the next pass."
        },
        mixinStandardHelpOptions = true)
public final class OptimizerBenchmark implements Callable<Integer> {

    private static final String OURS = "fer4j";
    private static final String DJL = "DJL";
    private static final String WHOLE = "DJL, and gradients to zero";

    /** Maximum difference of weights after the first update: a hundredth of it. */
    private static final double CLOSE = 1e-6;

    @Option(
            names = "--width",
            description = "Of Xception; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double width;

    @Mixin private Rounds rounds;

    @Mixin private Output output;

    @Override
    public Integer call() throws IOException {
        try (Updates updates = new Updates(Xception.FULL.withWidth(width))) {
            requireSame(updates);
            Map<String, Timings> timings =
                    AlternatingRuns.run(
                            ImmutableMap.of(
                                    OURS,
                                    updates::ours,
                                    DJL,
                                    updates::djl,
                                    WHOLE,
                                    updates::djlWithZeroing),
                            updates::learn,
                            3,
                            rounds.count(),
                            output.messages());
            output.report(
                    "optimizer",
                    String.format(
                            Locale.ROOT, "%,d elements, %d rounds", updates.size(), rounds.count()),
                    table(timings));
        }
        return 0;
    }

    private static void requireSame(Updates updates) {
        updates.learn();
        updates.ours();
        updates.djl();
        float difference = updates.difference();
        if (!(difference <= CLOSE)) {
            throw new IllegalStateException("weights differ by " + difference);
        }
    }

    private static String table(Map<String, Timings> timings) {
        RatioTable table =
                new RatioTable(
                        "contestant", "median s", "min–max s", "fer4j's time / its", "min–max");
        for (Timings own : timings.values()) {
            table.row(own.name(), own, "%.4f", timings.get(OURS).over(own));
        }
        return table.toText();
    }
}
