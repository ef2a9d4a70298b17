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
 * What a model says of samples.
 *
 * @param all in the samples' order
 * @param threshold the model's
 */
public record SamplePredictions(List<SamplePrediction> all, Threshold threshold) {

    public SamplePredictions {
        all = List.copyOf(all);
        requireNonNull(threshold);
    }

    /** One for each recording, in order of first occurrence. */
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
     * One for each participant, in order of first occurrence, from the predictions of the
     * participant's recordings: each of them counts once, however many images it has.
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

    /** The same for evaluation, with the samples' true labels and groups. */
    public Predictions toPredictions() {
        return new Predictions(
                all.stream()
                        .map(one -> Prediction.of(one.sample(), one.prediction().probability()))
                        .toList());
    }
}
