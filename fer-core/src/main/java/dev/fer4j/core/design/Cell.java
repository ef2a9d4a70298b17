package dev.fer4j.core.design;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Seed;

/**
 * One training of a study: a condition, under one split, with one seed.
 *
 * @param condition what is trained on
 * @param split which categories train, validate and test
 * @param seed the root of all randomness of this training
 */
public record Cell(Condition condition, CategorySplit split, Seed seed) {

    /** The most characters of an id. */
    public static final int LONGEST_ID = 120;

    public Cell {
        requireNonNull(condition);
        requireNonNull(split);
        requireNonNull(seed);
    }

    /**
     * For file names: condition, split and seed joined by underscores, which differs for every cell
     * of a study. At most {@value #LONGEST_ID} characters, of which the last are a hash where all
     * of it would be longer.
     */
    public String id() {
        return FileNames.bounded(
                condition.id() + "_" + split.id() + "_seed" + seed.value(), LONGEST_ID);
    }
}
