package dev.fer4j.study.train;

import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.study.StudyPlan;

/**
 * Trainings whose results belong together.
 *
 * @param plan plan of all trainings
 * @param fingerprint fingerprint of everything on which their results depend, except the cell
 */
public record Trainings(StudyPlan plan, String fingerprint) {

    public Trainings {
        requireNonNull(plan);
        requireNonNull(fingerprint);
    }
}
