package dev.fer4j.eval.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.Multimaps;
import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Jackknife;
import dev.fer4j.eval.metric.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How well the source of a training image predicts its label. If the share of sources differs by
 * class, a model can learn what a source looks like instead of what interest looks like, to the
 * extent that sources can be told apart, which {@link SourceProbe} tests.
 *
 * @param rows the counts of each source
 * @param images the association of source and label over images
 * @param recordings the same over recordings
 * @param interval 95 % interval of the images' {@code labelAuc} over people, by the {@link
 *     Jackknife} on the logit scale, with the ranking of sources fixed
 */
public record SourceAssociation(
        List<Row> rows, Table images, Table recordings, Finding<Interval> interval) {

    /**
     * The number of people of each source at which a source that determines the label, which has no
     * interval, is more than chance.
     */
    public static final int ENOUGH_PEOPLE = 6;

    /** Whether the source predicts the label. */
    public enum Verdict {
        /**
         * It does: the interval lies above 0.5, or the source determines the label in images of at
         * least {@value SourceAssociation#ENOUGH_PEOPLE} people of each source. Since sources are
         * ranked by the same shares that are then tested, this happens by chance for 1 in 20 pairs
         * of sources with equal shares.
         */
        GIVES_LABEL_AWAY,
        /**
         * Inconclusive: the interval contains 0.5; its upper bound limits how well a source
         * predicts the label.
         */
        NOT_SHOWN,
        /** There is no interval: one source, one class, or too few people. */
        UNKNOWN
    }

    /**
     * One source.
     *
     * @param source its name
     * @param interested images with the label INTERESTED
     * @param notInterested images with the other label
     * @param interestedRecordings recordings with the label INTERESTED; a series of stills with
     *     both labels counts as one of each
     * @param notInterestedRecordings recordings with the other label
     * @param people participants
     */
    public record Row(
            String source,
            long interested,
            long notInterested,
            long interestedRecordings,
            long notInterestedRecordings,
            long people) {

        /** Share of interested images, in [0, 1]. */
        @JsonProperty("prevalence")
        public double prevalence() {
            return interested / (double) (interested + notInterested);
        }
    }

    /**
     * The association in a table of counts with two columns (labels) and several rows (sources).
     *
     * @param labelAuc ROC AUC for the label if only the source is known, with sources ranked by
     *     their share of interested images: 0.5 if all shares are equal. It is an upper bound on
     *     what a model trained on these images can gain from the appearance of sources
     * @param cramersV √(χ² / n), in [0, 1]: 0 if all shares are equal, 1 if the source determines
     *     the label (H. Cramér, "Mathematical methods of statistics", 1946)
     * @param chiSquare Pearson's test that the shares are equal. Images of a recording and
     *     recordings of a person are not independent, so its p is too small, for images by far: use
     *     it descriptively only
     */
    public record Table(Outcome labelAuc, Outcome cramersV, Finding<ChiSquare> chiSquare) {}

    /**
     * Pearson's χ² test of independence, without continuity correction.
     *
     * @param statistic Σ (observed − expected)² / expected
     * @param degreesOfFreedom number of sources − 1
     * @param p probability of a statistic at least as large if source and label are independent
     * @param smallestExpected the smallest expected count; below 5, p is unreliable
     */
    public record ChiSquare(
            double statistic, int degreesOfFreedom, double p, double smallestExpected) {}

    /** Whether the source predicts the label. */
    @JsonProperty("verdict")
    public Verdict verdict() {
        if (interval.result().isPresent()) {
            return interval.result().get().lower() > 0.5
                    ? Verdict.GIVES_LABEL_AWAY
                    : Verdict.NOT_SHOWN;
        }
        if (images.labelAuc().value().filter(value -> value == 0.5).isPresent()) {
            return Verdict.NOT_SHOWN;
        }
        boolean isLabel = images.labelAuc().value().filter(value -> value == 1).isPresent();
        return isLabel && rows.stream().allMatch(row -> row.people() >= ENOUGH_PEOPLE)
                ? Verdict.GIVES_LABEL_AWAY
                : Verdict.UNKNOWN;
    }

    public SourceAssociation {
        rows = List.copyOf(rows);
    }

    /**
     * Computes the association. With one source or one class the tables are undefined.
     *
     * @param training the training samples, for example those of a composition
     */
    public static SourceAssociation of(Collection<Sample> training) {
        List<Row> rows =
                Multimaps.index(training, Sample::source).asMap().entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList();
        Table images = table(rows, Row::interested, Row::notInterested);
        return new SourceAssociation(
                rows,
                images,
                table(rows, Row::interestedRecordings, Row::notInterestedRecordings),
                images.labelAuc()
                        .undefinedBecause()
                        .map(Finding::<Interval>undefined)
                        .orElseGet(() -> interval(rows, training)));
    }

    /** The interval for a classifier that knows only the source. */
    private static Finding<Interval> interval(List<Row> rows, Collection<Sample> training) {
        Map<String, Double> shares = new HashMap<>();
        rows.forEach(row -> shares.put(row.source(), row.prevalence()));
        List<Sample> samples = List.copyOf(training);
        boolean[] positives = new boolean[samples.size()];
        double[] scores = new double[positives.length];
        for (int i = 0; i < positives.length; i++) {
            positives[i] = samples.get(i).label() == Label.POSITIVE;
            scores[i] = shares.get(samples.get(i).source());
        }
        Clusters people = Clusters.of(samples.stream().map(Sample::participant).toList());
        return ClusteredMetric.auc(positives, scores, people)
                .estimate()
                .flatMap(Estimate::shareInterval);
    }

    private static Row row(String source, Collection<Sample> samples) {
        long interested = samples.stream().filter(s -> s.label() == Label.POSITIVE).count();
        Set<String> people = new HashSet<>();
        samples.forEach(sample -> people.add(sample.participant()));
        return new Row(
                source,
                interested,
                samples.size() - interested,
                recordings(samples, true),
                recordings(samples, false),
                people.size());
    }

    private static long recordings(Collection<Sample> samples, boolean positive) {
        return samples.stream()
                .filter(sample -> (sample.label() == Label.POSITIVE) == positive)
                .map(Sample::recording)
                .distinct()
                .count();
    }

    private static Table table(
            List<Row> rows, Function<Row, Long> positives, Function<Row, Long> negatives) {
        long positive = rows.stream().mapToLong(positives::apply).sum();
        long negative = rows.stream().mapToLong(negatives::apply).sum();
        Optional<String> none = nothing(rows.size(), positive, negative);
        if (none.isPresent()) {
            return new Table(
                    Outcome.undefined(none.get()),
                    Outcome.undefined(none.get()),
                    Finding.undefined(none.get()));
        }
        double all = positive + negative;
        double statistic = 0;
        double smallest = all;
        for (Row row : rows) {
            double own = positives.apply(row) + negatives.apply(row);
            double expected = own * positive / all;
            double other = own - expected;
            double apart = Math.pow(positives.apply(row) - expected, 2);
            statistic += apart / expected + apart / other;
            smallest = Math.min(smallest, Math.min(expected, other));
        }
        int freedom = rows.size() - 1;
        double p = ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
        return new Table(
                Outcome.of(labelAuc(rows, positives, negatives)),
                Outcome.of(Math.min(1, Math.sqrt(statistic / all))),
                Finding.of(new ChiSquare(statistic, freedom, p, smallest)));
    }

    private static Optional<String> nothing(int sources, long positive, long negative) {
        if (sources < 2) {
            return Optional.of("there are not two sources");
        }
        return positive == 0 || negative == 0
                ? Optional.of("there is one class only")
                : Optional.empty();
    }

    private static double labelAuc(
            List<Row> rows, Function<Row, Long> positives, Function<Row, Long> negatives) {
        double twiceWins = 0;
        double pairs = 0;
        for (Row one : rows) {
            for (Row other : rows) {
                double count = (double) positives.apply(one) * negatives.apply(other);
                // Shares are compared in integer arithmetic: p₁ / n₁ > p₂ / n₂ as p₁ n₂ > p₂ n₁.
                long left = positives.apply(one) * negatives.apply(other);
                long right = positives.apply(other) * negatives.apply(one);
                twiceWins += count * (1 + Long.signum(left - right));
                pairs += count;
            }
        }
        return twiceWins / (2 * pairs);
    }
}
