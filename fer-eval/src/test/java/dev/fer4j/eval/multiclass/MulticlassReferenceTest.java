package dev.fer4j.eval.multiclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import dev.fer4j.eval.ReferenceCase;
import dev.fer4j.eval.SplitMix64;
import dev.fer4j.eval.calibration.Binning;
import dev.fer4j.eval.metric.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agreement with scikit-learn on 400 inputs; {@link ReferenceCase} says how values were made. */
class MulticlassReferenceTest {

    private static final List<Double> SKILLS = List.of(0.0, 0.5, 2.0);

    /** The input of a number, as {@code class_case} of the script makes it. */
    static ClassScores input(int number) {
        SplitMix64 random = new SplitMix64(500_000 + number);
        int k = 2 + random.below(6);
        int n = k + random.below(80);
        double skill = SKILLS.get(random.below(3));
        boolean ties = number % 4 == 1;
        int absent = number % 4 == 2 ? random.below(k) : -1;
        int[] truth = new int[n];
        for (int i = 0; i < n; i++) {
            int drawn = i < k ? i : random.below(k);
            truth[i] = drawn == absent ? (absent + 1) % k : drawn;
        }
        double[][] scores = new double[n][k];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                scores[i][c] = random.uniform();
            }
        }
        for (int i = 0; i < n; i++) {
            scores[i][truth[i]] += skill / 2;
            double sum = 0;
            for (int c = 0; c < k; c++) {
                scores[i][c] = ties ? Math.floor(scores[i][c] * 4) / 4 + 0.25 : scores[i][c];
                sum += scores[i][c];
            }
            for (int c = 0; c < k; c++) {
                scores[i][c] /= sum;
            }
        }
        List<String> names = IntStream.range(0, k).mapToObj(c -> "class " + c).toList();
        return ClassScores.ofProbabilities(names, truth, scores);
    }

    private static Map<String, Outcome> values(ClassScores scores) {
        Map<String, Outcome> values = new LinkedHashMap<>();
        OneAgainstRest ranking = OneAgainstRest.of(scores);
        int last = scores.count() - 1;
        values.put("auc", ranking.classes().get(last).auc());
        values.put("average_precision", ranking.classes().get(last).averagePrecision());
        values.put("macro_auc", ranking.macroAuc());
        values.put("weighted_auc", ranking.weightedAuc());
        values.put("macro_ap", ranking.macroAveragePrecision());
        values.put("weighted_ap", ranking.weightedAveragePrecision());
        values.put("hand_till", HandTill.m(scores));
        ClassConfusion confusion = ClassConfusion.of(scores);
        values.put("accuracy", confusion.accuracy());
        values.put("balanced_accuracy", confusion.balancedAccuracy());
        values.put("macro_f1", confusion.macroF1());
        values.put("recall", confusion.recall(last));
        values.put("precision", confusion.precision(last));
        values.put("f1", confusion.f1(last));
        values.put("kappa", confusion.kappa(Agreement.NOMINAL));
        values.put("linear", confusion.kappa(Agreement.LINEAR));
        values.put("quadratic", confusion.kappa(Agreement.QUADRATIC));
        ClassCalibration calibration = ClassCalibration.of(scores, Binning.defaults());
        values.put("brier", calibration.brier());
        values.put("log_loss", calibration.logLoss());
        values.put("confidence", calibration.confidenceError());
        values.put("classwise", calibration.classwiseError());
        values.put(
                "temperature",
                ClassTemperature.fit(scores)
                        .temperature()
                        .map(temperature -> Outcome.of(temperature.value()))
                        .orElse(Outcome.undefined("no temperature")));
        return values;
    }

    @Test
    void valuesAgree() throws IOException {
        List<String> lines =
                Resources.readLines(
                        Resources.getResource(getClass(), "multiclass.tsv"),
                        StandardCharsets.UTF_8);
        Splitter fields = Splitter.on('\t');
        List<String> columns = fields.splitToList(lines.get(0));
        assertThat(lines).hasSize(401);
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = fields.splitToList(line);
            int number = Integer.parseInt(row.get(0));
            Map<String, Outcome> values = values(input(number));
            assertThat(columns.subList(1, columns.size()))
                    .containsExactlyElementsOf(values.keySet());
            for (int i = 1; i < columns.size(); i++) {
                assertAgrees(number, columns.get(i), row.get(i), values);
            }
        }
    }

    private static void assertAgrees(
            int number, String column, String expected, Map<String, Outcome> values) {
        Optional<Double> actual = values.get(column).value();
        if (expected.equals("undefined")) {
            assertThat(actual).as("%s of %s", column, number).isEmpty();
        } else {
            double value = Double.parseDouble(expected);
            assertThat(actual).as("%s of %s", column, number).isPresent();
            assertThat(actual.orElseThrow())
                    .as("%s of %s", column, number)
                    .isCloseTo(value, within(1e-12 * Math.max(Math.abs(value), 1e-3)));
        }
    }
}
