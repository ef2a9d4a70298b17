package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.internal.RankedScores;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * The paired difference of two models' ROC AUC on the same images, with people resampled: each
 * resample draws as many participants as there are, with replacement, and takes all images of each
 * (the cluster bootstrap; A. C. Davison, D. V. Hinkley, "Bootstrap methods and their application",
 * 1997, section 3.8). Both models are judged on the same resample, so what they share cancels.
 *
 * <p>The interval is the percentile interval at 95%, quantiles interpolated linearly (type 7 of R
 * and NumPy). With few participants, say below thirty, it tends to be too narrow. It speaks of
 * these two trained models and of people like the test participants; it does not contain the chance
 * of training, which {@link SeedAnova} looks at.
 *
 * <p>A resample of one class has no AUC; it is drawn again and counted. If all images are of one
 * class, difference and bounds are undefined; with one participant, the bounds are.
 */
public final class ParticipantBootstrap {

    /** Replicates unless said otherwise. */
    public static final int DEFAULT_REPLICATES = 2000;

    /** Coverage that the intervals are made for. */
    public static final double LEVEL = 0.95;

    private final int replicates;
    private final Seed seed;

    /** With {@value #DEFAULT_REPLICATES} replicates. */
    public ParticipantBootstrap(Seed seed) {
        this(DEFAULT_REPLICATES, seed);
    }

    /**
     * With a number of replicates.
     *
     * @param replicates at least 40, so that both bounds lie inside the replicates
     * @param seed of the resampling; equal seeds draw the same participants
     */
    public ParticipantBootstrap(int replicates, Seed seed) {
        checkArgument(replicates >= 40, "%s replicates have no 2.5th percentile", replicates);
        this.replicates = replicates;
        this.seed = requireNonNull(seed);
    }

    /**
     * Estimates the difference condition − reference. Sorting is done once; each replicate is one
     * pass over the images of each model.
     *
     * @param condition predictions of one model
     * @param reference predictions of the other, of the same samples in the same order
     * @throws IllegalArgumentException if the samples differ
     */
    public AucDifference difference(Predictions condition, Predictions reference) {
        checkSameSamples(condition, reference);
        RankedScores first = ranked(condition);
        RankedScores second = ranked(reference);
        int[] participantOf = participants(condition.all());
        int participants = 1 + Arrays.stream(participantOf).max().orElse(-1);
        if (first.auc().isEmpty()) {
            Outcome undefined =
                    Outcome.undefined("the test samples are of one class, or there are none");
            return new AucDifference(
                    undefined, undefined, undefined, undefined, undefined, participants, 0, 0);
        }
        double aucOfCondition = first.auc().getAsDouble();
        double aucOfReference = second.auc().getAsDouble();
        Optional<Resampled> resampled =
                participants < 2
                        ? Optional.empty()
                        : Optional.of(resample(first, second, participantOf, participants));
        return new AucDifference(
                Outcome.of(aucOfCondition),
                Outcome.of(aucOfReference),
                Outcome.of(aucOfCondition - aucOfReference),
                bound(resampled, (1 - LEVEL) / 2),
                bound(resampled, (1 + LEVEL) / 2),
                participants,
                resampled.isPresent() ? replicates : 0,
                resampled.map(Resampled::redrawn).orElse(0L));
    }

    private record Resampled(Percentile differences, long redrawn) {}

    private static Outcome bound(Optional<Resampled> resampled, double share) {
        return resampled
                .map(r -> Outcome.of(r.differences().evaluate(100 * share)))
                .orElseGet(() -> Outcome.undefined("one participant cannot be resampled; two can"));
    }

    private Resampled resample(
            RankedScores first, RankedScores second, int[] participantOf, int participants) {
        RandomGenerator random = seed.derive("participant-bootstrap").generator();
        double[] differences = new double[replicates];
        int[] weights = new int[participantOf.length];
        int drawn = 0;
        long redrawn = 0;
        // Ends: both classes occur, so at least half of all resamples have both.
        while (drawn < replicates) {
            int[] times = new int[participants];
            for (int i = 0; i < participants; i++) {
                times[random.nextInt(participants)]++;
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = times[participantOf[i]];
            }
            OptionalDouble auc = first.auc(weights);
            if (auc.isPresent()) {
                differences[drawn++] = auc.getAsDouble() - second.auc(weights).getAsDouble();
            } else {
                redrawn++;
            }
        }
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        percentile.setData(differences);
        return new Resampled(percentile, redrawn);
    }

    private static RankedScores ranked(Predictions predictions) {
        return new RankedScores(predictions.positives(), predictions.probabilities());
    }

    private static int[] participants(List<Prediction> predictions) {
        Map<String, Integer> numbers = new HashMap<>();
        return predictions.stream()
                .mapToInt(
                        prediction ->
                                numbers.computeIfAbsent(
                                        prediction.participant(), id -> numbers.size()))
                .toArray();
    }

    private static void checkSameSamples(Predictions condition, Predictions reference) {
        checkArgument(
                condition.size() == reference.size(),
                "%s samples cannot be compared with %s",
                condition.size(),
                reference.size());
        for (int i = 0; i < condition.size(); i++) {
            Prediction one = condition.all().get(i);
            Prediction other = reference.all().get(i);
            checkArgument(
                    one.sample().equals(other.sample())
                            && one.label() == other.label()
                            && one.participant().equals(other.participant()),
                    "at place %s stand the samples %s and %s: give the same ones in the same"
                            + " order, with the same label and participant",
                    i,
                    one.sample(),
                    other.sample());
        }
    }
}
