package dev.fer4j.eval.calibration;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.internal.CaseArrays;
import java.util.Optional;

/** The temperature fitted on validation predictions, or the reason why it is undefined. */
public sealed interface TemperatureFit permits Temperature, TemperatureFit.Undefined {

    /**
     * There is no optimal temperature.
     *
     * @param reason why, in words, for readers of a report
     */
    record Undefined(@JsonProperty("undefinedBecause") String reason) implements TemperatureFit {
        public Undefined {
            checkArgument(!reason.isBlank(), "a temperature that is undefined needs its reason");
        }

        @Override
        public Optional<Temperature> temperature() {
            return Optional.empty();
        }

        @Override
        public Optional<String> undefinedBecause() {
            return Optional.of(reason);
        }
    }

    /** The temperature, or empty if there is none. */
    Optional<Temperature> temperature();

    /** The reason why there is no temperature, or empty if there is one. */
    Optional<String> undefinedBecause();

    /**
     * Fits the temperature that minimizes the log loss (C. Guo, G. Pleiss, Y. Sun, K. Q.
     * Weinberger, "On calibration of modern neural networks", ICML 2017, section 4.2). Fit it on
     * validation data and apply it to test data; a fit on test data would be optimistic.
     *
     * <p>As a function of 1 / T the loss is convex, so its slope has at most one zero, which is
     * found to within 10⁻¹² of 1 / T. Logits log(p / (1 − p)) are recovered from probabilities,
     * which are clipped to 2⁻⁵² from 0 and 1.
     *
     * <p>Undefined with samples of one class or none; if the loss keeps falling as probabilities
     * become more confident, since all of them are on the right side of one half (the temperature
     * would be 0); and if it does not fall below that of a constant one half, since they are on the
     * wrong side (it would be infinite).
     *
     * @param positives whether each validation sample is of the positive class
     * @param probabilities each validation sample's probability of the positive class, in [0, 1]
     * @throws IllegalArgumentException if the lengths differ or a probability is not in [0, 1]
     */
    static TemperatureFit of(boolean[] positives, double[] probabilities) {
        CaseArrays.checkProbabilities(positives, probabilities);
        int positive = CaseArrays.positiveCount(positives);
        if (positive == 0 || positive == positives.length) {
            return new Undefined(
                    "both classes are needed, and %s of %s samples are of the positive class"
                            .formatted(positive, positives.length));
        }
        return new TemperatureSearch(positives, probabilities).fit();
    }

    /** Fits a temperature on validation predictions. */
    static TemperatureFit of(Predictions validation) {
        return of(validation.positives(), validation.probabilities());
    }
}
