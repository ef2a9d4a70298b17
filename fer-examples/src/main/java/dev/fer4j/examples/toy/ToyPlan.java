package dev.fer4j.examples.toy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Seed;
import java.util.List;

/**
 * All that a toy corpus holds, as parameters; nothing is drawn yet.
 *
 * @param recordings of the laboratory source, by participant
 * @param series of the social-media source, by person
 * @param variants of the synthetic source, by parent recording
 */
record ToyPlan(
        List<PlannedRecording> recordings,
        List<PlannedSeries> series,
        List<PlannedVariants> variants) {

    static ToyPlan of(Seed seed, ToyScale scale) {
        List<PlannedRecording> recordings = BaselinePlanner.plan(seed, scale);
        return new ToyPlan(
                recordings,
                PlannedSeries.plan(seed, scale),
                recordings.stream()
                        .filter(r -> r.category().equals(AdCategory.FOOD_MARKET))
                        .map(r -> PlannedVariants.of(r, seed, scale.syntheticPerRecording()))
                        .toList());
    }
}
