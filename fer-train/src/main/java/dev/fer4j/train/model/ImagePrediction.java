package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.FerException;
import dev.fer4j.core.Label;
import dev.fer4j.eval.metric.Logit;
import dev.fer4j.eval.metric.Threshold;

/**
 * What a model says of an image.
 *
 * @param logit what the network gives; the sigmoid of it is the probability
 * @param probability of {@link Label#POSITIVE}, in [0, 1]
 * @param label by the model's threshold
 */
public record ImagePrediction(double logit, double probability, Label label) {

    public ImagePrediction {
        requireNonNull(label);
    }

    /**
     * What follows from a logit.
     *
     * @throws FerException if the logit is not finite, which happens with finite weights only if
     *     they are far too large
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
