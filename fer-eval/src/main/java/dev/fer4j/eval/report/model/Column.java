package dev.fer4j.eval.report.model;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table.
 *
 * @param name its heading
 * @param alignment the alignment of its cells
 */
public record Column(String name, Alignment alignment) {

    /** How cells are aligned in their column. */
    public enum Alignment {
        /** Left-aligned, for words. */
        LEFT,
        /** Left-aligned, for names that must not be broken across lines. */
        LEFT_UNBROKEN,
        /** Right-aligned, for numbers. */
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

    /** A column of names that are not broken across lines. */
    public static Column name(String name) {
        return new Column(name, Alignment.LEFT_UNBROKEN);
    }

    /** A column of numbers. */
    public static Column right(String name) {
        return new Column(name, Alignment.RIGHT);
    }
}
