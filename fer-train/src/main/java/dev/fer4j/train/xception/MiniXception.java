package dev.fer4j.train.xception;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.nn.Block;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.StagedBlock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small network for CPUs in the spirit of mini-Xception (Arriaga, Valdenegro-Toro and Plöger,
 * "Real-time Convolutional Neural Networks for Emotion and Gender Classification", 2017): two
 * convolutions, four residual modules of separable convolutions, global average pooling, dropout
 * and one logit. Constants of batch normalization, padding and initialization are those of Keras.
 * At width 1 it has 50,625 parameters, of which 1,472 are running statistics.
 *
 * <p>Unlike that network it takes colour images and ends in a dense logit, as Xception does. The
 * stages and their outputs at 96 × 96 and width 1 are {@code block1} (N, 8, 92, 92), {@code block2}
 * (N, 16, 46, 46), {@code block3} (N, 32, 23, 23), {@code block4} (N, 64, 12, 12), {@code block5}
 * (N, 128, 6, 6), {@code pool} (N, 128), {@code dropout} (N, 128), {@code logit} (N, 1).
 *
 * @param width factor for all channel counts, in (0, 16]; counts are rounded, to at least 4
 * @param dropout share of the pooled features that is dropped in training, in [0, 1)
 * @param batchNormMomentum weight of the old value in running statistics, in [0, 1)
 */
public record MiniXception(double width, double dropout, double batchNormMomentum)
        implements Backbone {

    /** Minimum height and width of an image: the smaller input size of the published network. */
    public static final int SMALLEST_INPUT = 48;

    /** Returns width 1, dropout 0.5 and, for short trainings, a momentum of 0.9. */
    public static MiniXception defaults() {
        return new MiniXception(1, 0.5, 0.9);
    }

    public MiniXception {
        checkArgument(width > 0 && width <= 16, "width %s is not in (0, 16]", width);
        checkArgument(dropout >= 0 && dropout < 1, "dropout %s is not in [0, 1)", dropout);
        checkArgument(
                batchNormMomentum >= 0 && batchNormMomentum < 1,
                "batchNormMomentum %s is not in [0, 1)",
                batchNormMomentum);
    }

    public MiniXception withWidth(double newWidth) {
        return new MiniXception(newWidth, dropout, batchNormMomentum);
    }

    public MiniXception withDropout(double share) {
        return new MiniXception(width, share, batchNormMomentum);
    }

    public MiniXception withBatchNormMomentum(double momentum) {
        return new MiniXception(width, dropout, momentum);
    }

    /** 48. */
    @Override
    public int smallestInput() {
        return SMALLEST_INPUT;
    }

    /** Yes: feature maps up to the global pooling. */
    @Override
    public boolean computesInBfloat16() {
        return true;
    }

    @Override
    public StagedBlock build(Seed seed) {
        XceptionModules modules =
                new XceptionModules(
                        NumericsProfile.KERAS,
                        batchNormMomentum,
                        published -> Math.max(4, (int) Math.round(published * width)));
        Map<String, Block> stages = new LinkedHashMap<>();
        stages.put("block1", modules.smallStem(8));
        stages.put("block2", modules.down(8, 16, 16, false));
        stages.put("block3", modules.down(16, 32, 32, false));
        stages.put("block4", modules.down(32, 64, 64, false));
        stages.put("block5", modules.down(64, 128, 128, false));
        stages.put("pool", modules.globalAveragePool());
        stages.put("dropout", modules.dropout(dropout));
        stages.put("logit", modules.logit());
        StagedBlock network = new StagedBlock(stages);
        Initialization.prepare(network, NumericsProfile.KERAS, seed);
        return network;
    }
}
