package dev.fer4j.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Alternates between pieces of work in this JVM, for work that is too short for a separate process
 * ({@link PairedRuns}). Each round starts with a different piece.
 */
public final class AlternatingRuns {

    private AlternatingRuns() {}

    /**
     * Runs all pieces in untimed warm-up rounds, so that they are compiled, and then in timed
     * rounds.
     *
     * @param work the pieces by name, in the order of the first round
     * @param messages receives a line for each run
     * @return timings by name, in the same order
     */
    public static Map<String, Timings> run(
            Map<String, Runnable> work, int warmUps, int rounds, Consumer<String> messages) {
        return run(work, () -> {}, warmUps, rounds, messages);
    }

    /**
     * As {@link #run(Map, int, int, Consumer)}, with an untimed action before each run.
     *
     * @param before the action; for example, waits for background work of the previous run
     */
    public static Map<String, Timings> run(
            Map<String, Runnable> work,
            Runnable before,
            int warmUps,
            int rounds,
            Consumer<String> messages) {
        Map<String, DoubleSupplier> timed = new LinkedHashMap<>();
        work.forEach(
                (name, piece) ->
                        timed.put(
                                name,
                                () -> {
                                    before.run();
                                    long start = System.nanoTime();
                                    piece.run();
                                    return (System.nanoTime() - start) / 1e9;
                                }));
        return runTimed(timed, warmUps, rounds, messages);
    }

    /**
     * As {@link #run(Map, int, int, Consumer)}, with pieces that time themselves.
     *
     * @param work returns the measured seconds
     */
    public static Map<String, Timings> runTimed(
            Map<String, DoubleSupplier> work, int warmUps, int rounds, Consumer<String> messages) {
        List<String> names = List.copyOf(work.keySet());
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        names.forEach(name -> seconds.put(name, new ArrayList<>()));
        for (int round = -warmUps; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(Math.floorMod(round + i, names.size()));
                double taken = work.get(name).getAsDouble();
                String title = "warm-up";
                if (round >= 0) {
                    seconds.get(name).add(taken);
                    title = "round " + (round + 1);
                }
                messages.accept(String.format(Locale.ROOT, "%s, %s: %.3f s", title, name, taken));
            }
        }
        Map<String, Timings> timings = new LinkedHashMap<>();
        seconds.forEach((name, values) -> timings.put(name, new Timings(name, values)));
        return timings;
    }
}
