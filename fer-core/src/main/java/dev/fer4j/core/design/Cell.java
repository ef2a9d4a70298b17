package dev.fer4j.core.design;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Seed;

/**
 * One training run of a study: a condition under one category split with one seed.
 *
 * @param condition the condition, which determines the training data
 * @param split which categories train, validate and test
 * @param seed the seed from which all random numbers of this training run are derived
 */
public record Cell(Condition condition, CategorySplit split, Seed seed) {

    /** The maximum length of an id in characters. */
    public static final int LONGEST_ID = 120;

    public Cell {
        requireNonNull(condition);
        requireNonNull(split);
        requireNonNull(seed);
    }

    /**
     * An id for file names: condition, split and seed joined by underscores, unique in a study. It
     * has at most {@value #LONGEST_ID} characters; a longer id is truncated and ends in a hash.
     */
    public String id() {
        return FileNames.bounded(
                condition.id() + "_" + split.id() + "_seed" + seed.value(), LONGEST_ID);
    }
}
