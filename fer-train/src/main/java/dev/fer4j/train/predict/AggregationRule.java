package dev.fer4j.train.predict;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;
import java.util.List;
import java.util.Optional;

/** How predictions of a recording's images, or of a participant's recordings, become one. */
public enum AggregationRule {
    /** The mean of the logits, and its sigmoid: an image that is certain weighs more. */
    MEAN_LOGIT,

    /** The mean of the probabilities, as reports have it. */
    MEAN_PROBABILITY,

    /**
     * The label that most have, each by the threshold; as many of one as of the other go by the
     * mean probability. The probability is the share of positive votes.
     */
    VOTE;

    /**
     * A recording's prediction from its images'.
     *
     * @param id the recording's
     * @param images at least one
     * @param threshold the model's
     */
    public GroupPrediction ofImages(
            String id, List<ImagePrediction> images, DecisionThreshold threshold) {
        return ofGroups(
                id,
                images.stream()
                        .map(
                                image ->
                                        new GroupPrediction(
                                                id,
                                                1,
                                                Optional.of(image.logit()),
                                                image.probability(),
                                                image.label()))
                        .toList(),
                threshold);
    }

    /**
     * A participant's prediction from those of recordings by the same rule; each counts once,
     * however many images it has.
     *
     * @param id the participant's
     * @param parts at least one
     * @param threshold the model's
     */
    public GroupPrediction ofGroups(
            String id, List<GroupPrediction> parts, DecisionThreshold threshold) {
        checkArgument(!parts.isEmpty(), "%s has no prediction", id);
        int images = parts.stream().mapToInt(GroupPrediction::images).sum();
        // A mean of numbers up to 1 can round to just above 1.
        double mean =
                Math.min(
                        1,
                        parts.stream().mapToDouble(GroupPrediction::probability).sum()
                                / parts.size());
        return switch (this) {
            case MEAN_LOGIT -> {
                double logit =
                        parts.stream().mapToDouble(part -> part.logit().orElseThrow()).sum()
                                / parts.size();
                double probability = ImagePrediction.sigmoid(logit);
                yield new GroupPrediction(
                        id, images, Optional.of(logit), probability, threshold.label(probability));
            }
            case MEAN_PROBABILITY ->
                    new GroupPrediction(id, images, Optional.empty(), mean, threshold.label(mean));
            case VOTE -> {
                long votes = parts.stream().filter(part -> part.label() == Label.POSITIVE).count();
                Label label = threshold.label(mean);
                if (2 * votes != parts.size()) {
                    label = 2 * votes > parts.size() ? Label.POSITIVE : Label.NOT_INTERESTED;
                }
                yield new GroupPrediction(
                        id, images, Optional.empty(), (double) votes / parts.size(), label);
            }
        };
    }
}
