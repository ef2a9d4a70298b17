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
 * @param first the source for which scores are high
 * @param second the other source
 * @param label the class of all images
 * @param imagesOfFirst the number of images of the first source that were scored
 * @param peopleOfFirst the people in the images of the first source
 * @param peopleOfSecond the people in the images of the second source; people may be in both
 * @param auc ROC AUC for the source, among images scored by the same model; 0.5 if they cannot be
 *     told apart
 * @param interval 95 % interval over people, by the {@link Jackknife} on the logit scale
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
     * The number of people of each source at which a perfect ranking, which has no interval, is
     * more than chance: the probability that n pairs of images, one pair per person, are all ranked
     * correctly by chance is 2⁻ⁿ, 0.016 for 6.
     */
    public static final int ENOUGH_PEOPLE = 6;

    /** Whether the source of images can be recognized. */
    public enum Verdict {
        /**
         * Sources can be told apart: the interval lies above 0.5, or the ranking is perfect with at
         * least {@value SourceProbeResult#ENOUGH_PEOPLE} people of each source.
         */
        TOLD_APART,
        /**
         * The probe did not tell sources apart. A larger network, or more people, might; the
         * interval bounds how well.
         */
        NOT_TOLD_APART,
        /** There is no interval: too few people, or no spread between them. */
        UNKNOWN
    }

    /** Whether the source can be recognized. */
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
     * Evaluates predictions of the source.
     *
     * @param first the source that {@link Label#INTERESTED} stands for in the predictions
     * @param second the source that the other label stands for
     * @param label the class of all images
     * @param byModel the predictions of each model, for people on whom it was not trained; a person
     *     may be scored by several models
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
