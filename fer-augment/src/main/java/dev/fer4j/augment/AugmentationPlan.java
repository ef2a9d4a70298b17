package dev.fer4j.augment;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.io.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All augmentations of one image with their parameters drawn. A plan can be printed and stored, and
 * gives identical bytes each time it is applied, on every machine.
 *
 * @param width of the images that the plan applies to, in pixels
 * @param height of the images that the plan applies to, in pixels
 * @param steps the steps in order
 */
public record AugmentationPlan(int width, int height, List<PlanStep> steps) {

    public AugmentationPlan {
        checkArgument(width > 0 && height > 0, "a plan for %s × %s pixels", width, height);
        checkArgument(steps != null, "steps are missing");
        steps = ImmutableList.copyOf(steps);
    }

    /** Applies the plan; the result has the image's size. */
    public RgbImage apply(RgbImage image) {
        return apply(image, image.width(), image.height());
    }

    /**
     * Applies the plan and resizes the image. A composition is one warp followed by colours and
     * noise, computed row by row without intermediate rounding; values are rounded and clipped
     * once.
     *
     * <p>The warp interpolates bilinearly, and averages areas along directions in which the image
     * shrinks. Borders are reflected without repeating the outermost pixels, since black borders
     * would be a feature that only training images have.
     *
     * @param resultWidth width to which the first step scales the image; the aspect ratio is not
     *     preserved
     * @param resultHeight height to which the first step scales the image
     * @throws IllegalArgumentException if the size of the image is not that of the plan
     * @throws FunctionException if a user's function fails, or returns an image of a different size
     * @throws IllegalStateException if the plan calls an unknown function
     */
    public RgbImage apply(RgbImage image, int resultWidth, int resultHeight) {
        checkArgument(
                image.width() == width && image.height() == height,
                "a plan for images of %s × %s pixels does not fit one of %s × %s; draw one for that"
                        + " size",
                width,
                height,
                image.width(),
                image.height());
        List<PlanStep> named =
                steps.stream()
                        .map(step -> step instanceof PlanStep.Call call ? call.named() : step)
                        .toList();
        return new PlanRun(image, resultWidth, resultHeight).run(named);
    }

    /** The map of points, for example of a face's box, to {@link #apply(RgbImage)}'s result. */
    public PlaceMap places() {
        return places(width, height);
    }

    /**
     * The map from points of the image to the result of {@link #apply(RgbImage, int, int)}.
     *
     * @throws IllegalStateException if the plan collapses the image to a line, which no drawn plan
     *     does
     */
    public PlaceMap places(int resultWidth, int resultHeight) {
        checkArgument(
                resultWidth > 0 && resultHeight > 0,
                "a result of %s × %s pixels",
                resultWidth,
                resultHeight);
        List<PlanStep.Composition> compositions =
                steps.stream()
                        .flatMap(
                                step ->
                                        step instanceof PlanStep.Composition composition
                                                ? Stream.of(composition)
                                                : Stream.empty())
                        .toList();
        return new PlaceMap(compositions, width, height, resultWidth, resultHeight);
    }

    /** Formats the plan as JSON with a final line break. Functions are referred to by name. */
    public String toJson() {
        return Json.pretty(this);
    }

    /**
     * Reads a plan written by {@link #toJson}.
     *
     * @param functions the functions that the plan may call, by name
     * @param where the origin of the text, for messages; for example the file
     * @throws InputException if the text is not a plan, or calls a function that is not supplied
     */
    public static AugmentationPlan parse(
            String json, String where, Map<String, PixelFunction> functions) {
        AugmentationPlan plan = Json.parse(json, AugmentationPlan.class, where);
        return new AugmentationPlan(
                plan.width,
                plan.height,
                plan.steps.stream()
                        .map(
                                step ->
                                        step instanceof PlanStep.Call call
                                                ? resolve(call, where, functions)
                                                : step)
                        .toList());
    }

    private static PlanStep resolve(
            PlanStep.Call call, String where, Map<String, PixelFunction> functions) {
        if (!functions.containsKey(call.name())) {
            throw new InputException(
                    Problem.Kind.DANGLING_REFERENCE,
                    where,
                    "calls the function '" + call.name() + "', which was not supplied",
                    "pass it by that name");
        }
        return new PlanStep.Call(call.name(), call.seed(), Optional.of(functions.get(call.name())));
    }
}
