package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0-17", "17, 0-17", "18, 18-24", "24, 18-24", "25, 25-34", "34, 25-34", "35, 35-44",
        "44, 35-44", "45, 45-54", "54, 45-54", "55, 55-64", "64, 55-64", "65, 65+", "130, 65+"
    })
    void bandsMeetAtTheirEdges(int years, String band) {
        assertThat(AgeBand.of(years).id()).isEqualTo(band);
    }

    @Test
    void idsSortByAge() {
        assertThat(Arrays.stream(AgeBand.values()).map(AgeBand::id)).isSorted();
    }

    @Test
    void negativeAgeIsRefused() {
        assertThatThrownBy(() -> AgeBand.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
