package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis with its ticks.
 *
 * @param title the quantity and its unit; may be empty
 * @param from the lower end; finite
 * @param to the upper end, above the lower one
 * @param ticks the ticks, each with a mark and a label
 */
public record Axis(String title, double from, double to, List<Tick> ticks) {

    private static final int WANTED_TICKS = 6;
    private static final int MOST_WHOLE_TICKS = 10;

    /**
     * A position with a label.
     *
     * @param at position in units of the axis
     */
    public record Tick(double at, String label) {}

    public Axis {
        requireNonNull(title);
        checkEnds(title, from, to);
        ticks = List.copyOf(ticks);
    }

    private static void checkEnds(String title, double from, double to) {
        checkArgument(
                Double.isFinite(from) && Double.isFinite(to) && from < to,
                "axis '%s' cannot run from %s to %s",
                title,
                from,
                to);
    }

    /** An axis from 0 to 1, with some padding at both ends. */
    public static Axis ofShare(String title) {
        double room = 0.012;
        return new Axis(title, -room, 1 + room, ticks(0, 1, new BigDecimal("0.2")));
    }

    /** An axis over a range of numbers, with ticks at round numbers within it. */
    public static Axis over(String title, double from, double to) {
        checkEnds(title, from, to);
        return new Axis(title, from, to, ticks(from, to, step((to - from) / WANTED_TICKS)));
    }

    /** An axis over integers, such as epochs, with half a unit of padding at both ends. */
    public static Axis ofWhole(String title, int first, int last) {
        BigDecimal step =
                last - first < MOST_WHOLE_TICKS
                        ? BigDecimal.ONE
                        : step((double) (last - first) / MOST_WHOLE_TICKS);
        return new Axis(title, first - 0.5, last + 0.5, ticks(first, last, step));
    }

    /** An axis without title and ticks, for plots whose rows are labelled. */
    public static Axis bare(double from, double to) {
        return new Axis("", from, to, List.of());
    }

    /** The smallest of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … that is at least as large. */
    private static BigDecimal step(double atLeast) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(atLeast)));
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            // A small tolerance: 0.6 / 6 is slightly more than 0.1.
            if (step.doubleValue() >= atLeast * (1 - 1e-9)) {
                return step;
            }
        }
        return power.multiply(BigDecimal.TEN);
    }

    private static List<Tick> ticks(double from, double to, BigDecimal step) {
        BigDecimal at =
                new BigDecimal(from)
                        .divide(step, MathContext.DECIMAL64)
                        .setScale(0, RoundingMode.CEILING)
                        .multiply(step);
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        List<Tick> ticks = new ArrayList<>();
        while (at.doubleValue() <= to) {
            String label = at.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
            ticks.add(new Tick(at.doubleValue(), label.replace('-', '−')));
            at = at.add(step);
        }
        return ticks;
    }

    /** The position of a value between the ends: 0 at the lower, 1 at the upper. */
    double share(double value) {
        return (value - from) / (to - from);
    }
}
