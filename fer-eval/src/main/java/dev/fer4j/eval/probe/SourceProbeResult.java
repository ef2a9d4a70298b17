package dev.fer4j.eval.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Jackknife;
import dev.fer4j.eval.metric.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether images of two sources and one class could be told apart.
 *
 * @param first the source that scores are high for
 * @param second the other source
 * @param label the class of all images
 * @param imagesOfFirst how many images of the first source were asked about
 * @param peopleOfFirst whose images those of the first source are
 * @param peopleOfSecond whose images those of the second are; the same people may have both
 * @param auc ROC AUC of the source, among images that one model was asked about; 0.5 if they cannot
 *     be told apart
 * @param interval at 95 %, over people: the {@link Jackknife}'s on the logit scale
 */
public record SourceProbeResult(
        String first,
        String second,
        Label label,
        long imagesOfFirst,
        long imagesOfSecond,
        int peopleOfFirst,
        int peopleOfSecond,
        Outcome auc,
        Finding<Interval> interval) {

    /**
     * So many people of each source make a perfect ranking, which has no interval, more than luck:
     * that of n pairs of images, one pair a person, all are ranked right by luck has a probability
     * of 2⁻ⁿ, 0.016 for 6.
     */
    public static final int ENOUGH_PEOPLE = 6;

    /** Whether a source can be told by its images. */
    public enum Verdict {
        /**
         * It can: the interval lies above 0.5, or the ranking is perfect with at least {@value
         * SourceProbeResult#ENOUGH_PEOPLE} people of each source.
         */
        TOLD_APART,
        /**
         * Not by what was asked with. A larger network, or more people, may tell them apart all the
         * same; the interval says how well, at most.
         */
        NOT_TOLD_APART,
        /** There is no interval: too few people, or no spread between them. */
        UNKNOWN
    }

    /** Whether the source can be told. */
    @JsonProperty("verdict")
    public Verdict verdict() {
        if (interval.result().isPresent()) {
            return interval.result().get().lower() > 0.5
                    ? Verdict.TOLD_APART
                    : Verdict.NOT_TOLD_APART;
        }
        boolean perfect = auc.value().filter(value -> value == 1).isPresent();
        return perfect && Math.min(peopleOfFirst, peopleOfSecond) >= ENOUGH_PEOPLE
                ? Verdict.TOLD_APART
                : Verdict.UNKNOWN;
    }

    /** One line of text. */
    public String toText() {
        return String.format(
                Locale.ROOT,
                "%s against %s among images that are %s: %s",
                first,
                second,
                label,
                auc.undefinedBecause()
                        .map(reason -> "undefined: " + reason)
                        .orElseGet(
                                () ->
                                        String.format(
                                                Locale.ROOT,
                                                "ROC AUC %s (95 %% %s), %s",
                                                auc.format(3),
                                                interval.toText(i -> i.toText(3)),
                                                words(verdict()))));
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case TOLD_APART -> "told apart";
            case NOT_TOLD_APART -> "not told apart";
            case UNKNOWN -> "no verdict";
        };
    }

    static SourceProbeResult undefined(String first, String second, Label label, String reason) {
        return new SourceProbeResult(
                first,
                second,
                label,
                0,
                0,
                0,
                0,
                Outcome.undefined(reason),
                Finding.undefined(reason));
    }

    /**
     * Judges predictions of the source.
     *
     * @param first the source that {@link Label#INTERESTED} stands for in the predictions
     * @param second the source that the other label stands for
     * @param label the class of all images
     * @param byModel the predictions of each model, for people on whom it was not trained; a person
     *     may be asked about by several
     */
    public static SourceProbeResult of(
            String first, String second, Label label, List<Predictions> byModel) {
        List<Prediction> all = byModel.stream().flatMap(some -> some.all().stream()).toList();
        List<Prediction> ofFirst = with(Label.INTERESTED, all);
        List<Prediction> ofSecond = with(Label.NOT_INTERESTED, all);
        WithinFolds auc = new WithinFolds(byModel);
        return new SourceProbeResult(
                first,
                second,
                label,
                distinct(ofFirst),
                distinct(ofSecond),
                people(ofFirst),
                people(ofSecond),
                auc.value(),
                auc.estimate().flatMap(Estimate::shareInterval));
    }

    private static List<Prediction> with(Label source, List<Prediction> all) {
        return all.stream().filter(prediction -> prediction.label() == source).toList();
    }

    private static long distinct(List<Prediction> predictions) {
        return predictions.stream().map(Prediction::sample).distinct().count();
    }

    private static int people(List<Prediction> predictions) {
        Set<String> people =
                predictions.stream().map(Prediction::participant).collect(Collectors.toSet());
        return people.size();
    }
}
