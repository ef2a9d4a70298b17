package dev.fer4j.examples.study;

import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.study.StudyPlan;

/**
 * Trainings whose results belong together.
 *
 * @param plan all of them
 * @param fingerprint of everything that their results depend on besides their cell
 */
record Trainings(StudyPlan plan, String fingerprint) {

    /** Checks that nothing is missing. */
    Trainings {
        requireNonNull(plan);
        requireNonNull(fingerprint);
    }
}
