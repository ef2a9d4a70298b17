package dev.fer4j.train.loader;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Augmentation of whole training batches. Images are mixed with others of the same batch, and
 * targets become shares of both labels. Not part of the paper's method.
 */
public sealed interface BatchAugmentation {

    /** Returns no augmentation. */
    static BatchAugmentation none() {
        return new None();
    }

    /** No augmentation: targets are 0 and 1. */
    record None() implements BatchAugmentation {}

    /**
     * Zhang et al., mixup: beyond empirical risk minimization, ICLR 2018: each image becomes λ
     * times itself plus 1 − λ times another, with one λ ~ Beta(α, α) per batch, as in the authors'
     * code. Values are rounded to integers.
     *
     * @param alpha α, in (0, 100]; near 0 images are hardly mixed, at 1 λ is uniform
     */
    record Mixup(double alpha) implements BatchAugmentation {

        public Mixup {
            check("mixup", alpha);
        }
    }

    /**
     * Yun et al., CutMix, ICCV 2019: a rectangle of each image is replaced by the same rectangle of
     * another. It covers 1 − λ of the area, λ ~ Beta(α, α), and its centre is uniform over the
     * image; both are drawn once per batch. It is clipped at the border, and targets follow the
     * remaining area.
     *
     * @param alpha α, in (0, 100]; the authors use 1
     */
    record CutMix(double alpha) implements BatchAugmentation {

        public CutMix {
            check("CutMix", alpha);
        }
    }

    private static void check(String name, double alpha) {
        checkArgument(alpha > 0 && alpha <= 100, "alpha %s of %s is not in (0, 100]", alpha, name);
    }
}
