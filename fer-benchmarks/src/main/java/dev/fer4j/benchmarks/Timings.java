package dev.fer4j.benchmarks;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Quantiles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long a contestant's runs took.
 *
 * @param name the contestant's
 * @param seconds a value for each round
 */
public record Timings(String name, ImmutableDoubleArray seconds) {

    /** Checks that there are some. */
    public Timings {
        checkArgument(!seconds.isEmpty(), "%s was never run", name);
    }

    /** The median. */
    public double median() {
        return Quantiles.median().compute(seconds.toArray());
    }

    /** The shortest. */
    public double min() {
        return seconds.stream().min().orElseThrow();
    }

    /** The longest. */
    public double max() {
        return seconds.stream().max().orElseThrow();
    }

    /** The median, for a table. */
    public String median(String format) {
        return String.format(Locale.ROOT, format, median());
    }

    /** Shortest and longest, for a table. */
    public String range(String format) {
        return String.format(Locale.ROOT, format + "–" + format, min(), max());
    }

    /** This one's time as a part of another's, in each round; below 1 this one is faster. */
    public Timings over(Timings other) {
        checkArgument(
                seconds.length() == other.seconds.length(),
                "%s ran %s times, %s %s times",
                name,
                seconds.length(),
                other.name,
                other.seconds.length());
        return new Timings(
                name + " / " + other.name,
                ImmutableDoubleArray.copyOf(
                        IntStream.range(0, seconds.length())
                                .mapToDouble(i -> seconds.get(i) / other.seconds.get(i))));
    }
}
