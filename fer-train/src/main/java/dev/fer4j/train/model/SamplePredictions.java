package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.AggregationRule;
import dev.fer4j.eval.metric.Threshold;
import java.util.ArrayList;
import java.util.List;

/**
 * The predictions for samples.
 *
 * @param all the predictions, in the order of the samples
 * @param threshold the model's threshold
 */
public record SamplePredictions(List<SamplePrediction> all, Threshold threshold) {

    public SamplePredictions {
        all = List.copyOf(all);
        requireNonNull(threshold);
    }

    /** Returns one prediction per recording, in order of first occurrence. */
    public List<GroupPrediction> byRecording(AggregationRule rule) {
        ListMultimap<String, ImagePrediction> images =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        all.forEach(one -> images.put(one.sample().recording(), one.prediction()));
        List<GroupPrediction> recordings = new ArrayList<>();
        images.asMap()
                .forEach(
                        (recording, own) ->
                                recordings.add(
                                        GroupPrediction.ofImages(
                                                recording, List.copyOf(own), rule, threshold)));
        return List.copyOf(recordings);
    }

    /**
     * Returns one prediction per participant, in order of first occurrence, aggregated from those
     * of the participant's recordings: each recording counts once, regardless of its number of
     * images.
     */
    public List<GroupPrediction> byParticipant(AggregationRule rule) {
        ListMultimap<String, SamplePrediction> people =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        all.forEach(one -> people.put(one.sample().participant(), one));
        List<GroupPrediction> found = new ArrayList<>();
        people.asMap()
                .forEach(
                        (participant, own) ->
                                found.add(
                                        GroupPrediction.ofRecordings(
                                                participant,
                                                new SamplePredictions(List.copyOf(own), threshold)
                                                        .byRecording(rule),
                                                rule,
                                                threshold)));
        return List.copyOf(found);
    }

    /** Returns the predictions with true labels and groups, for evaluation. */
    public Predictions toPredictions() {
        return new Predictions(
                all.stream()
                        .map(one -> Prediction.of(one.sample(), one.prediction().probability()))
                        .toList());
    }
}
