package dev.fer4j.augment;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The augmentations that may be applied to a training image, in order.
 *
 * @param scope what each plan is drawn for
 * @param augmentations geometric ones are composed into one coordinate map, photometric ones into
 *     one colour map; noise is applied last in a composition, whatever its position. A {@link
 *     Splitting} augmentation ends a composition, and the next one begins another
 */
public record AugmentationPolicy(Scope scope, List<Augmentation> augmentations) {

    /** What each plan is drawn for. */
    public enum Scope {
        /** Each image independently. */
        IMAGE,
        /**
         * Each recording, so that all its images are augmented identically, including the noise.
         */
        RECORDING
    }

    public AugmentationPolicy {
        requireNonNull(scope);
        augmentations = List.copyOf(augmentations);
    }

    /** Creates a policy that draws a plan for each image. */
    public AugmentationPolicy(List<Augmentation> augmentations) {
        this(Scope.IMAGE, augmentations);
    }

    /**
     * The paper's list (section 4): rotation in [−15°, 15°], horizontal flip, random crop,
     * brightness, contrast, saturation, Gaussian noise. Where the paper gives no range, this policy
     * uses: flips with probability 0.5; crops of 80 to 100 % of the area with an aspect of up to
     * 1.1; factors 0.8 to 1.2; noise of σ 0 to 5 of 255 grey levels.
     */
    public static AugmentationPolicy paper() {
        return new AugmentationPolicy(
                List.of(
                        new Geometric.Rotation(15),
                        new Geometric.HorizontalFlip(0.5),
                        new Geometric.RandomCrop(0.8, 1, 1.1),
                        new Photometric.Brightness(0.8, 1.2),
                        new Photometric.Contrast(0.8, 1.2),
                        new Photometric.Saturation(0.8, 1.2),
                        new Noise.GaussianNoise(0, 5)));
    }

    /** The policy without augmentations. */
    public static AugmentationPolicy none() {
        return new AugmentationPolicy(List.of());
    }

    /**
     * Returns a copy with a different scope. With {@code RECORDING} all images of a recording get
     * the same plan; the caller derives the random generator from the recording instead of the
     * image, as fer-train does.
     */
    public AugmentationPolicy withScope(Scope other) {
        return new AugmentationPolicy(other, augmentations);
    }

    /**
     * Draws the plan for one image of the given size in pixels.
     *
     * @throws InputException if the image is smaller than a {@link Geometric.FixedCrop}
     */
    public AugmentationPlan draw(RandomGenerator random, int width, int height) {
        PlanDraft draft = new PlanDraft(random, width, height);
        augmentations.forEach(draft::add);
        return draft.plan();
    }

    /** Formats as JSON with a final line break. Custom functions are referred to by name. */
    public String toJson() {
        return Json.pretty(this);
    }

    /**
     * Reads a policy written by {@link #toJson}.
     *
     * @param functions the functions of {@link Splitting.Custom}, by name
     * @param where the origin of the text, for messages; for example the file
     * @throws InputException if the text is not JSON, it contains an unknown name (the message
     *     suggests the most similar known one), or a value is out of range
     */
    public static AugmentationPolicy parse(
            String json, String where, Map<String, PixelFunction> functions) {
        return new PolicyReader(where, functions).policy(json);
    }

    /**
     * Reads a file that {@link #toJson} wrote, without custom functions.
     *
     * @throws InputException as {@link #parse}
     */
    public static AugmentationPolicy read(Path file) throws IOException {
        return parse(Files.readString(file), file.toString(), Map.of());
    }
}
