package dev.fer4j.train.xception;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.nn.Block;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.StagedBlock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration of an Xception (Chollet, "Xception: Deep Learning with Depthwise Separable
 * Convolutions", CVPR 2017): images {@code (N, 3, H, W)}, float32 in [−1, 1], to logits {@code (N,
 * 1)}. Full size has 20,863,529 parameters, of which 54,528 are running statistics.
 *
 * <p>All sizes have the same topology (paper, section 4). The stages and their outputs at 299 × 299
 * and full width are
 *
 * <table>
 * <caption>Stages</caption>
 * <tr><td>{@code block1}</td><td>two convolutions</td><td>(N, 64, 147, 147)</td></tr>
 * <tr><td>{@code block2}</td><td>entry flow</td><td>(N, 128, 74, 74)</td></tr>
 * <tr><td>{@code block3}</td><td></td><td>(N, 256, 37, 37)</td></tr>
 * <tr><td>{@code block4}</td><td></td><td>(N, 728, 19, 19)</td></tr>
 * <tr><td>{@code block5} … {@code block12}</td><td>middle flow</td><td>(N, 728, 19, 19)</td></tr>
 * <tr><td>{@code block13}</td><td>exit flow</td><td>(N, 1024, 10, 10)</td></tr>
 * <tr><td>{@code block14}</td><td></td><td>(N, 2048, 10, 10)</td></tr>
 * <tr><td>{@code pool}</td><td>global average</td><td>(N, 2048)</td></tr>
 * <tr><td>{@code dropout}</td><td></td><td>(N, 2048)</td></tr>
 * <tr><td>{@code logit}</td><td>dense</td><td>(N, 1)</td></tr>
 * </table>
 *
 * <p>With r blocks, the middle flow is {@code block5} to {@code block<4 + r>}, and the two blocks
 * of the exit flow follow.
 *
 * @param width factor for all channel counts, in (0, 2]; counts are rounded to multiples of 8, at
 *     least 8
 * @param middleRepeats number of blocks in the middle flow, 0 to 32; 8 in the published network
 * @param dropout share of the pooled features that is dropped in training, in [0, 1)
 * @param profile the numerical conventions
 * @param batchNormMomentum weight of the old value in running statistics, in [0, 1). Short
 *     trainings need less than Keras's 0.99: after 250 updates, the initial value still contributes
 *     8 %
 */
public record Xception(
        double width,
        int middleRepeats,
        double dropout,
        NumericsProfile profile,
        double batchNormMomentum)
        implements Backbone {

    /** Minimum height and width of an image, as in Keras. */
    public static final int SMALLEST_INPUT = 71;

    /** The published network with Keras's numerical conventions and the paper's dropout. */
    public static final Xception FULL =
            new Xception(
                    1, 8, 0.5, NumericsProfile.KERAS, NumericsProfile.KERAS.batchNormMomentum());

    public Xception {
        checkArgument(width > 0 && width <= 2, "width %s is not in (0, 2]", width);
        checkArgument(
                middleRepeats >= 0 && middleRepeats <= 32,
                "middleRepeats %s is not in 0..32",
                middleRepeats);
        checkArgument(dropout >= 0 && dropout < 1, "dropout %s is not in [0, 1)", dropout);
        requireNonNull(profile);
        checkArgument(
                batchNormMomentum >= 0 && batchNormMomentum < 1,
                "batchNormMomentum %s is not in [0, 1)",
                batchNormMomentum);
    }

    public Xception withWidth(double newWidth) {
        return new Xception(newWidth, middleRepeats, dropout, profile, batchNormMomentum);
    }

    public Xception withMiddleRepeats(int repeats) {
        return new Xception(width, repeats, dropout, profile, batchNormMomentum);
    }

    public Xception withDropout(double share) {
        return new Xception(width, middleRepeats, share, profile, batchNormMomentum);
    }

    /** Returns a copy with a different profile, and with its momentum unless one was set. */
    public Xception withProfile(NumericsProfile numbers) {
        boolean usual = batchNormMomentum == profile.batchNormMomentum();
        return new Xception(
                width,
                middleRepeats,
                dropout,
                numbers,
                usual ? numbers.batchNormMomentum() : batchNormMomentum);
    }

    /** Returns a copy with a different momentum of running statistics. */
    public Xception withBatchNormMomentum(double momentum) {
        return new Xception(width, middleRepeats, dropout, profile, momentum);
    }

    /** 71, as in Keras. */
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
                        profile, batchNormMomentum, published -> channels(width, published));
        Map<String, Block> stages = new LinkedHashMap<>();
        stages.put("block1", modules.stem(32, 64));
        // ReLU comes before each separable convolution except the very first.
        stages.put("block2", modules.down(64, 128, 128, false));
        stages.put("block3", modules.down(128, 256, 256, true));
        stages.put("block4", modules.down(256, 728, 728, true));
        int next = 5;
        for (int i = 0; i < middleRepeats; i++) {
            stages.put("block" + next++, modules.middle(728));
        }
        stages.put("block" + next++, modules.down(728, 728, 1024, true));
        stages.put("block" + next, modules.last(1024, 1536, 2048));
        stages.put("pool", modules.globalAveragePool());
        stages.put("dropout", modules.dropout(dropout));
        stages.put("logit", modules.logit());
        StagedBlock network = new StagedBlock(stages);
        Initialization.prepare(network, profile, seed);
        return network;
    }

    /** Scales the number of channels of the published network. */
    private static int channels(double width, int published) {
        return Math.max(8, 8 * (int) Math.round(published * width / 8));
    }
}
