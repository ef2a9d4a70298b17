package dev.fer4j.benchmarks.gpu;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a stage found out.
 *
 * @param name what was looked at
 * @param value a finite number, if it is one
 * @param unit of the value
 * @param limit the largest value that passes, if the value is checked
 * @param text a fact that is no number, if it is one
 * @param problem why there is neither, or that a check failed
 */
record GpuFinding(
        String name,
        Optional<Double> value,
        String unit,
        Optional<Double> limit,
        Optional<String> text,
        Optional<String> problem) {

    GpuFinding {
        requireNonNull(name);
        requireNonNull(value);
        requireNonNull(unit);
        requireNonNull(limit);
        requireNonNull(text);
        requireNonNull(problem);
    }

    /** A fact in words. */
    static GpuFinding fact(String name, String text) {
        return new GpuFinding(
                name, Optional.empty(), "", Optional.empty(), Optional.of(text), Optional.empty());
    }

    /** A measurement. */
    static GpuFinding measured(String name, double value, String unit) {
        return number(name, value, unit, Optional.empty());
    }

    /** A number that must not exceed a limit. */
    static GpuFinding checked(String name, double value, String unit, double limit) {
        return number(name, value, unit, Optional.of(limit));
    }

    private static GpuFinding number(
            String name, double value, String unit, Optional<Double> limit) {
        if (!Double.isFinite(value)) {
            return failed(name, "is " + value);
        }
        return new GpuFinding(
                name,
                Optional.of(value),
                unit,
                limit,
                Optional.empty(),
                limit.filter(most -> value > most).map(most -> "more than " + most));
    }

    /** What could not be found out. */
    static GpuFinding failed(String name, String problem) {
        return new GpuFinding(
                name,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(problem));
    }
}
