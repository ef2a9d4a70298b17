package dev.fer4j.synthesis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class KernelDistanceTest {

    static ImageFeatures normal(String name, int count, int width, double mean, long seed) {
        RandomGenerator random = new Seed(seed).generator();
        List<String> images = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(name + i);
            rows.add(random.doubles(width).map(u -> mean + random.nextGaussian()).toArray());
        }
        return ImageFeatures.of(images, rows);
    }

    @Test
    void ofTwoSetsOfOneDistributionItIsNearZeroAndOfShiftedOnesItIsNot() {
        ImageFeatures real = normal("r", 400, 16, 0, 1);
        double alike = KernelDistance.of(real, normal("g", 400, 16, 0, 2), new Seed(1)).value();
        double shifted = KernelDistance.of(real, normal("g", 400, 16, 0.5, 3), new Seed(1)).value();
        assertThat(Math.abs(alike)).isLessThan(0.05);
        assertThat(shifted).isGreaterThan(20 * Math.abs(alike));
    }

    @Test
    void largeSetsAreComparedInSubsetsThatTheSeedDraws() {
        ImageFeatures real = normal("r", 300, 4, 0, 1);
        ImageFeatures generated = normal("g", 200, 4, 1, 2);
        KernelDistance all = KernelDistance.of(real, generated, new Seed(1));
        KernelDistance some = KernelDistance.of(real, generated, new Seed(1), 50, 100);
        assertThat(some).isEqualTo(KernelDistance.of(real, generated, new Seed(1), 50, 100));
        assertThat(some).isNotEqualTo(KernelDistance.of(real, generated, new Seed(2), 50, 100));
        double error = some.deviation().orElseThrow() / Math.sqrt(50);
        assertThat(Math.abs(some.value() - all.value())).isLessThan(4 * error);
    }

    @Test
    void oneImageIsRefusedAndSoAreFeaturesThatAreNoNumbers() {
        ImageFeatures one = ImageFeatures.of(List.of("a"), List.of(new double[] {1}));
        assertThatThrownBy(() -> KernelDistance.of(one, normal("g", 5, 1, 0, 1), new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 real and 5 generated images");
        assertThatThrownBy(() -> ImageFeatures.of(List.of("a"), List.of(new double[] {Double.NaN})))
                .hasMessageContaining("image a has a feature that is NaN");
        assertThatThrownBy(
                        () ->
                                ImageFeatures.of(
                                        List.of("a", "b"),
                                        List.of(new double[] {1}, new double[] {1, 2})))
                .hasMessageContaining("image b has 2 features, others 1");
    }
}
