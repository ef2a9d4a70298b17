package dev.fer4j.benchmarks;

import com.google.common.primitives.Doubles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Alternates between contestants, so that other load on the machine affects all of them. Each round
 * starts with a different contestant.
 */
public final class PairedRuns {

    private PairedRuns() {}

    /**
     * Runs all contestants once, untimed, to warm the caches, and then in timed rounds.
     *
     * @param messages receives a line for each run
     * @return timings by name, in the contestants' order
     * @throws IOException if a program cannot be started, exits with a status other than 0, or does
     *     not print the time that it should
     */
    public static Map<String, Timings> run(
            List<Contestant> contestants, int rounds, Consumer<String> messages)
            throws IOException, InterruptedException {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            seconds.put(contestant.name(), new ArrayList<>());
            messages.accept("warm-up, " + contestant.name() + ": " + format(time(contestant)));
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get((round + i) % contestants.size());
                double taken = time(contestant);
                seconds.get(contestant.name()).add(taken);
                messages.accept(
                        "round " + (round + 1) + ", " + contestant.name() + ": " + format(taken));
            }
        }
        Map<String, Timings> timings = new LinkedHashMap<>();
        seconds.forEach((name, values) -> timings.put(name, new Timings(name, values)));
        return timings;
    }

    private static double time(Contestant contestant) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(contestant.command())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> output;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            output = reader.lines().toList();
        }
        int status = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IOException(
                    "'" + String.join(" ", contestant.command()) + "' ended with status " + status);
        }
        return contestant.clock() == Contestant.Clock.PROCESS
                ? seconds
                : seconds(contestant, output);
    }

    private static double seconds(Contestant contestant, List<String> output) throws IOException {
        String last = output.isEmpty() ? "" : output.get(output.size() - 1);
        Double seconds = Doubles.tryParse(last);
        if (seconds == null || !(seconds > 0)) {
            throw new IOException(
                    contestant.name()
                            + " should end with its seconds, but its last line is '"
                            + last
                            + "'");
        }
        return seconds;
    }

    private static String format(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
