package dev.fer4j.augment.internal;

/**
 * A range of consecutive integers.
 *
 * @param from the first, inclusive
 * @param to the end, exclusive; at least {@code from}
 */
record Span(int from, int to) {

    /** The integers {@code 0 ≤ i < count} for which {@code 0 ≤ start + i · step < limit}. */
    static Span where(long start, long step, long limit, int count) {
        if (step == 0) {
            return new Span(0, start >= 0 && start < limit ? count : 0);
        }
        long from = step > 0 ? ceilDiv(-start, step) : Math.floorDiv(start - limit, -step) + 1;
        long to = step > 0 ? ceilDiv(limit - start, step) : Math.floorDiv(start, -step) + 1;
        return of(from, to, count);
    }

    /** The intersection of two spans. */
    Span and(Span other) {
        return of(Math.max(from, other.from), Math.min(to, other.to), to);
    }

    private static Span of(long from, long to, int count) {
        int first = (int) Math.max(0, Math.min(from, count));
        return new Span(first, (int) Math.max(first, Math.min(to, count)));
    }

    private static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }
}
