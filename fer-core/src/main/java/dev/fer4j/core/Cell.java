package dev.fer4j.core;

import static java.util.Objects.requireNonNull;

/**
 * One training of a study: a condition, under one split, with one seed.
 *
 * @param condition what is trained on
 * @param split which categories train, validate and test
 * @param seed the root of all randomness of this training
 */
public record Cell(Condition condition, CategorySplit split, Seed seed) {

    public Cell {
        requireNonNull(condition);
        requireNonNull(split);
        requireNonNull(seed);
    }

    /** For file names; differs for every cell of a study. */
    public String id() {
        return condition.id() + "_" + split.id() + "_seed" + seed.value();
    }
}
