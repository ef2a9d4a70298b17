package dev.fer4j.examples;

import dev.fer4j.augment.AugmentationPlan;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.Geometric;
import dev.fer4j.augment.Noise;
import dev.fer4j.augment.PixelFunction;
import dev.fer4j.augment.Splitting;
import dev.fer4j.augment.geometry.Box;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.List;

/** The examples of docs/augmentation.md: a custom function, and where places lie. */
public final class OwnAugmentation {

    private OwnAugmentation() {}

    /** A policy with a custom function. */
    public static AugmentationPolicy policy() {
        // augmentation.md: begin function
        PixelFunction negative =
                (image, random) -> {
                    byte[] rgb = image.rgb().clone();
                    for (int i = 0; i < rgb.length; i++) {
                        rgb[i] = (byte) (255 - rgb[i]);
                    }
                    return new RgbImage(image.width(), image.height(), rgb);
                };
        AugmentationPolicy policy =
                new AugmentationPolicy(
                        List.of(
                                new Geometric.Rotation(15),
                                new Splitting.Custom("negative", negative),
                                new Noise.GaussianNoise(0, 5)));
        // augmentation.md: end function
        return policy;
    }

    /**
     * An augmented image, and where a box of the image lies in it.
     *
     * @param image the result
     * @param box in the result
     */
    public record Boxed(RgbImage image, Box box) {}

    /** Augments an image to 96 × 96 pixels and follows a face's box. */
    public static Boxed augment(RgbImage image, Box face, AugmentationPolicy policy, Seed seed) {
        // augmentation.md: begin places
        AugmentationPlan plan = policy.draw(seed.generator(), image.width(), image.height());
        RgbImage augmented = plan.apply(image, 96, 96);
        Box augmentedFace = plan.places(96, 96).of(face);
        // augmentation.md: end places
        return new Boxed(augmented, augmentedFace);
    }
}
