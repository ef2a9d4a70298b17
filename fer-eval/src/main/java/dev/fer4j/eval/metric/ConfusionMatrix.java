package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.internal.CaseArrays;

/**
 * The counts of true and false predictions at one threshold, and the rates derived from them. A
 * rate whose denominator is 0 is undefined, with the reason, where scikit-learn substitutes 0 or 1.
 * Choose the threshold on other data: see {@link ThresholdRule}.
 *
 * @param truePositives positive samples that are classified as positive; 0 or more, like all counts
 * @param falsePositives negative samples that are classified as positive
 * @param trueNegatives negative samples that are classified as negative
 * @param falseNegatives positive samples that are classified as negative
 */
public record ConfusionMatrix(
        int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

    private static final String NO_SAMPLES = "there are no samples";
    private static final String NO_POSITIVES = "no sample is of the positive class";
    private static final String NO_NEGATIVES = "no sample is of the negative class";
    private static final String NONE_CALLED_POSITIVE = "no sample is called positive";
    private static final String NONE_CALLED_NEGATIVE = "no sample is called negative";

    public ConfusionMatrix {
        checkArgument(
                truePositives >= 0
                        && falsePositives >= 0
                        && trueNegatives >= 0
                        && falseNegatives >= 0,
                "counts %s, %s, %s, %s: none may be negative",
                truePositives,
                falsePositives,
                trueNegatives,
                falseNegatives);
    }

    /**
     * Counts samples.
     *
     * @param positives whether each sample is of the positive class
     * @param scores each sample's score, higher for samples more likely to be positive
     * @param threshold a sample is classified as positive if its score is at least this
     * @throws IllegalArgumentException if the lengths differ, or a score is not finite, or the
     *     threshold is NaN
     */
    public static ConfusionMatrix at(boolean[] positives, double[] scores, double threshold) {
        CaseArrays.checkScores(positives, scores);
        checkArgument(!Double.isNaN(threshold), "the threshold is NaN");
        int truePositives = 0;
        int falsePositives = 0;
        int positiveCount = CaseArrays.positiveCount(positives);
        for (int i = 0; i < scores.length; i++) {
            int called = scores[i] >= threshold ? 1 : 0;
            truePositives += positives[i] ? called : 0;
            falsePositives += positives[i] ? 0 : called;
        }
        return new ConfusionMatrix(
                truePositives,
                falsePositives,
                scores.length - positiveCount - falsePositives,
                positiveCount - truePositives);
    }

    /**
     * Counts predictions; a probability that is at least the threshold is classified as positive.
     */
    public static ConfusionMatrix at(Predictions cases, double threshold) {
        return at(cases.positives(), cases.probabilities(), threshold);
    }

    private long positives() {
        return (long) truePositives + falseNegatives;
    }

    private long negatives() {
        return (long) trueNegatives + falsePositives;
    }

    private long calledPositive() {
        return (long) truePositives + falsePositives;
    }

    private long calledNegative() {
        return (long) trueNegatives + falseNegatives;
    }

    private long samples() {
        return positives() + negatives();
    }

    /** The share of positive samples, (TP + FN) / n, in [0, 1]. Undefined without samples. */
    @JsonProperty
    public Outcome prevalence() {
        return Outcome.ratio(positives(), samples(), NO_SAMPLES);
    }

    /**
     * The share of samples that are classified as positive, (TP + FP) / n, in [0, 1]. Undefined
     * without samples.
     */
    @JsonProperty
    public Outcome selectionRate() {
        return Outcome.ratio(calledPositive(), samples(), NO_SAMPLES);
    }

    /**
     * The share of samples classified correctly, (TP + TN) / n, in [0, 1]. With imbalanced classes
     * a high accuracy means little: compare it with {@link #majorityAccuracy()}. Undefined without
     * samples.
     */
    @JsonProperty
    public Outcome accuracy() {
        return Outcome.ratio((long) truePositives + trueNegatives, samples(), NO_SAMPLES);
    }

    /**
     * The accuracy of always predicting the more common class of these samples, in [0.5, 1].
     * Undefined without samples.
     */
    @JsonProperty
    public Outcome majorityAccuracy() {
        return Outcome.ratio(Math.max(positives(), negatives()), samples(), NO_SAMPLES);
    }

    /**
     * Recall, sensitivity or true positive rate: the share of positive samples that are classified
     * as positive, TP / (TP + FN), in [0, 1]. Undefined without positive samples.
     */
    @JsonProperty
    public Outcome recall() {
        return Outcome.ratio(truePositives, positives(), NO_POSITIVES);
    }

    /**
     * Specificity or true negative rate: the share of negative samples that are classified as
     * negative, TN / (TN + FP), in [0, 1]. Undefined without negative samples.
     */
    @JsonProperty
    public Outcome specificity() {
        return Outcome.ratio(trueNegatives, negatives(), NO_NEGATIVES);
    }

    /**
     * The share of negative samples that are classified as positive, FP / (TN + FP), in [0, 1]; 1 −
     * specificity. Undefined without negative samples.
     */
    @JsonProperty
    public Outcome falsePositiveRate() {
        return Outcome.ratio(falsePositives, negatives(), NO_NEGATIVES);
    }

    /**
     * Precision or positive predictive value: the share of samples classified as positive that are
     * positive, TP / (TP + FP), in [0, 1]. Undefined if no sample is classified as positive.
     */
    @JsonProperty
    public Outcome precision() {
        return Outcome.ratio(truePositives, calledPositive(), NONE_CALLED_POSITIVE);
    }

    /**
     * Negative predictive value: the share of samples classified as negative that are negative, TN
     * / (TN + FN), in [0, 1]. Undefined if no sample is classified as negative.
     */
    @JsonProperty
    public Outcome negativePredictiveValue() {
        return Outcome.ratio(trueNegatives, calledNegative(), NONE_CALLED_NEGATIVE);
    }

    /**
     * The mean of recall and specificity, in [0, 1]; 0.5 for uninformative predictions, whatever
     * the prevalence. Undefined if either is.
     */
    @JsonProperty
    public Outcome balancedAccuracy() {
        return recall().with(specificity(), (recall, specificity) -> (recall + specificity) / 2);
    }

    /**
     * Youden's J = recall + specificity − 1, in [−1, 1]; 0 for uninformative predictions (W. J.
     * Youden, "Index for rating diagnostic tests", Cancer 3, 1950). Undefined if either is.
     */
    @JsonProperty
    public Outcome youden() {
        return recall().with(specificity(), (recall, specificity) -> recall + specificity - 1);
    }

    /** {@link #fBeta} with β = 1: the harmonic mean of precision and recall. */
    @JsonProperty
    public Outcome f1() {
        return fBeta(1);
    }

    /**
     * (1 + β²) TP / ((1 + β²) TP + β² FN + FP), in [0, 1]: the weighted harmonic mean of precision
     * and recall, with recall weighted β times as much (C. J. van Rijsbergen, "Information
     * retrieval", 1979). It depends on the prevalence, and ignores true negatives. It is 0 if there
     * are no true positives, even if no sample is classified as positive and precision is
     * undefined. Undefined if no sample is positive and none is classified as positive.
     *
     * @param beta above 0, finite
     * @throws IllegalArgumentException if β is not
     */
    public Outcome fBeta(double beta) {
        checkArgument(
                beta > 0 && Double.isFinite(beta),
                "beta is %s: it must be a finite number above 0",
                beta);
        if (truePositives == 0 && falsePositives == 0 && falseNegatives == 0) {
            return Outcome.undefined("no sample is positive, and none is called so");
        }
        double square = beta * beta;
        double right = (1 + square) * truePositives;
        return Outcome.of(right / (right + square * falseNegatives + falsePositives));
    }

    /**
     * Matthews's correlation coefficient, the correlation of true and predicted class: (TP TN − FP
     * FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN)), in [−1, 1]; 0 for uninformative predictions
     * (B. W. Matthews, Biochimica et Biophysica Acta 405, 1975). Undefined if all samples belong to
     * one class or are classified as one class, since a constant has no correlation; scikit-learn
     * returns 0 then.
     */
    @JsonProperty
    public Outcome matthews() {
        if (positives() == 0) {
            return Outcome.undefined(NO_POSITIVES);
        }
        if (negatives() == 0) {
            return Outcome.undefined(NO_NEGATIVES);
        }
        if (calledPositive() == 0) {
            return Outcome.undefined(NONE_CALLED_POSITIVE);
        }
        if (calledNegative() == 0) {
            return Outcome.undefined(NONE_CALLED_NEGATIVE);
        }
        return Outcome.of(
                excess()
                        / Math.sqrt((double) calledPositive() * positives())
                        / Math.sqrt((double) calledNegative() * negatives()));
    }

    /**
     * Cohen's kappa, the agreement of true and predicted class beyond chance: (pₒ − pₑ) / (1 − pₑ)
     * = 2 (TP TN − FP FN) / ((TP + FP)(TN + FP) + (TP + FN)(TN + FN)), in [−1, 1]; 0 for
     * uninformative predictions (J. Cohen, Educational and Psychological Measurement 20, 1960). It
     * depends on the prevalence. Undefined without samples, and if all samples belong to one class
     * and are classified as that class, where chance agreement is perfect.
     */
    @JsonProperty
    public Outcome cohenKappa() {
        double chance =
                (double) calledPositive() * negatives() + (double) positives() * calledNegative();
        if (samples() == 0) {
            return Outcome.undefined(NO_SAMPLES);
        }
        return chance == 0
                ? Outcome.undefined("all samples are of one class, and are called so")
                : Outcome.of(2 * excess() / chance);
    }

    /** TP TN − FP FN, an integer. */
    private double excess() {
        return (long) truePositives * trueNegatives - (long) falsePositives * falseNegatives;
    }
}
