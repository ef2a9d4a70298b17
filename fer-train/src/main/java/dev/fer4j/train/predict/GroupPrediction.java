package dev.fer4j.train.predict;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Label;
import java.util.Optional;

/**
 * What a model says of a recording or a participant.
 *
 * @param id the recording's or the participant's
 * @param images how many images that rests on
 * @param logit the mean logit, by the rule that has one
 * @param probability of {@link Label#POSITIVE}, in [0, 1]; for votes, their share
 * @param label by the model's threshold, or by the votes
 */
public record GroupPrediction(
        String id, int images, Optional<Double> logit, double probability, Label label) {

    /** Checks that there are images. */
    public GroupPrediction {
        requireNonNull(id);
        requireNonNull(logit);
        requireNonNull(label);
        checkArgument(images >= 1, "%s has %s images", id, images);
    }
}
