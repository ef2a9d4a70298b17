package dev.fer4j.examples;

import dev.fer4j.augment.AugmentationPlan;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.Geometric;
import dev.fer4j.augment.Noise;
import dev.fer4j.augment.PixelFunction;
import dev.fer4j.augment.Splitting;
import dev.fer4j.augment.transform.Box;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Augments with a function of one's own, and follows where a face goes. */
public final class OwnAugmentation {

    private OwnAugmentation() {}

    /** Arguments: an image; without any, a drawn face. */
    public static void main(String[] arguments) throws IOException {
        Path file = arguments.length > 0 ? Path.of(arguments[0]) : ExampleInputs.still();
        RgbImage image = ImageFiles.read(file);
        Box whole = new Box(0, 0, image.width(), image.height());
        Boxed augmented = augment(image, whole, policy(), new Seed(1));
        Path out = ExampleInputs.folder("augmented").resolve("augmented.png");
        ImageFiles.writePng(out, augmented.image());
        System.out.println(out + ", where the image's corners span " + augmented.box());
    }

    /** A policy with a function of one's own. */
    public static AugmentationPolicy policy() {
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
        AugmentationPlan plan = policy.draw(seed.generator(), image.width(), image.height());
        RgbImage augmented = plan.apply(image, 96, 96);
        Box augmentedFace = plan.places(96, 96).of(face);
        return new Boxed(augmented, augmentedFace);
    }
}
