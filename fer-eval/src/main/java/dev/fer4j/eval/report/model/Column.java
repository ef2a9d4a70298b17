package dev.fer4j.eval.report.model;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table.
 *
 * @param name its heading
 * @param alignment where its cells stand
 */
public record Column(String name, Alignment alignment) {

    /** How cells are aligned in their column. */
    public enum Alignment {
        /** At the left, for words. */
        LEFT,
        /** At the left, for names that are not to be broken into several lines. */
        LEFT_UNBROKEN,
        /** At the right, for numbers. */
        RIGHT
    }

    public Column {
        requireNonNull(name);
        requireNonNull(alignment);
    }

    /** A column of words. */
    public static Column left(String name) {
        return new Column(name, Alignment.LEFT);
    }

    /** A column of names that are not broken into several lines. */
    public static Column name(String name) {
        return new Column(name, Alignment.LEFT_UNBROKEN);
    }

    /** A column of numbers. */
    public static Column right(String name) {
        return new Column(name, Alignment.RIGHT);
    }
}
