package dev.fer4j.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {

    private static final HeatMap MAP =
            new HeatMap(
                    Label.INTERESTED,
                    "block14",
                    new ImagePrediction(1, 0.7, Label.INTERESTED),
                    2,
                    2,
                    2,
                    List.of(0.0, 1.0, 0.5, 0.0),
                    ImageFit.STRETCH);

    @Test
    void valuesBetweenCentresAreLinear() {
        HeatMap large = MAP.resized(8, 8);
        // The centre of the fourth pixel lies at 3.5 / 4 − 0.5 = 0.375 between the two centres.
        assertThat(large.at(3, 0)).isCloseTo(0.375, within(1e-12));
        assertThat(large.at(0, 0)).isZero();
        assertThat(large.at(7, 0)).isEqualTo(1);
        assertThat(large.at(0, 7)).isEqualTo(0.5);
        // 0.375 of the way down: 0.625 · 0.375 + 0.375 · (0.5 − 0.5 · 0.375)
        assertThat(large.at(3, 3)).isCloseTo(0.3515625, within(1e-12));
        assertThat(MAP.resized(2, 2)).isEqualTo(MAP);
    }

    private static RgbImage black(int width, int height) {
        return new RgbImage(width, height, new byte[3 * width * height]);
    }

    private static HeatMap everywhere(ImageFit fit, Double... values) {
        return new HeatMap(Label.INTERESTED, "s", MAP.prediction(), 1, 2, 2, List.of(values), fit);
    }

    /** Twice as wide as high: the left column of the map covers another part of it each time. */
    @Test
    void theMapLiesWhereTheNetworkSawIt() {
        RgbImage wide = black(40, 20);
        RgbImage stretched = everywhere(ImageFit.STRETCH, 1.0, 0.0, 1.0, 0.0).over(wide, 1);
        assertThat(stretched.at(0, 10, 0)).isEqualTo(255);
        assertThat(stretched.at(39, 10, 0)).isZero();

        RgbImage cropped = everywhere(ImageFit.CROP, 1.0, 0.0, 1.0, 0.0).over(wide, 1);
        assertThat(cropped.at(9, 10, 0)).isZero();
        assertThat(cropped.at(10, 10, 0)).isEqualTo(255);
        assertThat(cropped.at(29, 10, 0)).isZero();
        assertThat(cropped.at(30, 10, 0)).isZero();

        // The image is the middle half of the square: rows 0.25 to 0.75 of the map.
        RgbImage boxed = everywhere(ImageFit.LETTERBOX, 1.0, 1.0, 0.0, 0.0).over(wide, 1);
        assertThat(boxed.at(5, 0, 0)).isBetween(240, 255);
        assertThat(boxed.at(5, 19, 0)).isBetween(0, 15);
    }

    @Test
    void whatDoesNotMatterStaysAsItIs() {
        byte[] grey = new byte[3 * 4];
        Arrays.fill(grey, (byte) 100);
        RgbImage over = MAP.over(new RgbImage(2, 2, grey), 0.5);
        assertThat(new int[] {over.at(0, 0, 0), over.at(0, 0, 1), over.at(0, 0, 2)})
                .containsExactly(100, 100, 100);
        // Half way from grey to the colour of 1, which is 255, 238, 133.
        assertThat(new int[] {over.at(1, 0, 0), over.at(1, 0, 1), over.at(1, 0, 2)})
                .containsExactly(178, 169, 117);
        assertThat(MAP.over(new RgbImage(2, 2, grey), 0).rgb()).isEqualTo(grey);
    }

    @Test
    void coloursBecomeLighter() {
        double before = -1;
        for (int i = 0; i <= 100; i++) {
            double luma =
                    0.299 * HeatColours.channel(i / 100.0, 0)
                            + 0.587 * HeatColours.channel(i / 100.0, 1)
                            + 0.114 * HeatColours.channel(i / 100.0, 2);
            assertThat(luma).isGreaterThan(before);
            before = luma;
        }
    }
}
