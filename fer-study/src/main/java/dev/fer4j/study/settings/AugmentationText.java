package dev.fer4j.study.settings;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Streams;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.plan.Sampling;
import java.util.Locale;

/** Describes the augmentation of training images. */
final class AugmentationText {

    private AugmentationText() {}

    /** Describes kinds and ranges, named as in JSON. */
    static String of(AugmentationPolicy policy) {
        if (policy.augmentations().isEmpty()) {
            return "none";
        }
        String kinds =
                Streams.stream(Json.tree(policy).path("augmentations"))
                        .map(KindText::of)
                        .collect(joining(", "));
        String whose =
                policy.augmentations().equals(AugmentationPolicy.paper().augmentations())
                        ? "the paper's: "
                        : "";
        return whose
                + kinds
                + (policy.scope() == AugmentationPolicy.Scope.RECORDING
                        ? "; one plan per recording"
                        : "");
    }

    /** Describes the mixing of batches, with its parameter. */
    static String of(BatchAugmentation mixing) {
        if (mixing instanceof BatchAugmentation.Mixup mixup) {
            return "mixup, alpha " + mixup.alpha();
        }
        return mixing instanceof BatchAugmentation.CutMix cutMix
                ? "CutMix, alpha " + cutMix.alpha()
                : "none";
    }

    /** Describes the sampling, named as on the command line. */
    static String of(Sampling sampling) {
        return sampling.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
