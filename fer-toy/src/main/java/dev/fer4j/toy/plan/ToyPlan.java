package dev.fer4j.toy.plan;

import dev.fer4j.core.Seed;
import java.util.List;

/**
 * The complete plan of a toy corpus.
 *
 * @param recordings of the laboratory source, by participant
 * @param series of the social-media source, by person
 */
public record ToyPlan(List<PlannedRecording> recordings, List<PlannedSeries> series) {

    public static ToyPlan of(Seed seed, ToyScale scale) {
        return new ToyPlan(BaselinePlanner.plan(seed, scale), PlannedSeries.plan(seed, scale));
    }
}
