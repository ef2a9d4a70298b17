package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.FerException;
import dev.fer4j.core.Label;
import dev.fer4j.eval.metric.Logit;
import dev.fer4j.eval.metric.Threshold;

/**
 * The prediction for an image.
 *
 * @param logit the output of the network, whose sigmoid is the probability
 * @param probability probability of {@link Label#POSITIVE}, in [0, 1]
 * @param label the predicted label, by the model's threshold
 */
public record ImagePrediction(double logit, double probability, Label label) {

    public ImagePrediction {
        requireNonNull(label);
    }

    /**
     * Returns the prediction for a logit.
     *
     * @throws FerException if the logit is not finite, which for finite weights happens only if
     *     they are extremely large
     */
    static ImagePrediction of(double logit, Threshold threshold) {
        if (!Double.isFinite(logit)) {
            throw new FerException(
                    "the model gives the logit "
                            + logit
                            + ", which is not a prediction: its weights are unusable, train again");
        }
        double probability = Logit.toProbability(logit);
        return new ImagePrediction(logit, probability, threshold.label(probability));
    }
}
