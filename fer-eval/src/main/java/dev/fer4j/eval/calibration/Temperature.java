package dev.fer4j.eval.calibration;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Logit;
import java.util.Optional;

/**
 * A factor by which logits are divided, which makes all probabilities more or less confident
 * without changing their order. Above 1 the model was overconfident, below 1 underconfident. ROC
 * and precision-recall curves do not change, nor do predictions at a threshold of one half.
 *
 * @param value above 0, finite
 * @param fittedOn the number of validation samples that it was fitted on
 */
public record Temperature(@JsonProperty("temperature") double value, int fittedOn)
        implements TemperatureFit {

    public Temperature {
        checkArgument(
                value > 0 && Double.isFinite(value),
                "temperature %s: it must be a finite number above 0",
                value);
        checkArgument(fittedOn >= 0, "%s samples", fittedOn);
    }

    @Override
    public Optional<Temperature> temperature() {
        return Optional.of(this);
    }

    @Override
    public Optional<String> undefinedBecause() {
        return Optional.empty();
    }

    /**
     * The probability rescaled to this temperature: 1 / (1 + exp(−log(p / (1 − p)) / T)), with p
     * clipped to 2⁻⁵² from 0 and 1.
     *
     * @param probability in [0, 1]
     * @throws IllegalArgumentException if it is not
     */
    public double apply(double probability) {
        checkArgument(
                probability >= 0 && probability <= 1,
                "probability %s is not in [0, 1]",
                probability);
        return Logit.toProbability(Logit.of(probability) / value);
    }

    public Predictions apply(Predictions predictions) {
        return new Predictions(predictions.all().stream().map(this::apply).toList());
    }

    private Prediction apply(Prediction prediction) {
        return new Prediction(
                prediction.sample(),
                prediction.label(),
                apply(prediction.probability()),
                prediction.recording(),
                prediction.participant(),
                prediction.groups());
    }
}
