package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.study.StudyPlan;

/**
 * How often each condition is trained.
 *
 * @param seeds number of trainings of each condition under each category split, at least 1; their
 *     seeds are consecutive, starting with the study's
 * @param rotations whether all rotations of categories are used, or only the study's split
 */
public record Replication(int seeds, Rotations rotations) {

    /** Which category splits are used. */
    public enum Rotations {
        /** Only the study's split, as in the paper. */
        ONE,
        /** All six assignments of categories to roles. */
        ALL
    }

    /** One training of each condition, as in the paper. */
    public static Replication defaults() {
        return new Replication(1, Rotations.ONE);
    }

    public Replication {
        checkArgument(seeds >= 1, "%s seeds: expected 1 or more", seeds);
        requireNonNull(rotations);
    }

    /** Returns this many trainings of each condition, under the study's split. */
    public static Replication seeds(int count) {
        return new Replication(count, Rotations.ONE);
    }

    /** Returns a copy with all assignments of categories to roles. */
    public Replication allRotations() {
        return new Replication(seeds, Rotations.ALL);
    }

    /** Replicates a plan with one split and one seed. */
    StudyPlan applyTo(StudyPlan once) {
        StudyPlan plan = rotations == Rotations.ALL ? once.withRotations() : once;
        return plan.withSeeds(seeds);
    }
}
