package dev.fer4j.augment;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.List;

/** The application of a plan to one image. If the size changes, it does so in the first step. */
final class PlanRun {

    private final int width;
    private final int height;

    /** The number of source pixels per result pixel. */
    private final double scaleX;

    private final double scaleY;

    private RgbImage image;

    /** Whether the first step has been applied. */
    private boolean resized;

    PlanRun(RgbImage image, int width, int height) {
        this.image = image;
        this.width = width;
        this.height = height;
        this.scaleX = (double) image.width() / width;
        this.scaleY = (double) image.height() / height;
    }

    RgbImage run(List<PlanStep> steps) {
        if (steps.isEmpty() || !(steps.get(0) instanceof PlanStep.Composition)) {
            compose(PlanStep.Composition.IDENTITY);
        }
        for (PlanStep step : steps) {
            if (step instanceof PlanStep.Composition composition) {
                compose(composition);
            } else if (step instanceof PlanStep.Blur blur) {
                image = Blurring.apply(image, blur.sigma() / scaleX, blur.sigma() / scaleY);
            } else if (step instanceof PlanStep.Erasure erasure) {
                image = Erasing.apply(image, erasure);
            } else if (step instanceof PlanStep.Call call) {
                image = call(call);
            }
        }
        return image;
    }

    private void compose(PlanStep.Composition composition) {
        // Coordinates are in pixels of the source; the image may already have the size of the
        // result.
        Affine toSource = composition.places().after(Affine.window(scaleX, scaleY, 0, 0));
        Affine map =
                resized ? Affine.window(1 / scaleX, 1 / scaleY, 0, 0).after(toSource) : toSource;
        image = new Composer(composition, map, width, height).apply(image);
        resized = true;
    }

    private RgbImage call(PlanStep.Call call) {
        PixelFunction function =
                call.function()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the plan calls the function '"
                                                        + call.name()
                                                        + "', which was not supplied; read plans"
                                                        + " with AugmentationPlan.parse"));
        return function.apply(image, new Seed(call.seed()).generator());
    }
}
