package dev.fer4j.benchmarks;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs contestants in turn, round after round, so that whatever else the machine does meets all of
 * them. Each round begins with another contestant.
 */
public final class PairedRuns {

    private PairedRuns() {}

    /**
     * Runs all contestants once to warm the caches, uncounted, and then in so many rounds.
     *
     * @param messages told of each run
     * @return timings by name, in the contestants' order
     * @throws IOException if a program cannot be started or ends with another status than 0
     */
    public static Map<String, Timings> run(
            List<Contestant> contestants, int rounds, Consumer<String> messages)
            throws IOException, InterruptedException {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            seconds.put(contestant.name(), new ArrayList<>());
            messages.accept(
                    "warm-up, " + contestant.name() + ": " + format(time(contestant.command())));
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get((round + i) % contestants.size());
                double taken = time(contestant.command());
                seconds.get(contestant.name()).add(taken);
                messages.accept(
                        "round " + (round + 1) + ", " + contestant.name() + ": " + format(taken));
            }
        }
        Map<String, Timings> timings = new LinkedHashMap<>();
        seconds.forEach(
                (name, values) ->
                        timings.put(name, new Timings(name, ImmutableDoubleArray.copyOf(values))));
        return timings;
    }

    private static double time(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int status = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IOException(
                    "'" + String.join(" ", command) + "' ended with status " + status);
        }
        return seconds;
    }

    private static String format(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
