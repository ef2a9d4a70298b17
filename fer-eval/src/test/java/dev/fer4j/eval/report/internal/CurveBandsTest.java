package dev.fer4j.eval.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CurveBandsTest {

    private static CurveBands bands(Predictions test) {
        StudyPlan plan = StudyPlan.paper(List.of(Condition.BASELINE));
        CellResult cell =
                new CellResult(plan.cells().get(0), new TrainingHistory(List.of(), 0), test, test);
        return new CurveBands(new StudyResult(plan, List.of(cell), 0), CategorySplit.paper());
    }

    /**
     * Draws the same people, really repeats their predictions, and asks the curves themselves. Some
     * scores are ties.
     */
    @Test
    void agreeWithCurvesOfRepeatedPredictions() {
        List<Prediction> images =
                MadeUpStudy.predictions(new Seed(5), 0.4, 6, 3, 4).all().stream()
                        .map(
                                p ->
                                        new Prediction(
                                                p.sample(),
                                                p.label(),
                                                Math.round(p.probability() * 20) / 20.0,
                                                p.recording(),
                                                p.participant(),
                                                p.groups()))
                        .toList();
        RandomGenerator random = new Seed(1).derive("curve-bands").generator();
        double[][] roc = new double[101][CurveBands.REPLICATES];
        double[][] pr = new double[101][CurveBands.REPLICATES];
        for (int replicate = 0; replicate < CurveBands.REPLICATES; replicate++) {
            List<Prediction> drawn = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String person = "p" + random.nextInt(6);
                images.stream().filter(p -> p.participant().equals(person)).forEach(drawn::add);
            }
            Predictions resample = new Predictions(drawn);
            for (int x = 0; x <= 100; x++) {
                roc[x][replicate] = truePositiveRate(resample, x / 100.0);
                pr[x][replicate] = precision(resample, x / 100.0);
            }
        }

        CurveBands bands = bands(new Predictions(images));

        assertSame(bands.roc(Condition.BASELINE), roc);
        assertSame(bands.precisionRecall(Condition.BASELINE), pr);
    }

    private static double truePositiveRate(Predictions test, double x) {
        RocCurve.Point before = new RocCurve.Point(0, 0, 1);
        for (RocCurve.Point point : RocCurve.of(test.positives(), test.probabilities()).points()) {
            if (point.falsePositiveRate() > x) {
                double share =
                        (x - before.falsePositiveRate())
                                / (point.falsePositiveRate() - before.falsePositiveRate());
                return before.truePositiveRate()
                        + share * (point.truePositiveRate() - before.truePositiveRate());
            }
            before = point;
        }
        return 1;
    }

    private static double precision(Predictions test, double recall) {
        return PrecisionRecallCurve.of(test.positives(), test.probabilities()).points().stream()
                .filter(point -> point.recall() > 0 && point.recall() >= recall)
                .findFirst()
                .orElseThrow()
                .precision();
    }

    private static void assertSame(List<Mark.Range> band, double[][] drawn) {
        assertThat(band).hasSize(101);
        for (int x = 0; x <= 100; x++) {
            Arrays.sort(drawn[x]);
            assertThat(band.get(x).low()).isCloseTo(quantile(drawn[x], 0.025), within(1e-12));
            assertThat(band.get(x).high()).isCloseTo(quantile(drawn[x], 0.975), within(1e-12));
        }
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    @Test
    void onePersonOrOneClassHasNoBand() {
        Prediction yes = new Prediction("a", Label.INTERESTED, 0.9, "r", "p", Map.of());
        Prediction no = new Prediction("b", Label.NOT_INTERESTED, 0.1, "s", "p", Map.of());
        Prediction other = new Prediction("c", Label.INTERESTED, 0.4, "t", "q", Map.of());

        assertThat(bands(new Predictions(List.of(yes, no))).roc(Condition.BASELINE)).isEmpty();
        assertThat(bands(new Predictions(List.of(yes, other))).roc(Condition.BASELINE)).isEmpty();
        assertThat(bands(new Predictions(List.of())).precisionRecall(Condition.BASELINE)).isEmpty();
    }
}
