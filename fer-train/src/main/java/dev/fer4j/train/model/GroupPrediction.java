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
 * What a model says of a recording or a participant, by an {@link AggregationRule}.
 *
 * @param id the recording's or the participant's
 * @param images how many images that rests on
 * @param logit the mean logit, by the rule that has one
 * @param probability of {@link Label#POSITIVE}, in [0, 1]; for votes, their share
 * @param label by the model's threshold, or by the votes: see {@link AggregationRule#threshold}
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
     * A recording's prediction from its images'.
     *
     * @param id the recording's
     * @param images at least one
     * @param threshold the model's
     */
    public static GroupPrediction ofImages(
            String id, List<ImagePrediction> images, AggregationRule rule, Threshold threshold) {
        double[] probabilities =
                images.stream().mapToDouble(ImagePrediction::probability).toArray();
        return of(id, images.size(), rule.ofImages(probabilities), rule, threshold);
    }

    /**
     * A participant's prediction from those of recordings by the same rule; each counts once,
     * however many images it has.
     *
     * @param id the participant's
     * @param recordings at least one
     * @param threshold the model's
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
