package dev.fer4j.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What may happen to a training image, in order.
 *
 * @param augmentations geometric ones compose into one map of places, photometric ones into one map
 *     of colours; noise comes last, whatever its place in the list
 */
public record AugmentationPolicy(List<Augmentation> augmentations) {

    /** Copies the list. */
    public AugmentationPolicy {
        augmentations = List.copyOf(augmentations);
    }

    /**
     * The paper's list (section 4): rotation in [−15°, 15°], horizontal flip, random crop,
     * brightness, contrast, saturation, Gaussian noise. Where the paper gives no range, this one
     * takes: flip with probability 0.5; crops of 80 to 100 % of the area with an aspect of up to
     * 1.1; factors 0.8 to 1.2; noise of σ 0 to 5 of 255 grey levels.
     */
    public static AugmentationPolicy paper() {
        return new AugmentationPolicy(
                List.of(
                        new Augmentation.Rotation(15),
                        new Augmentation.HorizontalFlip(0.5),
                        new Augmentation.RandomCrop(0.8, 1, 1.1),
                        new Augmentation.Brightness(0.8, 1.2),
                        new Augmentation.Contrast(0.8, 1.2),
                        new Augmentation.Saturation(0.8, 1.2),
                        new Augmentation.GaussianNoise(0, 5)));
    }

    /** Changes nothing. */
    public static AugmentationPolicy none() {
        return new AugmentationPolicy(List.of());
    }

    /** Draws everything that will happen to one image of that many pixels. */
    public AugmentationPlan draw(RandomGenerator random, int width, int height) {
        Affine places = Affine.IDENTITY;
        ColourMap colours = ColourMap.IDENTITY;
        double variance = 0;
        for (Augmentation augmentation : augmentations) {
            if (augmentation instanceof Augmentation.Geometric geometric) {
                // A map leads from result to source, so a later change is looked up first.
                places = places.after(geometric.draw(random, width, height));
            } else if (augmentation instanceof Augmentation.Photometric photometric) {
                colours = photometric.draw(random).after(colours);
            } else if (augmentation instanceof Augmentation.Noise noise) {
                double sigma = noise.drawSigma(random);
                variance += sigma * sigma;
            }
        }
        return new AugmentationPlan(places, colours, Math.sqrt(variance), random.nextLong());
    }
}
