package dev.fer4j.augment;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A plan being drawn: the completed steps and the current composition. */
final class PlanDraft {

    private final RandomGenerator random;
    private final int width;
    private final int height;
    private final List<PlanStep> steps = new ArrayList<>();

    private Affine places = Affine.IDENTITY;
    private ColourMap colours = ColourMap.IDENTITY;
    private double variance;
    private boolean empty = true;

    PlanDraft(RandomGenerator random, int width, int height) {
        this.random = random;
        this.width = width;
        this.height = height;
    }

    void add(Augmentation augmentation) {
        if (augmentation instanceof Splitting splitting) {
            splitting
                    .draw(random)
                    .ifPresent(
                            step -> {
                                complete();
                                steps.add(step);
                            });
            return;
        }
        empty = false;
        if (augmentation instanceof Geometric geometric) {
            // Maps lead from the result to the source, so the map of a later augmentation is
            // applied first.
            places = places.after(geometric.draw(random, width, height));
        } else if (augmentation instanceof Photometric photometric) {
            colours = photometric.draw(random).after(colours);
        } else if (augmentation instanceof Noise noise) {
            double sigma = noise.drawSigma(random);
            variance += sigma * sigma;
        }
    }

    AugmentationPlan plan() {
        complete();
        return new AugmentationPlan(width, height, steps);
    }

    private void complete() {
        if (!empty) {
            steps.add(
                    new PlanStep.Composition(
                            places, colours, Math.sqrt(variance), random.nextLong()));
        }
        places = Affine.IDENTITY;
        colours = ColourMap.IDENTITY;
        variance = 0;
        empty = true;
    }
}
