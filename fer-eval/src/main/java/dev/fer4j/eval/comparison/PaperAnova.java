package dev.fer4j.eval.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.math.Stats;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.anova.OneWayAnova;
import dev.fer4j.eval.internal.RankedScores;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The paper's analysis of variance (section 7: F(2, 297) = 24.38 for three conditions, so 100 AUC
 * values per condition). The paper does not say where those values come from; here they are
 * bootstrap replicates of the test ROC AUC of one model per condition, resampled by image. Control
 * conditions, which the paper does not have, are left out.
 *
 * <p><strong>It is not a valid test; it is provided only because the paper reports it.</strong> It
 * is pseudo-replication: the replicates are not independent observations of a condition but
 * resamples of one model's predictions, so the spread within a condition reflects the number of
 * images, and F grows with the number of replicates. It almost surely rejects the equality of
 * equally good models (in 100 of 100 simulated studies at the paper's sizes, median F = 642). Use
 * {@link AucDifference} and {@link SeedAnalysis}.
 *
 * @param replicates bootstrap replicates per condition
 * @param runs one analysis for each split and training seed, in the plan's order
 */
@JsonPropertyOrder({"warning", "replicates", "runs"})
public record PaperAnova(int replicates, List<Run> runs) {

    /** Replicates per condition in the paper. */
    public static final int PAPER_REPLICATES = 100;

    /** The first line of every printed form. */
    public static final String WARNING =
            "This is not a valid test: it is pseudo-replication. Its observations are bootstrap"
                + " replicates of one trained model per condition, not independent trainings or"
                + " people, so F grows with the number of replicates and the test almost surely"
                + " rejects equally good models. It is shown only because the paper reports it; do"
                + " not read its p as evidence.";

    /**
     * The analysis of one split and training seed.
     *
     * @param split the category split's id
     * @param trainingSeed the seed that the models were trained with
     * @param conditions a summary of each condition's replicates, in the plan's order, without
     *     conditions whose AUC is undefined
     * @param redrawn the number of resamples with only one class, which were redrawn
     * @param anova the test, or why it is undefined
     */
    public record Run(
            String split,
            long trainingSeed,
            List<Replicates> conditions,
            long redrawn,
            Finding<OneWayAnova> anova) {
        public Run {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A summary of a condition's replicates.
     *
     * @param condition the condition's id
     * @param meanAuc their mean, in [0, 1]
     * @param sdAuc their standard deviation
     */
    public record Replicates(String condition, double meanAuc, double sdAuc) {}

    public PaperAnova {
        runs = List.copyOf(runs);
    }

    /** {@link #WARNING}. */
    @JsonProperty("warning")
    public String warning() {
        return WARNING;
    }

    /** The analysis with the paper's number of replicates. */
    public static PaperAnova of(StudyResult study, Seed seed) {
        return of(study, PAPER_REPLICATES, seed);
    }

    /**
     * The analysis of every split and training seed of a study.
     *
     * @param study the study whose test predictions are resampled
     * @param replicates per condition, at least 2
     * @param seed of the resampling
     */
    public static PaperAnova of(StudyResult study, int replicates, Seed seed) {
        List<Run> runs = new ArrayList<>();
        StudyPlan plan = study.plan();
        for (CategorySplit split : plan.splits()) {
            for (Seed trainingSeed : plan.seeds()) {
                runs.add(run(study, split, trainingSeed, replicates, seed));
            }
        }
        return new PaperAnova(replicates, runs);
    }

    private static Run run(
            StudyResult study, CategorySplit split, Seed trainingSeed, int replicates, Seed seed) {
        List<double[]> groups = new ArrayList<>();
        List<Replicates> inShort = new ArrayList<>();
        long redrawn = 0;
        for (Condition condition : study.plan().withoutControls()) {
            Predictions test = study.of(condition, split, trainingSeed).test();
            RankedScores ranked = new RankedScores(test.positives(), test.probabilities());
            if (ranked.auc().isEmpty()) {
                String reason = condition.id() + ": the test samples are of one class, or none";
                return new Run(
                        split.id(),
                        trainingSeed.value(),
                        inShort,
                        redrawn,
                        Finding.undefined(reason));
            }
            Cell cell = new Cell(condition, split, trainingSeed);
            Resampling resampling = new Resampling(ranked, seed.derive("paper-anova " + cell.id()));
            double[] aucs = resampling.aucs(replicates);
            redrawn += resampling.redrawn;
            Stats stats = Stats.of(aucs);
            groups.add(aucs);
            inShort.add(
                    new Replicates(condition.id(), stats.mean(), stats.sampleStandardDeviation()));
        }
        return new Run(split.id(), trainingSeed.value(), inShort, redrawn, OneWayAnova.of(groups));
    }

    /** A few lines of text, beginning with the warning. */
    public String toText() {
        return runs.stream()
                .map(
                        run ->
                                String.format(
                                        Locale.ROOT,
                                        "%s, training seed %d: %s",
                                        run.split(),
                                        run.trainingSeed(),
                                        run.anova().toText(OneWayAnova::toText)))
                .collect(Collectors.joining("\n", WARNING + "\n", "\n"));
    }

    /** Draws images with replacement. */
    private static final class Resampling {

        private final RankedScores ranked;
        private final RandomGenerator random;
        private long redrawn;

        Resampling(RankedScores ranked, Seed seed) {
            this.ranked = ranked;
            this.random = seed.generator();
        }

        double[] aucs(int replicates) {
            double[] aucs = new double[replicates];
            Arrays.setAll(aucs, i -> next());
            return aucs;
        }

        private double next() {
            while (true) {
                int[] weights = new int[ranked.size()];
                for (int i = 0; i < weights.length; i++) {
                    weights[random.nextInt(weights.length)]++;
                }
                OptionalDouble auc = ranked.auc(weights);
                if (auc.isPresent()) {
                    return auc.getAsDouble();
                }
                redrawn++;
            }
        }
    }
}
