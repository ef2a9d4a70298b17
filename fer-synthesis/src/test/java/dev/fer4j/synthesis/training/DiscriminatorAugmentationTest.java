package dev.fer4j.synthesis.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fer4j.core.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiscriminatorAugmentationTest {

    private static NDArray ramp(NDManager manager, int count, int side) {
        return manager.arange(count * 3f * side * side)
                .reshape(count, 3, side, side)
                .toType(DataType.FLOAT32, false)
                .div(count * 3f * side * side);
    }

    @Test
    void withoutProbabilityNothingHappens() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray images = ramp(manager, 2, 8);
            assertThat(DiscriminatorAugmentation.apply(images, 0, new Seed(1)).toFloatArray())
                    .isEqualTo(images.toFloatArray());
        }
    }

    @Test
    void imagesAreChangedEachByItselfAndTheSameForASeed() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray images = ramp(manager, 1, 8).repeat(0, 6);
            float[] first =
                    DiscriminatorAugmentation.apply(images, 0.8, new Seed(1)).toFloatArray();
            assertThat(DiscriminatorAugmentation.apply(images, 0.8, new Seed(1)).toFloatArray())
                    .isEqualTo(first);
            assertThat(DiscriminatorAugmentation.apply(images, 0.8, new Seed(2)).toFloatArray())
                    .isNotEqualTo(first);
            int one = 3 * 8 * 8;
            assertThat(Arrays.copyOfRange(first, 0, one))
                    .isNotEqualTo(Arrays.copyOfRange(first, one, 2 * one));
        }
    }

    @Test
    void gradientsGoThroughToTheImages() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray images = manager.ones(new Shape(3, 3, 8, 8)).mul(0.5f);
            images.setRequiresGradient(true);
            Seed seed = new Seed(5);
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                gradients.backward(DiscriminatorAugmentation.apply(images, 0.8, seed).sum());
            }
            float sum = 0;
            for (float value : images.getGradient().toFloatArray()) {
                sum += value;
            }
            // The transformation is affine: what a step along ones adds is the sum of slopes.
            NDArray before = DiscriminatorAugmentation.apply(images.stopGradient(), 0.8, seed);
            NDArray after =
                    DiscriminatorAugmentation.apply(images.stopGradient().add(1), 0.8, seed);
            assertThat((double) after.sub(before).sum().getFloat()).isCloseTo(sum, within(0.05));
            assertThat(sum).isNotZero();
        }
    }

    @Test
    void greyStaysGreyWhereLumaIsNotMirroredNorLightChanged() {
        // Hue and saturation act about the axis of grey.
        for (int seed = 0; seed < 50; seed++) {
            double[][] m = DiscriminatorAugmentation.colours(1, new Seed(seed).generator());
            double[] grey = new double[3];
            for (int i = 0; i < 3; i++) {
                grey[i] = 0.4 * (m[i][0] + m[i][1] + m[i][2]) + m[i][3];
            }
            assertThat(grey[1]).isCloseTo(grey[0], within(1e-9));
            assertThat(grey[2]).isCloseTo(grey[0], within(1e-9));
        }
    }

    @Test
    void probabilityRisesWhileTheDiscriminatorIsTooSureAndStaysInBounds() {
        AugmentationStrength plan = new AugmentationStrength(0, 0.6, 1000);
        assertThat(plan.next(0.5, 0.9, 100)).isEqualTo(0.6);
        assertThat(plan.next(0.5, 0.2, 100)).isEqualTo(0.4);
        assertThat(plan.next(0.01, -1, 100)).isZero();
        assertThat(plan.next(0.84, 1, 100)).isEqualTo(AugmentationStrength.MOST);
        assertThat(AugmentationStrength.fixed(0.3).next(0.3, 1, 100)).isEqualTo(0.3);
    }
}
