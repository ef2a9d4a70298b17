package dev.fer4j.eval.calibration;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Logit;
import java.util.Optional;

/**
 * A number that makes all probabilities more or less sure without changing their order: logits are
 * divided by it. Above 1 the model was too sure, below 1 not sure enough. ROC and precision-recall
 * curves stay as they are, and so does what is called positive at one half.
 *
 * @param value above 0, finite
 * @param fittedOn on how many validation samples
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
     * A probability at this temperature: 1 / (1 + exp(−log(p / (1 − p)) / T)), p being kept 2⁻⁵²
     * from 0 and 1.
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
