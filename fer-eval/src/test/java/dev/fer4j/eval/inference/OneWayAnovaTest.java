package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reference values are SciPy's (1.10.1, {@code f_oneway}) for 40 seeded inputs, made in this
 * module's folder by
 *
 * <pre>
 * apt-get install python3-scipy
 * /usr/bin/python3 src/test/python/anova_reference.py \
 *     &gt; src/test/resources/dev/fer4j/eval/inference/one-way-anova.tsv
 * </pre>
 */
class OneWayAnovaTest {

    static List<String> cases() throws IOException {
        List<String> lines =
                Resources.readLines(
                        Resources.getResource(OneWayAnovaTest.class, "one-way-anova.tsv"),
                        StandardCharsets.UTF_8);
        assertThat(lines).hasSize(40);
        return lines;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithSciPy(String line) {
        List<String> fields = Splitter.on('\t').splitToList(line);
        List<double[]> groups =
                Splitter.on(';')
                        .splitToStream(fields.get(0))
                        .map(
                                group ->
                                        Splitter.on(',')
                                                .splitToStream(group)
                                                .mapToDouble(Double::parseDouble)
                                                .toArray())
                        .toList();

        OneWayAnova.Result result = (OneWayAnova.Result) OneWayAnova.of(groups);

        // The smallest spread, 1e-6 about 0.9, leaves ten digits in the data themselves.
        assertThat(result.f()).isCloseTo(Double.parseDouble(fields.get(1)), withinPercentage(1e-6));
        assertThat(result.p()).isCloseTo(Double.parseDouble(fields.get(2)), withinPercentage(1e-5));
    }

    @Test
    void countsDegreesOfFreedomAndExplainedShare() {
        OneWayAnova.Result result =
                (OneWayAnova.Result)
                        OneWayAnova.of(List.of(new double[] {1, 2, 3}, new double[] {3, 4, 5, 4}));

        assertThat(result.dfBetween()).isEqualTo(1);
        assertThat(result.dfWithin()).isEqualTo(5);
        // Between: 3·(2−22/7)² + 4·(4−22/7)² = 48/7; within: 2 + 2.
        assertThat(result.f()).isCloseTo((48 / 7.0) / (4 / 5.0), withinPercentage(1e-10));
        assertThat(result.etaSquared())
                .isCloseTo((48 / 7.0) / (48 / 7.0 + 4), withinPercentage(1e-10));
        assertThat(result.toText()).isEqualTo("F(1, 5) = 8.57, p = 0.033, eta squared = 0.632");
    }

    @Test
    void equalMeansGiveNoReasonToDoubt() {
        OneWayAnova.Result result =
                (OneWayAnova.Result)
                        OneWayAnova.of(List.of(new double[] {1, 3}, new double[] {0, 4}));

        assertThat(result.f()).isZero();
        assertThat(result.p()).isEqualTo(1);
    }

    @Test
    void smallProbabilitiesAreNotRoundedToZero() {
        OneWayAnova.Result result =
                (OneWayAnova.Result)
                        OneWayAnova.of(
                                List.of(
                                        new double[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
                                        new double[] {50, 51, 50, 51, 50, 51, 50, 51, 50, 51}));

        assertThat(result.p()).isGreaterThan(0).isLessThan(1e-20);
        assertThat(result.toText()).contains("p < 0.001");
    }

    @Test
    void saysWhyThereIsNoF() {
        assertUndefined(List.of(), "needs at least two groups; there are 0");
        assertUndefined(List.of(new double[] {1, 2}), "needs at least two groups; there are 1");
        assertUndefined(
                List.of(new double[] {1, 2}, new double[] {}), "a group has no observation");
        assertUndefined(
                List.of(new double[] {1}, new double[] {2}),
                "needs a group with at least two observations");
        assertUndefined(
                List.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.7, 0.7}),
                "there is no spread within the groups");
    }

    private static void assertUndefined(List<double[]> groups, String reason) {
        OneWayAnova anova = OneWayAnova.of(groups);
        assertThat(anova).isEqualTo(new OneWayAnova.Undefined(reason));
        assertThat(anova.toText()).isEqualTo("undefined: " + reason);
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                OneWayAnova.of(
                                        List.of(
                                                new double[] {1, Double.NaN},
                                                new double[] {1, 2})));
    }
}
