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
 * Everything that will happen to one image: printable, storable, and the same bytes each time it is
 * applied, on every machine.
 *
 * @param width of the images that it is for, in pixels
 * @param height of the images that it is for, in pixels
 * @param steps what is done, in order
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
     * Applies the plan. A composition is one warp, then colours and noise, computed row by row
     * without rounding in between; values are rounded and clipped once.
     *
     * <p>The warp interpolates bilinearly, and averages areas in a direction in which the image
     * shrinks. Borders reflect (the outermost pixels are not doubled): a black border would be a
     * mark that only training images have.
     *
     * @param resultWidth the first step brings the image to this width, without keeping its shape
     * @param resultHeight the first step brings the image to this height
     * @throws IllegalArgumentException if the image has another size than the plan is for
     * @throws FunctionException if a function of the user's fails, or returns an image of another
     *     size
     * @throws IllegalStateException if a function that the plan calls is not known
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

    /** Where places of the image, for example a face's box, lie in {@link #apply(RgbImage)}. */
    public PlaceMap places() {
        return places(width, height);
    }

    /**
     * Where places of the image lie in {@link #apply(RgbImage, int, int)}.
     *
     * @throws IllegalStateException if the plan squeezes the image to a line, which none that was
     *     drawn does
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

    /** As JSON, with a final line break. Functions go by name. */
    public String toJson() {
        return Json.pretty(this);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @param functions that the plan calls, by name
     * @param where named in messages, for example the file
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
