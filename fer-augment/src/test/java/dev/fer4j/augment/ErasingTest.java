package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasingTest {

    private static RgbImage erase(RgbImage image, PlanStep.Erasure erasure) {
        return new AugmentationPlan(image.width(), image.height(), List.of(erasure)).apply(image);
    }

    @Test
    void restStaysAndRectangleIsUniformInEachChannel() {
        RgbImage image = Reference.picture(170, 130);
        RgbImage erased = erase(image, new PlanStep.Erasure(0.1, 0.2, 0.7, 0.6, 5));
        int[] counts = new int[3 * 16];
        int equalChannels = 0;
        for (int y = 0; y < 130; y++) {
            for (int x = 0; x < 170; x++) {
                boolean inside = x >= 17 && x < 136 && y >= 26 && y < 104;
                for (int c = 0; c < 3; c++) {
                    if (inside) {
                        counts[16 * c + erased.at(x, y, c) / 16]++;
                        int next = erased.at(x, y, (c + 1) % 3);
                        equalChannels += erased.at(x, y, c) == next ? 1 : 0;
                    } else {
                        assertThat(erased.at(x, y, c)).isEqualTo(image.at(x, y, c));
                    }
                }
            }
        }
        // 9282 pixels over 16 bins: 580 each, with a standard deviation of 23.
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 580) < 5 * 23);
        // One in 256 of 27846: 109, with a standard deviation of 10.
        assertThat(equalChannels).isBetween(59, 159);
    }

    @Test
    void rectangleMayFillTheImageOrNothing() {
        RgbImage image = Reference.picture(17, 13);
        assertThat(erase(image, new PlanStep.Erasure(0.5, 0.5, 0, 0, 5)).rgb())
                .isEqualTo(image.rgb());
        byte[] all = erase(image, new PlanStep.Erasure(0, 0, 1, 1, 5)).rgb();
        int same = 0;
        for (int i = 0; i < all.length; i++) {
            same += all[i] == image.rgb()[i] ? 1 : 0;
        }
        // One in 256 of 663 by chance.
        assertThat(same).isLessThan(12);
    }

    @ParameterizedTest
    @CsvSource({"0.02,0.33,3.3", "0.1,0.1,1", "0.5,0.9,10", "1,1,10", "0,0,1"})
    void drawnRectanglesHaveTheAreaAndLieInside(double least, double most, double aspect) {
        Splitting.RandomErasing erasing = new Splitting.RandomErasing(1, least, most, aspect);
        for (int i = 0; i < 500; i++) {
            var step = (PlanStep.Erasure) erasing.draw(new Seed(i).generator()).orElseThrow();
            assertThat(step.width() * step.height()).isBetween(least - 1e-12, most + 1e-12);
            if (step.height() > 0) {
                assertThat(step.width() / step.height())
                        .isBetween(1 / aspect - 1e-12, aspect + 1e-12);
            }
            assertThat(step.left()).isBetween(0.0, 1 - step.width());
            assertThat(step.top()).isBetween(0.0, 1 - step.height());
        }
    }

    @Test
    void happensWithItsProbability() {
        Splitting.RandomErasing erasing = new Splitting.RandomErasing(0.3, 0.1, 0.2, 2);
        double share = 0;
        for (int i = 0; i < 4000; i++) {
            Optional<PlanStep> step = erasing.draw(new Seed(i).generator());
            share += step.isPresent() ? 1.0 / 4000 : 0;
        }
        // Four standard deviations of 0.0072.
        assertThat(share).isCloseTo(0.3, within(0.029));
    }
}
