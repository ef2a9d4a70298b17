package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplicatesTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("bootstrap-interval");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void intervalsAgreeWithTheFormulasInNumPy(Reference reference) {
        double[] values = reference.numbers(1);
        Arrays.sort(values);
        Replicates replicates = new Replicates(reference.number(0), Doubles.asList(values), 0);
        Jackknife jackknife =
                new Jackknife(reference.number(0), Doubles.asList(reference.numbers(2)));
        double level = reference.number(3);

        Interval percentile = replicates.percentile(level);
        Finding<Interval> bca = replicates.bca(level, jackknife);

        double[] percentiles = reference.numbers(4);
        assertThat(percentile.lower()).isCloseTo(percentiles[0], within(1e-13));
        assertThat(percentile.upper()).isCloseTo(percentiles[1], within(1e-13));
        assertThat(bca.result().isEmpty()).isEqualTo(reference.field(5).contains("nan"));
        bca.result()
                .ifPresent(
                        interval -> {
                            double[] bounds = reference.numbers(5);
                            assertThat(interval.lower()).isCloseTo(bounds[0], within(1e-9));
                            assertThat(interval.upper()).isCloseTo(bounds[1], within(1e-9));
                        });
    }

    private static Replicates of(double estimate, double... sorted) {
        return new Replicates(estimate, Doubles.asList(sorted), 0);
    }

    @Test
    void quantilesAreInterpolated() {
        Replicates replicates = of(2, 1, 2, 4);

        assertThat(replicates.quantile(0)).isEqualTo(1);
        assertThat(replicates.quantile(0.75)).isEqualTo(3);
        assertThat(replicates.quantile(1)).isEqualTo(4);
        assertThat(replicates.standardError()).isCloseTo(1.5275252316519468, within(1e-12));
    }

    @Test
    void resamplesOnOneSideOrWithoutAccelerationHaveNoBca() {
        Jackknife spread = new Jackknife(1, Doubles.asList(0.9, 1, 1.1));
        Jackknife constant = new Jackknife(1, Doubles.asList(1, 1, 1));

        assertThat(of(0, 1, 2, 4).bca(0.95, spread).undefinedBecause())
                .contains("all resamples lie on one side of the estimate");
        assertThat(of(2, 1, 2, 4).bca(0.95, constant).undefinedBecause())
                .contains("leaving out any one changes nothing");
        assertThat(of(2, 1, 2, 4).bca(0.95, spread).result()).isPresent();
        double[] oneFarOff = new double[30];
        oneFarOff[0] = -1;
        Jackknife skew = new Jackknife(1, Doubles.asList(oneFarOff));
        assertThat(of(3, 1, 2, 2, 4).bca(1 - 1e-9, skew).undefinedBecause())
                .contains("the acceleration is too strong for so wide an interval");
    }

    @Test
    void refusesWhatIsNotSorted() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 1, 2).quantile(1.1));
    }
}
