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
 * share a face, so images are far fewer independent cases than their number says. The paper counts
 * images.
 */
public enum EvaluationUnit {
    /** Every image is a case. */
    IMAGE("every image is a case"),

    /** Every recording is a case: its probability is the mean over its images. */
    RECORDING("every recording is a case; its probability is the mean over its images"),

    /**
     * Every participant is a case: the probability is the mean over the recordings' means, the
     * label that of most of the recordings; participants with as many of one label as of the other
     * have no label and are left out.
     */
    PARTICIPANT(
            "every participant is a case; the probability is the mean over the recordings' means,"
                    + " the label that of most recordings; participants with a tie are left out");

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationUnit.class);

    private final String rule;

    EvaluationUnit(String rule) {
        this.rule = rule;
    }

    /** How images are put together, in words for the reader of a report. */
    public String rule() {
        return rule;
    }

    /** The lower-case name used in tables. */
    public String id() {
        return switch (this) {
            case IMAGE -> "image";
            case RECORDING -> "recording";
            case PARTICIPANT -> "participant";
        };
    }

    /**
     * Puts predictions of images together by this unit's rule.
     *
     * <p>The order is that of first occurrence. A recording's prediction has the recording's id as
     * sample; a participant's has the participant's id as sample and as recording. Groups are those
     * that all images of the unit share. Participants that are left out are logged; {@link
     * #tiedParticipants} names them.
     *
     * @param images one prediction for each image
     * @throws IllegalArgumentException if the images of one recording differ in label or
     *     participant
     */
    public Predictions aggregate(Predictions images) {
        return switch (this) {
            case IMAGE -> images;
            case RECORDING -> recordings(images);
            case PARTICIPANT -> {
                List<String> tied = tiedParticipants(images);
                if (!tied.isEmpty()) {
                    LOG.info(
                            "{} participants left out, with as many recordings of one label as of"
                                    + " the other: {}",
                            tied.size(),
                            tied);
                }
                yield participants(images);
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
        return by(Prediction::participant, recordings(images).all()).entrySet().stream()
                .filter(person -> majority(person.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Predictions recordings(Predictions images) {
        return new Predictions(
                by(Prediction::recording, images.all()).entrySet().stream()
                        .map(entry -> recording(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Prediction recording(String id, Collection<Prediction> images) {
        Prediction first = images.iterator().next();
        for (Prediction image : images) {
            checkArgument(
                    image.label() == first.label()
                            && image.participant().equals(first.participant()),
                    "recording %s: images %s and %s differ in label or participant; give"
                            + " recordings with one of each",
                    id,
                    first.sample(),
                    image.sample());
        }
        return merged(id, first.label(), id, first.participant(), images);
    }

    private static Predictions participants(Predictions images) {
        return new Predictions(
                by(Prediction::participant, recordings(images).all()).entrySet().stream()
                        .flatMap(
                                person ->
                                        majority(person.getValue())
                                                .map(label -> participant(label, person))
                                                .stream())
                        .toList());
    }

    private static Prediction participant(
            Label label, Map.Entry<String, Collection<Prediction>> person) {
        return merged(person.getKey(), label, person.getKey(), person.getKey(), person.getValue());
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

    private static Prediction merged(
            String id,
            Label label,
            String recording,
            String participant,
            Collection<Prediction> parts) {
        double sum = 0;
        Map<String, String> groups = new HashMap<>(parts.iterator().next().groups());
        Set<Map.Entry<String, String>> shared = groups.entrySet();
        for (Prediction part : parts) {
            sum += part.probability();
            shared.retainAll(part.groups().entrySet());
        }
        // A mean of numbers up to 1 can round to just above 1.
        double mean = Math.min(1, sum / parts.size());
        return new Prediction(id, label, mean, recording, participant, groups);
    }

    private static Map<String, Collection<Prediction>> by(
            Function<Prediction, String> key, List<Prediction> predictions) {
        return Multimaps.index(predictions, key::apply).asMap();
    }
}
