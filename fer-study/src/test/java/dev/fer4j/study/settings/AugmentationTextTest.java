package dev.fer4j.study.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.Geometric;
import dev.fer4j.augment.Splitting;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.plan.Sampling;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationTextTest {

    @Test
    void policiesAreKindsWithTheirRanges() {
        assertThat(AugmentationText.of(AugmentationPolicy.paper()))
                .isEqualTo(
                        "the paper's: rotation (maxDegrees 15), horizontal-flip (probability 0.5),"
                                + " random-crop (minArea 0.8, maxArea 1, maxAspect 1.1), brightness"
                                + " (minFactor 0.8, maxFactor 1.2), contrast (minFactor 0.8,"
                                + " maxFactor 1.2), saturation (minFactor 0.8, maxFactor 1.2),"
                                + " gaussian-noise (minSigma 0, maxSigma 5)");
        assertThat(
                        AugmentationText.of(
                                AugmentationPolicy.paper()
                                        .withScope(AugmentationPolicy.Scope.RECORDING)))
                .startsWith("the paper's: rotation")
                .endsWith("; one plan per recording");
        assertThat(AugmentationText.of(AugmentationPolicy.none())).isEqualTo("none");
        assertThat(
                        AugmentationText.of(
                                new AugmentationPolicy(
                                        List.of(
                                                new Geometric.FixedCrop(60, 100),
                                                new Splitting.Custom(
                                                        "negative", (image, random) -> image)))))
                .isEqualTo("fixed-crop (width 60, height 100), custom (name negative)");
    }

    @Test
    void mixingAndSamplingAreNamedAsOnTheCommandLine() {
        assertThat(AugmentationText.of(BatchAugmentation.none())).isEqualTo("none");
        assertThat(AugmentationText.of(new BatchAugmentation.CutMix(1)))
                .isEqualTo("CutMix, alpha 1.0");
        assertThat(AugmentationText.of(Sampling.CLASS_BALANCED)).isEqualTo("class-balanced");
    }
}
