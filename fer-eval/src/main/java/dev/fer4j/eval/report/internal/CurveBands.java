package dev.fer4j.eval.report.internal;

import com.google.common.math.Quantiles;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Pointwise 95 % bands of a condition's test curves: participants are drawn with replacement, each
 * with all of their images and for all trainings of the condition at once, and the trainings'
 * curves are averaged at each x. The bands reflect sampling of people, not the variation between
 * trainings.
 */
public final class CurveBands {

    /** The number of resamples. */
    public static final int REPLICATES = 500;

    /** The number of steps of the x axis. */
    static final int STEPS = 100;

    private final StudyResult study;
    private final CategorySplit split;

    public CurveBands(StudyResult study, CategorySplit split) {
        this.study = study;
        this.split = split;
    }

    /**
     * The band of the true positive rate by false positive rate; empty if there is no curve or only
     * one person.
     */
    public List<Mark.Range> roc(Condition condition) {
        return bands(condition, WeightedCurve::truePositiveRates);
    }

    /** The band of precision by recall; empty if there is no curve or only one person. */
    public List<Mark.Range> precisionRecall(Condition condition) {
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
        // Terminates: both classes occur, so a substantial share of resamples contains both.
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
}
