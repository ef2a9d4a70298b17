package dev.fer4j.train.loader;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What happens to training batches as a whole. Images are paired with others of their batch, and
 * their targets become shares of both labels. Not in the paper.
 */
public sealed interface BatchAugmentation {

    /** Nothing. */
    static BatchAugmentation none() {
        return new None();
    }

    /** Nothing happens: targets are 0 and 1. */
    record None() implements BatchAugmentation {}

    /**
     * Zhang et al., mixup: beyond empirical risk minimization, ICLR 2018: λ of each image and 1 − λ
     * of another, λ ~ Beta(α, α), one for each batch, as in the authors' code. Values are rounded
     * to whole grey levels.
     *
     * @param alpha α, in (0, 100]; near 0 images are hardly mixed, at 1 every λ is as likely
     */
    record Mixup(double alpha) implements BatchAugmentation {

        public Mixup {
            check("mixup", alpha);
        }
    }

    /**
     * Yun et al., CutMix, ICCV 2019: a rectangle of each image is replaced by that of another, at
     * the same place. It has 1 − λ of the area, λ ~ Beta(α, α), and a centre anywhere, one for each
     * batch; beyond the border it is cut off, and targets follow the area that is left.
     *
     * @param alpha α, in (0, 100]; the authors' is 1
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
