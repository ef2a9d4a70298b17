package dev.fer4j.benchmarks.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingPartsTest {

    @Test
    void clipsAreFourTenthsToTenSecondsLongAndShortOnesMoreFrequent() {
        double[] seconds =
                IntStream.range(0, 1000).mapToDouble(new ClipSet(1000, 3)::seconds).toArray();
        assertThat(Arrays.stream(seconds)).allMatch(duration -> duration >= 0.4 && duration < 10);
        assertThat(IntStream.range(0, 1000).filter(i -> seconds[i] < 2).count())
                .isBetween(430L, 570L);
        assertThat(new ClipSet(5, 0).seconds(3)).isEqualTo(seconds[3]);
    }

    @Test
    void agreementCountsEveryValue() {
        PixelAgreement agreement =
                PixelAgreement.NONE
                        .with(new byte[] {0, 10, (byte) 255}, new byte[] {0, 11, (byte) 250})
                        .with(new byte[] {1}, new byte[] {3});
        assertThat(agreement).isEqualTo(new PixelAgreement(4, 1, 2, 5));
    }

    @Test
    void agreementOfUnequalSizesIsRefused() {
        assertThatThrownBy(() -> PixelAgreement.NONE.with(new byte[3], new byte[2]))
                .hasMessageContaining("3 values against 2");
    }
}
