package dev.fer4j.eval.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.math.Stats;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The results of trainings on shuffled labels: see {@link LabelShuffle}.
 *
 * @param rows one row for each condition and split, and one over all splits for each condition
 */
public record LabelShuffleCheck(List<Row> rows) {

    /** The scope of a mean over all splits. */
    public static final String ALL = "all";

    /**
     * The minimum number of shuffles for a verdict: if two AUCs happen to be nearly equal, as those
     * of few people often are, their interval is narrow wherever they lie. This many on one side of
     * chance also suffice where there is no interval because all AUCs are equal, as with a perfect
     * leak: the probability of that by chance is 2⁻⁶ = 0.016.
     */
    public static final int ENOUGH_SHUFFLES = 6;

    /** How the mean AUC compares with chance. */
    public enum Verdict {
        /**
         * The interval lies above 0.5, or all AUCs are equal and above 0.5: labels leak to the
         * model, or it is due to chance. Without a leak this happens in 1 of 40 rows, which {@link
         * LabelShuffleCheck#leaks} allows for.
         */
        ABOVE_CHANCE,
        /**
         * The interval contains 0.5: a leak, if there is one, is smaller than the width of the
         * interval.
         */
        AT_CHANCE,
        /**
         * The interval lies below 0.5, as in 1 of 40 rows by chance: test labels are associated
         * with the opposite of training labels, for example because people are left out of one
         * class.
         */
        BELOW_CHANCE,
        /** There are fewer than {@value LabelShuffleCheck#ENOUGH_SHUFFLES} shuffles, or no AUC. */
        UNKNOWN
    }

    /**
     * One condition.
     *
     * @param condition the condition's id
     * @param split the category split's id, or {@value #ALL}
     * @param aucs the test ROC AUC of each shuffle, per image
     * @param mean their mean
     * @param interval 95 % interval of the mean, by Student's t over shuffles
     */
    public record Row(
            String condition,
            String split,
            List<Outcome> aucs,
            Outcome mean,
            Finding<Interval> interval) {

        public Row {
            aucs = List.copyOf(aucs);
        }

        /** How the mean compares with chance. */
        @JsonProperty("verdict")
        public Verdict verdict() {
            return verdict(interval);
        }

        private Verdict verdict(Finding<Interval> some) {
            if (mean.value().isEmpty() || aucs.size() < ENOUGH_SHUFFLES) {
                return Verdict.UNKNOWN;
            }
            double all = mean.value().get();
            return some.result()
                    .map(known -> verdict(known.lower(), known.upper()))
                    .orElseGet(() -> verdict(all, all));
        }

        private static Verdict verdict(double lower, double upper) {
            if (lower > 0.5) {
                return Verdict.ABOVE_CHANCE;
            }
            return upper < 0.5 ? Verdict.BELOW_CHANCE : Verdict.AT_CHANCE;
        }

        /** One line of text. */
        public String toText() {
            return condition
                    + ", "
                    + split
                    + ": "
                    + mean.undefinedBecause()
                            .map(reason -> "undefined: " + reason)
                            .orElseGet(
                                    () ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "mean ROC AUC %s of %d shuffles (95 %% %s): %s",
                                                    mean.format(3),
                                                    aucs.size(),
                                                    interval.toText(i -> i.toText(3)),
                                                    words(verdict())));
        }

        private static String words(Verdict verdict) {
            return switch (verdict) {
                case ABOVE_CHANCE -> "above chance: look for a leak";
                case AT_CHANCE -> "no sign of a leak";
                case BELOW_CHANCE -> "below chance: look for a reversed association of labels";
                case UNKNOWN -> "no verdict";
            };
        }
    }

    public LabelShuffleCheck {
        rows = List.copyOf(rows);
    }

    /**
     * Evaluates the results of a {@link LabelShuffle#plan}.
     *
     * @param shuffled the result, with one seed for each shuffle
     */
    public static LabelShuffleCheck of(StudyResult shuffled) {
        List<Row> rows = new ArrayList<>();
        for (Condition condition : shuffled.plan().conditions()) {
            for (CategorySplit split : shuffled.plan().splits()) {
                rows.add(row(shuffled, condition, split.id(), List.of(split)));
            }
            if (shuffled.plan().splits().size() > 1) {
                rows.add(row(shuffled, condition, ALL, shuffled.plan().splits()));
            }
        }
        return new LabelShuffleCheck(rows);
    }

    private static Row row(
            StudyResult shuffled, Condition condition, String scope, List<CategorySplit> splits) {
        List<Outcome> aucs = new ArrayList<>();
        for (Seed seed : shuffled.plan().seeds()) {
            aucs.add(
                    mean(
                            splits.stream()
                                    .map(split -> auc(shuffled.of(condition, split, seed)))
                                    .toList()));
        }
        return new Row(
                condition.id(), scope, aucs, mean(aucs), interval(aucs, Interval.DEFAULT_LEVEL));
    }

    private static Outcome auc(CellResult result) {
        Predictions test = result.test();
        return RocCurve.of(test.positives(), test.probabilities()).auc();
    }

    private static Outcome mean(List<Outcome> outcomes) {
        return undefined(outcomes)
                .map(Outcome::undefined)
                .orElseGet(() -> Outcome.of(stats(outcomes).mean()));
    }

    private static Finding<Interval> interval(List<Outcome> outcomes, double level) {
        Optional<String> undefined = undefined(outcomes);
        if (undefined.isPresent()) {
            return Finding.undefined(undefined.get());
        }
        if (outcomes.size() < 2) {
            return Finding.undefined("one shuffle has no spread; use at least 2");
        }
        Stats stats = stats(outcomes);
        double error = stats.sampleStandardDeviation() / Math.sqrt(outcomes.size());
        return new Estimate(stats.mean(), error, outcomes.size() - 1)
                .interval(level)
                .map(interval -> interval.clampedTo(0, 1));
    }

    private static Optional<String> undefined(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(one -> one.undefinedBecause().stream()).findFirst();
    }

    private static Stats stats(List<Outcome> outcomes) {
        return Stats.of(outcomes.stream().map(one -> one.value().orElseThrow()).toList());
    }

    /**
     * The rows that lie above chance after Bonferroni's correction for all conditions: rows over
     * all splits, or of the only split. Without a leak at most about 1 in 20 checks has any,
     * however many conditions it covers.
     */
    @JsonProperty("leaks")
    public List<Row> leaks() {
        boolean manySplits = rows.stream().anyMatch(row -> row.split().equals(ALL));
        List<Row> main =
                rows.stream().filter(row -> !manySplits || row.split().equals(ALL)).toList();
        double level = 1 - (1 - Interval.DEFAULT_LEVEL) / Math.max(1, main.size());
        return main.stream()
                .filter(row -> row.verdict(interval(row.aucs(), level)) == Verdict.ABOVE_CHANCE)
                .toList();
    }

    /** Whether there are {@link #leaks}. */
    @JsonProperty("leakSuspected")
    public boolean leakSuspected() {
        return !leaks().isEmpty();
    }

    /**
     * Writes it as JSON, for example as {@code label-shuffle.json}.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.writeString(file, Json.pretty(this));
    }
}
