package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.study.StudyPlan;

/**
 * How often each condition is trained.
 *
 * @param seeds number of trainings of each condition under each category split, at least 1; their
 *     seeds are the study's and the numbers that follow it
 * @param rotations whether every category takes every role, or only the study's split is used
 */
public record Replication(int seeds, Rotations rotations) {

    /** Which category splits are used. */
    public enum Rotations {
        /** The study's split alone, as in the paper. */
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

    /** This many trainings of each condition, under the study's split. */
    public static Replication seeds(int count) {
        return new Replication(count, Rotations.ONE);
    }

    /** Returns a copy with every category in every role. */
    public Replication allRotations() {
        return new Replication(seeds, Rotations.ALL);
    }

    /** Replicates a plan of one split and one seed. */
    StudyPlan applyTo(StudyPlan once) {
        StudyPlan plan = rotations == Rotations.ALL ? once.withRotations() : once;
        return plan.withSeeds(seeds);
    }
}
