package dev.fer4j.augment;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import java.util.Optional;

/** A step of a plan, with all parameters drawn. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlanStep.Composition.class, name = "composition"),
    @JsonSubTypes.Type(value = PlanStep.Blur.class, name = "blur"),
    @JsonSubTypes.Type(value = PlanStep.Erasure.class, name = "erasure"),
    @JsonSubTypes.Type(value = PlanStep.Call.class, name = "call")
})
public sealed interface PlanStep {

    /**
     * One warp followed by colours and noise, rounded and clipped once.
     *
     * @param places coordinate map from the result to the source
     * @param colours colour map, applied after the warp
     * @param noiseSigma standard deviation of the noise in grey levels; 0 for none
     * @param noiseSeed seed of the noise
     */
    record Composition(Affine places, ColourMap colours, double noiseSigma, long noiseSeed)
            implements PlanStep {

        /** The composition that changes nothing. */
        public static final Composition IDENTITY =
                new Composition(Affine.IDENTITY, ColourMap.IDENTITY, 0, 0);

        public Composition {
            checkArgument(places != null, "places are missing");
            checkArgument(colours != null, "colours are missing");
            checkDeviation("noiseSigma", noiseSigma);
        }
    }

    /**
     * Gaussian blur.
     *
     * @param sigma standard deviation in pixels of the source
     */
    record Blur(double sigma) implements PlanStep {
        public Blur {
            checkDeviation("sigma", sigma);
        }
    }

    /**
     * Fills a rectangle with uniform random values. Lengths are fractions of the image's sides.
     *
     * @param left distance from the left side
     * @param top distance from the top
     * @param width of the rectangle
     * @param height of the rectangle
     * @param seed the seed of the values
     */
    record Erasure(double left, double top, double width, double height, long seed)
            implements PlanStep {
        public Erasure {
            checkSpan("left", left, "width", width);
            checkSpan("top", top, "height", height);
        }

        private static void checkSpan(
                String startName, double start, String lengthName, double length) {
            // Sums of fractions may exceed 1 by rounding.
            checkArgument(
                    start >= 0 && length >= 0 && start + length <= 1 + 1e-9,
                    "%s %s and %s %s leave the image",
                    startName,
                    start,
                    lengthName,
                    length);
        }
    }

    /**
     * A user's function.
     *
     * @param name the name of the function in JSON
     * @param seed the seed of the function's random generator
     * @param function the function; empty in a plan that was read from JSON until its functions are
     *     supplied
     */
    record Call(String name, long seed, @JsonIgnore Optional<PixelFunction> function)
            implements PlanStep {

        @JsonCreator
        static Call unresolved(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "seed", required = true) long seed) {
            return new Call(name, seed, Optional.empty());
        }

        /** Returns a copy whose function's failures are reported with its name. */
        Call named() {
            return new Call(name, seed, function.map(unnamed -> new NamedFunction(name, unnamed)));
        }

        /** Omits the function, whose text differs from run to run. */
        @Override
        public String toString() {
            return "Call[name=" + name + ", seed=" + seed + "]";
        }
    }

    private static void checkDeviation(String name, double sigma) {
        checkArgument(
                sigma >= 0 && Double.isFinite(sigma),
                "%s %s is not a standard deviation",
                name,
                sigma);
    }
}
