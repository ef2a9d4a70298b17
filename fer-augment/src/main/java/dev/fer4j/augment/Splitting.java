package dev.fer4j.augment;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An augmentation that is neither a coordinate map nor a colour map. It splits the composition: the
 * preceding augmentations are composed and applied, then this one, and then a new composition
 * begins.
 */
public sealed interface Splitting extends Augmentation {

    /** Draws the step, or nothing if the image is left unchanged. */
    Optional<PlanStep> draw(RandomGenerator random);

    /**
     * Gaussian blur with a uniform standard deviation. The kernel is truncated at four standard
     * deviations and borders are reflected.
     *
     * @param minSigma smallest standard deviation, 0 to 100 pixels of the source
     * @param maxSigma largest standard deviation, 0 to 100 pixels of the source
     */
    record GaussianBlur(double minSigma, double maxSigma) implements Splitting {
        public GaussianBlur {
            Ranges.check("gaussian-blur", "minSigma", minSigma, "maxSigma", maxSigma, 0, 100);
        }

        @Override
        public Optional<PlanStep> draw(RandomGenerator random) {
            return Optional.of(new PlanStep.Blur(Ranges.uniform(random, minSigma, maxSigma)));
        }
    }

    /**
     * Fills a rectangle at a uniform position with uniform random values, with the given
     * probability (RE-R of Zhong et al. 2020, "Random erasing data augmentation").
     *
     * @param probability 0 to 1
     * @param minArea smallest fraction of the area, 0 to 1
     * @param maxArea largest fraction, 0 to 1
     * @param maxAspect largest ratio of the sides as fractions of width and height, 1 to 10; drawn
     *     uniformly on a logarithmic scale
     */
    record RandomErasing(double probability, double minArea, double maxArea, double maxAspect)
            implements Splitting {
        public RandomErasing {
            Ranges.check("random-erasing", "probability", probability, 0, 1);
            Ranges.check("random-erasing", "minArea", minArea, "maxArea", maxArea, 0, 1);
            Ranges.check("random-erasing", "maxAspect", maxAspect, 1, 10);
        }

        @Override
        public Optional<PlanStep> draw(RandomGenerator random) {
            if (random.nextDouble() >= probability) {
                return Optional.empty();
            }
            Rectangle area = Rectangle.draw(random, minArea, maxArea, maxAspect);
            double left = Ranges.uniform(random, 0, 1 - area.width());
            double top = Ranges.uniform(random, 0, 1 - area.height());
            return Optional.of(
                    new PlanStep.Erasure(
                            left, top, area.width(), area.height(), random.nextLong()));
        }
    }

    /**
     * A user-defined function.
     *
     * @param name represents the function in JSON, which cannot hold code
     */
    record Custom(String name, @JsonIgnore PixelFunction function) implements Splitting {
        public Custom {
            checkArgument(!name.isBlank(), "custom: name is blank");
            requireNonNull(function);
        }

        @Override
        public Optional<PlanStep> draw(RandomGenerator random) {
            return Optional.of(new PlanStep.Call(name, random.nextLong(), Optional.of(function)));
        }

        /** Omits the function, whose text differs from run to run. */
        @Override
        public String toString() {
            return "Custom[name=" + name + "]";
        }
    }
}
