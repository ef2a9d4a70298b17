package dev.fer4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelShapeTest {

    @ParameterizedTest
    @CsvSource({
        "64, 45, 720, 1024",
        "16, 15, 720, 768",
        "8, 9, 720, 640",
        "32, 27, 720, 853",
        "10, 11, 720, 655",
        "4, 3, 1440, 1920",
        "1, 2, 63, 32",
        "1, 10, 4, 1",
        "1281, 1280, 64, 64",
        "2147483647, 2147483646, 720, 720"
    })
    void rowsKeepTheirLengthOnTheScreen(long width, long height, int stored, long shown) {
        assertThat(new PixelShape(width, height).shownWidth(stored)).isEqualTo(shown);
    }

    @Test
    void ratiosAreInLowestTerms() {
        assertThat(new PixelShape(256, 180)).isEqualTo(new PixelShape(64, 45)).hasToString("64:45");
        assertThat(new PixelShape(7, 7)).isEqualTo(PixelShape.SQUARE);
    }

    @ParameterizedTest
    @CsvSource({"10, 1, true", "1, 10, true", "11, 1, false", "1, 11, false", "65535, 1, false"})
    void pixelsMoreElongatedThanTenTimesAreImplausible(long width, long height, boolean plausible) {
        assertThat(new PixelShape(width, height).isPlausible()).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "2147483648, 1"})
    void shapesAreOfPositiveNumbers(long width, long height) {
        assertThatThrownBy(() -> new PixelShape(width, height))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
