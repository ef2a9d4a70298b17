package dev.fer4j.eval.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.ReferenceCase;
import dev.fer4j.eval.metric.Threshold;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agreement with gaps of scikit-learn's confusion matrices; see {@link ReferenceCase}. */
class FairnessReferenceTest {

    @ParameterizedTest
    @EnumSource
    void gapsAgree(ReferenceCase.Kind kind) {
        for (ReferenceCase input : ReferenceCase.of(getClass(), "fairness.tsv", kind)) {
            FairnessReport report =
                    FairnessReport.of(
                            predictions(input), GroupColumn.named("group"), Threshold.HALF);
            assertThat(report.groups()).as("%s", input).hasSize((int) input.number("groups"));
            assertGap(
                    input, report, FairnessGap.DEMOGRAPHIC_PARITY_DIFFERENCE, "parity_difference");
            assertGap(input, report, FairnessGap.DEMOGRAPHIC_PARITY_RATIO, "parity_ratio");
            assertGap(input, report, FairnessGap.EQUAL_OPPORTUNITY_DIFFERENCE, "equal_opportunity");
            assertGap(input, report, FairnessGap.EQUALIZED_ODDS_DIFFERENCE, "equalized_odds");
        }
    }

    private static void assertGap(
            ReferenceCase input, FairnessReport report, FairnessGap gap, String column) {
        input.assertOutcome(report.gap(gap).value(), column);
    }

    private static Predictions predictions(ReferenceCase input) {
        int[] groups = input.groups();
        return new Predictions(
                IntStream.range(0, groups.length)
                        .mapToObj(
                                i ->
                                        new Prediction(
                                                "s" + i,
                                                input.positives()[i]
                                                        ? Label.INTERESTED
                                                        : Label.NOT_INTERESTED,
                                                input.scores()[i],
                                                "r" + i,
                                                "p" + i,
                                                Map.of("group", "g" + groups[i])))
                        .toList());
    }
}
