package dev.fer4j.study.train;

import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.study.StudyPlan;

/**
 * Trainings whose results belong together.
 *
 * @param plan all of them
 * @param fingerprint of everything that their results depend on besides their cell
 */
public record Trainings(StudyPlan plan, String fingerprint) {

    public Trainings {
        requireNonNull(plan);
        requireNonNull(fingerprint);
    }
}
