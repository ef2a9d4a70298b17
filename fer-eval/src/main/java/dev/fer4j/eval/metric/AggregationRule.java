package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.function.DoubleUnaryOperator;

/**
 * How the probabilities of a recording's images are aggregated, and then those of a participant's
 * recordings, each of which counts once regardless of its number of images. State the rule wherever
 * a number by recording or participant is reported.
 */
public sealed interface AggregationRule {

    /** The default; see {@link MeanProbability}. */
    AggregationRule MEAN_PROBABILITY = new MeanProbability();

    /** See {@link MeanLogit}. */
    AggregationRule MEAN_LOGIT = new MeanLogit();

    record MeanProbability() implements AggregationRule {

        @Override
        public double ofImages(double[] probabilities) {
            return mean(probabilities, p -> p);
        }

        @Override
        public double ofRecordings(double[] probabilities) {
            return mean(probabilities, p -> p);
        }

        @Override
        public double threshold(double ofImages) {
            return ofImages;
        }

        @Override
        public String imagesToText() {
            return "the mean over its images";
        }

        @Override
        public String recordingsToText() {
            return "the mean over the recordings' means";
        }
    }

    /**
     * The probability of the mean logit log(p / (1 − p)): confident images weigh more.
     * Probabilities are clipped to 2⁻⁵² from 0 and 1, where logits are infinite.
     */
    record MeanLogit() implements AggregationRule {

        @Override
        public double ofImages(double[] probabilities) {
            return Logit.toProbability(mean(probabilities, Logit::of));
        }

        @Override
        public double ofRecordings(double[] probabilities) {
            return ofImages(probabilities);
        }

        @Override
        public double threshold(double ofImages) {
            return ofImages;
        }

        @Override
        public String imagesToText() {
            return "that of the mean logit of its images";
        }

        @Override
        public String recordingsToText() {
            return "that of the mean over the recordings' mean logits";
        }
    }

    /**
     * The share of images classified as positive; then the share of recordings with a majority of
     * such images, ties counting half.
     *
     * @param threshold an image is classified as positive if its probability is at least this; in
     *     [0, 1]
     */
    record Vote(double threshold) implements AggregationRule {

        public Vote {
            checkArgument(
                    threshold >= 0 && threshold <= 1, "threshold %s is not in [0, 1]", threshold);
        }

        @Override
        public double ofImages(double[] probabilities) {
            return mean(probabilities, p -> p >= threshold ? 1 : 0);
        }

        @Override
        public double ofRecordings(double[] shares) {
            return mean(shares, share -> (1 + Math.signum(share - 0.5)) / 2);
        }

        @Override
        public double threshold(double ofImages) {
            return 0.5;
        }

        @Override
        public String imagesToText() {
            return "the share of its images with a probability of at least " + threshold;
        }

        @Override
        public String recordingsToText() {
            return "the share of recordings in which most images have a probability of at least "
                    + threshold
                    + ", a tie counting half";
        }
    }

    /** See {@link Vote}. */
    static AggregationRule vote(double threshold) {
        return new Vote(threshold);
    }

    /**
     * A recording's probability.
     *
     * @param probabilities the probabilities of its images; at least one
     * @return in [0, 1]
     */
    double ofImages(double[] probabilities);

    /**
     * A participant's probability.
     *
     * @param probabilities the probabilities of its recordings, by this rule; at least one
     * @return in [0, 1]
     */
    double ofRecordings(double[] probabilities);

    /**
     * The threshold at which a recording or participant is classified as positive: that of images,
     * but one half for shares of votes, so that a tie, like a score equal to its threshold, is
     * classified as positive.
     *
     * @param ofImages the threshold at which an image is classified as positive
     */
    double threshold(double ofImages);

    /** How a recording's probability is computed, in words. */
    String imagesToText();

    /** How a participant's probability is computed, in words. */
    String recordingsToText();

    private static double mean(double[] numbers, DoubleUnaryOperator function) {
        double sum = 0;
        for (double number : numbers) {
            sum += function.applyAsDouble(number);
        }
        return sum / numbers.length;
    }
}
