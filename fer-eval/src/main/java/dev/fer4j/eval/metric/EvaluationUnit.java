package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Multimaps;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What counts as one case. The images of a recording share a label, and the recordings of a person
 * share a face, so there are far fewer independent cases than images. The paper counts images. How
 * probabilities are aggregated is an {@link AggregationRule}, by default the mean.
 */
public enum EvaluationUnit {
    /** Every image is a case. */
    IMAGE,

    /** Every recording is a case, with the label that its images share. */
    RECORDING,

    /**
     * Every participant is a case, with the majority label of their recordings; participants with
     * as many recordings of one label as of the other are left out.
     */
    PARTICIPANT;

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationUnit.class);

    /** How images are aggregated by the default rule, in words, for readers of a report. */
    public String rule() {
        return rule(AggregationRule.MEAN_PROBABILITY);
    }

    /** How images are aggregated, in words, for readers of a report. */
    public String rule(AggregationRule probabilities) {
        return switch (this) {
            case IMAGE -> "every image is a case";
            case RECORDING ->
                    "every recording is a case; its probability is " + probabilities.imagesToText();
            case PARTICIPANT ->
                    "every participant is a case; the probability is "
                            + probabilities.recordingsToText()
                            + ", the label that of the majority of recordings; participants with a"
                            + " tie are left out";
        };
    }

    /** The lower-case name used in tables. */
    public String id() {
        return switch (this) {
            case IMAGE -> "image";
            case RECORDING -> "recording";
            case PARTICIPANT -> "participant";
        };
    }

    /** Aggregates predictions of images by the mean of their probabilities. */
    public Predictions aggregate(Predictions images) {
        return aggregate(images, AggregationRule.MEAN_PROBABILITY);
    }

    /**
     * Aggregates predictions of images.
     *
     * <p>The result is in order of first occurrence. A recording's prediction has the recording's
     * id as its sample; a participant's has the participant's id as its sample and its recording. A
     * unit keeps the groups that all of its images share. Participants that are left out are logged
     * and returned by {@link #tiedParticipants}.
     *
     * @param images one prediction for each image
     * @param rule how probabilities are aggregated
     * @throws IllegalArgumentException if the images of one recording differ in label or
     *     participant
     */
    public Predictions aggregate(Predictions images, AggregationRule rule) {
        return switch (this) {
            case IMAGE -> images;
            case RECORDING -> recordings(images, rule);
            case PARTICIPANT -> {
                List<String> tied = tiedParticipants(images);
                if (!tied.isEmpty()) {
                    LOG.info(
                            "{} participants left out for a tie between recordings of either label:"
                                    + " {}",
                            tied.size(),
                            tied);
                }
                yield participants(images, rule);
            }
        };
    }

    /**
     * The participants with as many recordings of one label as of the other, in order of first
     * occurrence: those that {@link #PARTICIPANT} leaves out.
     *
     * @param images one prediction for each image
     * @throws IllegalArgumentException if the images of one recording differ in label or
     *     participant
     */
    public static List<String> tiedParticipants(Predictions images) {
        return by(
                        Prediction::participant,
                        recordings(images, AggregationRule.MEAN_PROBABILITY).all())
                .entrySet()
                .stream()
                .filter(person -> majority(person.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Predictions recordings(Predictions images, AggregationRule rule) {
        return new Predictions(
                by(Prediction::recording, images.all()).entrySet().stream()
                        .map(entry -> recording(entry.getKey(), entry.getValue(), rule))
                        .toList());
    }

    private static Prediction recording(
            String id, Collection<Prediction> images, AggregationRule rule) {
        Prediction first = images.iterator().next();
        for (Prediction image : images) {
            checkArgument(
                    image.label() == first.label()
                            && image.participant().equals(first.participant()),
                    "recording %s: images %s and %s differ in label or participant; a recording"
                            + " must have one of each",
                    id,
                    first.sample(),
                    image.sample());
        }
        double probability = rule.ofImages(probabilities(images));
        return merged(id, first.label(), probability, first.participant(), images);
    }

    private static Predictions participants(Predictions images, AggregationRule rule) {
        return new Predictions(
                by(Prediction::participant, recordings(images, rule).all()).entrySet().stream()
                        .flatMap(
                                person ->
                                        majority(person.getValue())
                                                .map(label -> participant(label, person, rule))
                                                .stream())
                        .toList());
    }

    private static Prediction participant(
            Label label, Map.Entry<String, Collection<Prediction>> person, AggregationRule rule) {
        double probability = rule.ofRecordings(probabilities(person.getValue()));
        return merged(person.getKey(), label, probability, person.getKey(), person.getValue());
    }

    private static Optional<Label> majority(Collection<Prediction> recordings) {
        int lead = 0;
        for (Prediction recording : recordings) {
            lead += recording.label() == Label.POSITIVE ? 1 : -1;
        }
        return lead == 0
                ? Optional.empty()
                : Optional.of(lead > 0 ? Label.POSITIVE : Label.NOT_INTERESTED);
    }

    private static double[] probabilities(Collection<Prediction> parts) {
        return parts.stream().mapToDouble(Prediction::probability).toArray();
    }

    private static Prediction merged(
            String id,
            Label label,
            double probability,
            String participant,
            Collection<Prediction> parts) {
        Map<String, String> groups = new HashMap<>(parts.iterator().next().groups());
        Set<Map.Entry<String, String>> shared = groups.entrySet();
        for (Prediction part : parts) {
            shared.retainAll(part.groups().entrySet());
        }
        // The mean of numbers up to 1 can round to just above 1.
        return new Prediction(id, label, Math.min(1, probability), id, participant, groups);
    }

    private static Map<String, Collection<Prediction>> by(
            Function<Prediction, String> key, List<Prediction> predictions) {
        return Multimaps.index(predictions, key::apply).asMap();
    }
}
