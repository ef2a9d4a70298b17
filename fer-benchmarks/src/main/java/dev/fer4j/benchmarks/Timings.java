package dev.fer4j.benchmarks;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Quantiles;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The durations of a contestant's runs.
 *
 * @param name name of the contestant
 * @param seconds durations by round
 */
public record Timings(String name, List<Double> seconds) {

    public Timings {
        seconds = List.copyOf(seconds);
        checkArgument(!seconds.isEmpty(), "%s was never run", name);
    }

    public double median() {
        return Quantiles.median().compute(seconds);
    }

    /** The shortest. */
    public double min() {
        return Collections.min(seconds);
    }

    /** The longest. */
    public double max() {
        return Collections.max(seconds);
    }

    /** The median, for a table. */
    public String median(String format) {
        return String.format(Locale.ROOT, format, median());
    }

    /** The shortest and longest, for a table. */
    public String range(String format) {
        return String.format(Locale.ROOT, format + "–" + format, min(), max());
    }

    /**
     * Returns the ratio of these times to another contestant's by round; below 1, this one is
     * faster.
     */
    public Timings over(Timings other) {
        checkArgument(
                seconds.size() == other.seconds.size(),
                "%s ran %s times, %s %s times",
                name,
                seconds.size(),
                other.name,
                other.seconds.size());
        return new Timings(
                name + " / " + other.name,
                IntStream.range(0, seconds.size())
                        .mapToObj(i -> seconds.get(i) / other.seconds.get(i))
                        .toList());
    }
}
