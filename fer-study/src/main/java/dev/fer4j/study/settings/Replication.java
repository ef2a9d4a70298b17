package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.study.StudyPlan;

/**
 * How often each condition is trained.
 *
 * @param seeds trainings of each condition under each category split, at least 1: with the study's
 *     seed and the numbers that follow it
 * @param rotations whether every category takes every role, or the study's split is the only one
 */
public record Replication(int seeds, Rotations rotations) {

    /** Which category splits there are. */
    public enum Rotations {
        /** The study's split alone, as in the paper. */
        ONE,
        /** All six. */
        ALL
    }

    /** The paper's: once. */
    public static Replication defaults() {
        return new Replication(1, Rotations.ONE);
    }

    public Replication {
        checkArgument(seeds >= 1, "a study cannot have %s seeds", seeds);
        requireNonNull(rotations);
    }

    /** So many trainings of each condition, under the study's split. */
    public static Replication seeds(int count) {
        return new Replication(count, Rotations.ONE);
    }

    /** With every category in every role. */
    public Replication allRotations() {
        return new Replication(seeds, Rotations.ALL);
    }

    /** A plan of one split and seed as often as this says. */
    StudyPlan applyTo(StudyPlan once) {
        StudyPlan plan = rotations == Rotations.ALL ? once.withRotations() : once;
        return plan.withSeeds(seeds);
    }
}
