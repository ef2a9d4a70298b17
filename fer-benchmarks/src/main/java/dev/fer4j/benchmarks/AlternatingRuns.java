package dev.fer4j.benchmarks;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs pieces of work of this JVM in turn, round after round, for what is too short to be a process
 * of its own ({@link PairedRuns}). Each round begins with another piece.
 */
public final class AlternatingRuns {

    private AlternatingRuns() {}

    /**
     * Runs all pieces so many times uncounted, so that they are compiled, and then in so many
     * rounds.
     *
     * @param work by name, in the order of the first round
     * @param messages told of each run
     * @return timings by name, in the same order
     */
    public static Map<String, Timings> run(
            Map<String, Runnable> work, int warmUps, int rounds, Consumer<String> messages) {
        List<String> names = List.copyOf(work.keySet());
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        names.forEach(name -> seconds.put(name, new ArrayList<>()));
        for (int round = -warmUps; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(Math.floorMod(round + i, names.size()));
                long start = System.nanoTime();
                work.get(name).run();
                double taken = (System.nanoTime() - start) / 1e9;
                String title = "warm-up";
                if (round >= 0) {
                    seconds.get(name).add(taken);
                    title = "round " + (round + 1);
                }
                messages.accept(String.format(Locale.ROOT, "%s, %s: %.3f s", title, name, taken));
            }
        }
        Map<String, Timings> timings = new LinkedHashMap<>();
        seconds.forEach(
                (name, values) ->
                        timings.put(name, new Timings(name, ImmutableDoubleArray.copyOf(values))));
        return timings;
    }
}
