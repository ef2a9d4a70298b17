package dev.fer4j.eval.report;

import com.google.common.math.Quantiles;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Pointwise 95 % bands of a condition's test curves: participants are drawn with replacement, each
 * with all images, for all trainings of the condition at once, and the curves of the trainings are
 * averaged at each x. They say where a curve would lie with other people like these, not what
 * another training would give.
 */
final class CurveBands {

    /** How often participants are drawn. */
    static final int REPLICATES = 500;

    private static final int STEPS = 100;

    private final StudyResult study;
    private final CategorySplit split;

    CurveBands(StudyResult study, CategorySplit split) {
        this.study = study;
        this.split = split;
    }

    /**
     * Of the true positive rate by false positive rate; empty if there is no curve or one person.
     */
    List<Mark.Range> roc(Condition condition) {
        return bands(condition, WeightedCurve::truePositiveRates);
    }

    /** Of precision by recall; empty if there is no curve or one person. */
    List<Mark.Range> precisionRecall(Condition condition) {
        return bands(condition, WeightedCurve::precisions);
    }

    @FunctionalInterface
    private interface Heights {
        /** Adds the curve's height at each x; false if the resample has no curve. */
        boolean addTo(WeightedCurve curve, int[] times, double[] heights);
    }

    private List<Mark.Range> bands(Condition condition, Heights heights) {
        List<Predictions> tests =
                study.plan().seeds().stream()
                        .map(seed -> study.of(condition, split, seed).test())
                        .toList();
        int[] participants = participants(tests.get(0));
        int people = IntStream.of(participants).max().orElse(-1) + 1;
        boolean bothClasses =
                tests.get(0).all().stream().map(Prediction::label).distinct().count() == 2;
        if (people < 2 || !bothClasses) {
            return List.of();
        }
        List<WeightedCurve> curves =
                tests.stream().map(test -> new WeightedCurve(test, participants)).toList();
        // Equal seeds draw the same people for every condition.
        Seed seed = study.plan().seeds().get(0).derive("curve-bands");
        RandomGenerator random = seed.generator();
        double[][] drawn = new double[STEPS + 1][REPLICATES];
        int[] times = new int[people];
        int replicate = 0;
        // Ends: both classes occur, so a good share of all resamples has both.
        while (replicate < REPLICATES) {
            Arrays.fill(times, 0);
            for (int i = 0; i < people; i++) {
                times[random.nextInt(people)]++;
            }
            double[] sum = new double[STEPS + 1];
            boolean defined = true;
            for (WeightedCurve curve : curves) {
                defined &= heights.addTo(curve, times, sum);
            }
            if (defined) {
                for (int x = 0; x <= STEPS; x++) {
                    drawn[x][replicate] = sum[x] / curves.size();
                }
                replicate++;
            }
        }
        return ranges(drawn);
    }

    private static List<Mark.Range> ranges(double[][] drawn) {
        List<Mark.Range> ranges = new ArrayList<>();
        for (int x = 0; x <= STEPS; x++) {
            Map<Integer, Double> bounds = Quantiles.scale(1000).indexes(25, 975).compute(drawn[x]);
            ranges.add(new Mark.Range((double) x / STEPS, bounds.get(25), bounds.get(975)));
        }
        return ranges;
    }

    private static int[] participants(Predictions test) {
        Map<String, Integer> numbers = new HashMap<>();
        return test.all().stream()
                .mapToInt(p -> numbers.computeIfAbsent(p.participant(), id -> numbers.size()))
                .toArray();
    }

    /** One model's images, sorted once, to be counted with any weights. */
    private static final class WeightedCurve {

        private final int[] participant;
        private final boolean[] positive;
        private final boolean[] lastOfGroup;

        WeightedCurve(Predictions test, int[] participants) {
            double[] scores = test.probabilities();
            boolean[] positives = test.positives();
            int[] order =
                    IntStream.range(0, scores.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble(i -> -scores[i]))
                            .mapToInt(i -> i)
                            .toArray();
            participant = new int[order.length];
            positive = new boolean[order.length];
            lastOfGroup = new boolean[order.length];
            for (int i = 0; i < order.length; i++) {
                participant[i] = participants[order[i]];
                positive[i] = positives[order[i]];
                lastOfGroup[i] = i + 1 == order.length || scores[order[i]] != scores[order[i + 1]];
            }
        }

        private long[] totals(int[] times) {
            long[] totals = new long[2];
            for (int i = 0; i < participant.length; i++) {
                totals[positive[i] ? 1 : 0] += times[participant[i]];
            }
            return totals;
        }

        /** Linear between the curve's points. */
        boolean truePositiveRates(int[] times, double[] heights) {
            long[] totals = totals(times);
            if (totals[0] == 0 || totals[1] == 0) {
                return false;
            }
            long falsePositives = 0;
            long truePositives = 0;
            double fromX = 0;
            double fromY = 0;
            int step = 0;
            for (int i = 0; i < participant.length; i++) {
                falsePositives += positive[i] ? 0 : times[participant[i]];
                truePositives += positive[i] ? times[participant[i]] : 0;
                if (!lastOfGroup[i]) {
                    continue;
                }
                double x = (double) falsePositives / totals[0];
                double y = (double) truePositives / totals[1];
                while (step <= STEPS && (double) step / STEPS < x) {
                    double share = ((double) step / STEPS - fromX) / (x - fromX);
                    heights[step++] += fromY + share * (y - fromY);
                }
                fromX = x;
                fromY = y;
            }
            while (step <= STEPS) {
                heights[step++] += 1;
            }
            return true;
        }

        /** In steps: the precision where a recall is first reached. */
        boolean precisions(int[] times, double[] heights) {
            long[] totals = totals(times);
            if (totals[0] == 0 || totals[1] == 0) {
                return false;
            }
            long called = 0;
            long truePositives = 0;
            int step = 0;
            for (int i = 0; i < participant.length && step <= STEPS; i++) {
                called += times[participant[i]];
                truePositives += positive[i] ? times[participant[i]] : 0;
                if (!lastOfGroup[i] || truePositives == 0) {
                    continue;
                }
                double recall = (double) truePositives / totals[1];
                double precision = (double) truePositives / called;
                while (step <= STEPS && (double) step / STEPS <= recall) {
                    heights[step++] += precision;
                }
            }
            return true;
        }
    }
}
