package dev.fer4j.augment;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is neither a map of places nor one of colours. It splits the composition: what stands before
 * it is composed and applied, then this, then a new composition begins.
 */
public sealed interface Splitting extends Augmentation {

    /** Draws what will be done, or nothing. */
    Optional<PlanStep> draw(RandomGenerator random);

    /**
     * Gaussian blur by a uniform standard deviation; the kernel ends at four of them and borders
     * reflect.
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
     * With a probability, a rectangle at a uniform place becomes uniform random values (Zhong et
     * al. 2020, "Random erasing data augmentation", their RE-R).
     *
     * @param probability 0 to 1
     * @param minArea smallest share of the area, 0 to 1
     * @param maxArea largest share, 0 to 1
     * @param maxAspect largest ratio of the sides as shares of width and height, 1 to 10; drawn
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
     * A function of the user's own.
     *
     * @param name stands for the function in JSON, since code cannot be stored there
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

        /** Without the function, whose text differs from run to run. */
        @Override
        public String toString() {
            return "Custom[name=" + name + "]";
        }
    }
}
