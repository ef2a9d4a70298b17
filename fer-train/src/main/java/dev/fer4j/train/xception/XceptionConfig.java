package dev.fer4j.train.xception;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.nn.Block;
import dev.fer4j.core.Seed;
import dev.fer4j.train.Backbone;

/**
 * Which Xception to build. All sizes have the same topology: entry flow (blocks 1–4), middle flow
 * (blocks 5–12), exit flow (blocks 13 and 14), then global average pooling, dropout and one logit
 * (paper, section 4).
 *
 * @param width factor for all channel counts, in (0, 2]; counts are rounded to multiples of 8
 * @param middleRepeats blocks of the middle flow, 8 in the published network
 * @param dropout share of the pooled features that is dropped while training, in [0, 1)
 * @param batchNormEpsilon added to variances; Keras has 0.001
 * @param batchNormMomentum share of the old value in a running statistic; Keras has 0.99. A short
 *     training wants less: after 250 updates at 0.99, 8 % of a statistic are still its initial
 *     value.
 */
public record XceptionConfig(
        double width,
        int middleRepeats,
        double dropout,
        double batchNormEpsilon,
        double batchNormMomentum)
        implements Backbone {

    /** Smallest height and width of an image that leaves something to pool after five halvings. */
    public static final int SMALLEST_INPUT = 71;

    /** The published network with the paper's dropout: 20,863,529 parameters. */
    public static final XceptionConfig FULL = new XceptionConfig(1, 8, 0.5, 1e-3, 0.99);

    /** Checks the ranges. */
    public XceptionConfig {
        checkArgument(width > 0 && width <= 2, "width %s is not in (0, 2]", width);
        checkArgument(
                middleRepeats >= 0 && middleRepeats <= 32,
                "middleRepeats %s is not in 0..32",
                middleRepeats);
        checkArgument(dropout >= 0 && dropout < 1, "dropout %s is not in [0, 1)", dropout);
        checkArgument(
                batchNormEpsilon > 0 && batchNormEpsilon < 1,
                "batchNormEpsilon %s is not in (0, 1)",
                batchNormEpsilon);
        checkArgument(
                batchNormMomentum >= 0 && batchNormMomentum < 1,
                "batchNormMomentum %s is not in [0, 1)",
                batchNormMomentum);
    }

    /** The same with another width. */
    public XceptionConfig withWidth(double newWidth) {
        return new XceptionConfig(
                newWidth, middleRepeats, dropout, batchNormEpsilon, batchNormMomentum);
    }

    /** The same with another number of middle blocks. */
    public XceptionConfig withMiddleRepeats(int repeats) {
        return new XceptionConfig(width, repeats, dropout, batchNormEpsilon, batchNormMomentum);
    }

    /** The same with another dropout. */
    public XceptionConfig withDropout(double share) {
        return new XceptionConfig(width, middleRepeats, share, batchNormEpsilon, batchNormMomentum);
    }

    /** The same with another momentum of running statistics. */
    public XceptionConfig withBatchNormMomentum(double momentum) {
        return new XceptionConfig(width, middleRepeats, dropout, batchNormEpsilon, momentum);
    }

    /** How many channels there are where the published network has {@code published}. */
    int channels(int published) {
        return Math.max(8, 8 * (int) Math.round(published * width / 8));
    }

    @Override
    public Block build(Seed seed) {
        Block block = new Xception(this);
        GlorotUniform.initialize(block, seed);
        return block;
    }
}
