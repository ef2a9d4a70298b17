package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Agreement with scikit-learn 1.2.1 ({@code roc_auc_score}, {@code average_precision_score}, {@code
 * auc(recall, precision)}) on 200 seeded inputs, many with ties. The values were made, in this
 * module's folder, by
 *
 * <pre>
 * apt-get install python3-sklearn
 * /usr/bin/python3 src/test/python/metric_reference.py \
 *     &gt; src/test/resources/dev/fer4j/eval/metric/metric-reference.tsv
 * </pre>
 */
class MetricReferenceTest {

    private static final double TOLERANCE = 1e-12;

    static List<String> cases() throws IOException {
        List<String> lines =
                Resources.readLines(
                        Resources.getResource(MetricReferenceTest.class, "metric-reference.tsv"),
                        StandardCharsets.UTF_8);
        assertThat(lines).hasSize(200);
        return lines;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithScikitLearn(String line) {
        List<String> fields = Splitter.on('\t').splitToList(line);
        boolean[] positives = new boolean[fields.get(0).length()];
        for (int i = 0; i < positives.length; i++) {
            positives[i] = fields.get(0).charAt(i) == '1';
        }
        double[] scores =
                Splitter.on(',')
                        .splitToStream(fields.get(1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        PrecisionRecallCurve precisionRecall = PrecisionRecallCurve.of(positives, scores);

        assertValue(RocCurve.of(positives, scores).auc(), fields.get(2));
        assertValue(precisionRecall.averagePrecision(), fields.get(3));
        assertValue(precisionRecall.trapezoid(), fields.get(4));
    }

    private static void assertValue(Outcome outcome, String expected) {
        assertThat(outcome.value().orElseThrow())
                .isCloseTo(Double.parseDouble(expected), within(TOLERANCE));
    }
}
