package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Label;
import dev.fer4j.eval.metric.AggregationRule;
import dev.fer4j.eval.metric.Logit;
import dev.fer4j.eval.metric.Threshold;
import java.util.List;
import java.util.Optional;

/**
 * The prediction for a recording or a participant, aggregated by an {@link AggregationRule}.
 *
 * @param id identifier of the recording or participant
 * @param images number of images it is based on
 * @param logit the mean logit, if the rule computes one
 * @param probability probability of {@link Label#POSITIVE}, in [0, 1]; the share of votes for
 *     voting rules
 * @param label the predicted label, by the model's threshold or by votes: see {@link
 *     AggregationRule#threshold}
 */
public record GroupPrediction(
        String id, int images, Optional<Double> logit, double probability, Label label) {

    public GroupPrediction {
        requireNonNull(id);
        requireNonNull(logit);
        requireNonNull(label);
        checkArgument(images >= 1, "%s has %s images", id, images);
    }

    /**
     * Aggregates the predictions of a recording's images.
     *
     * @param id identifier of the recording
     * @param images predictions of its images, at least one
     * @param threshold the model's threshold
     */
    public static GroupPrediction ofImages(
            String id, List<ImagePrediction> images, AggregationRule rule, Threshold threshold) {
        double[] probabilities =
                images.stream().mapToDouble(ImagePrediction::probability).toArray();
        return of(id, images.size(), rule.ofImages(probabilities), rule, threshold);
    }

    /**
     * Aggregates the predictions of a participant's recordings by the same rule; each recording
     * counts once, regardless of its number of images.
     *
     * @param id identifier of the participant
     * @param recordings predictions of the recordings, at least one
     * @param threshold the model's threshold
     */
    public static GroupPrediction ofRecordings(
            String id,
            List<GroupPrediction> recordings,
            AggregationRule rule,
            Threshold threshold) {
        double[] probabilities =
                recordings.stream().mapToDouble(GroupPrediction::probability).toArray();
        int images = recordings.stream().mapToInt(GroupPrediction::images).sum();
        return of(id, images, rule.ofRecordings(probabilities), rule, threshold);
    }

    private static GroupPrediction of(
            String id, int images, double probability, AggregationRule rule, Threshold threshold) {
        return new GroupPrediction(
                id,
                images,
                rule.equals(AggregationRule.MEAN_LOGIT)
                        ? Optional.of(Logit.of(probability))
                        : Optional.empty(),
                probability,
                Threshold.fixed(rule.threshold(threshold.value())).label(probability));
    }
}
