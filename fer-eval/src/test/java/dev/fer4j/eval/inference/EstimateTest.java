package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Estimate AUC = new Estimate(0.82, 0.04, 19);

    @Test
    void theIntervalReachesTStandardErrorsToBothSides() {
        Interval interval = AUC.interval(0.95).result().orElseThrow();

        // scipy.stats.t.isf(0.025, 19) = 2.0930240544082634
        assertThat(interval.lower()).isCloseTo(0.82 - 2.0930240544082634 * 0.04, within(1e-12));
        assertThat(interval.upper()).isCloseTo(0.82 + 2.0930240544082634 * 0.04, within(1e-12));
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test
    void theLogitIntervalStaysWithinTheShares() {
        Interval interval = new Estimate(0.97, 0.04, 19).logitInterval(0.95).result().orElseThrow();

        assertThat(interval.upper()).isLessThan(1);
        assertThat(0.97 - interval.lower()).isGreaterThan(interval.upper() - 0.97);
        assertThat(interval.contains(0.97)).isTrue();
        // In logits it is symmetrical.
        assertThat(logit(interval.upper()) + logit(interval.lower()))
                .isCloseTo(2 * logit(0.97), within(1e-10));
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    @Test
    void theTestIsTwoSided() {
        Significance test = new Estimate(-0.06, 0.03, 19).test().result().orElseThrow();

        assertThat(test.statistic()).isEqualTo(-2);
        // 2 * scipy.stats.t.sf(2, 19) = 0.059994888085...
        assertThat(test.p()).isCloseTo(0.0600, within(1e-4));
        assertThat(test.degreesOfFreedom()).isEqualTo(19);
        assertThat(new Estimate(0.06, 0.03, 19).test().result().orElseThrow().p())
                .isEqualTo(test.p());
    }

    @Test
    void noSpreadIsNoProof() {
        Estimate certain = new Estimate(0.1, 0, 19);

        for (Finding<?> finding :
                new Finding<?>[] {
                    certain.interval(0.95), certain.logitInterval(0.95), certain.test()
                }) {
            assertThat(finding.undefinedBecause())
                    .contains("the standard error is zero: these data show no spread");
        }
    }

    @Test
    void onlyWhatLiesBetweenZeroAndOneHasALogit() {
        assertThat(new Estimate(1, 0.1, 19).logitInterval(0.95).undefinedBecause()).isPresent();
        assertThat(new Estimate(0, 0.1, 19).logitInterval(0.95).undefinedBecause()).isPresent();
        assertThat(new Estimate(-0.1, 0.1, 19).logitInterval(0.95).undefinedBecause()).isPresent();
    }

    @Test
    void refusesWhatIsNoEstimate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(Double.NaN, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, -1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> AUC.interval(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 0, 0.95));
    }

    @Test
    void intervalsSayWhereTheyLie() {
        Interval above = new Interval(0.01, 1.2, 0.95);

        assertThat(above.liesAboveZero()).isTrue();
        assertThat(above.liesBelowZero()).isFalse();
        assertThat(above.clampedTo(-1, 1)).isEqualTo(new Interval(0.01, 1, 0.95));
        assertThat(above.toText(2)).isEqualTo("0.01 to 1.20");
        assertThat(new Interval(-0.2, -0.1, 0.95).liesBelowZero()).isTrue();
    }
}
