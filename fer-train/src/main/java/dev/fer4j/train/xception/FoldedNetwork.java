package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.Bfloat16;
import dev.fer4j.train.network.StagedBlock;
import java.util.Optional;

/**
 * A copy of a network for inference only, with batch normalization folded into the preceding
 * convolution. With the channel's scale {@code s = γ / √(σ² + ε)}, the kernel becomes {@code s · W}
 * and the bias {@code β − s · μ}; in a separable convolution, those of the pointwise convolution.
 * Folding is computed in double precision and stored as float32.
 *
 * <p>Kernels are stored channels-last. An array is freed as soon as the next one is computed from
 * it, so that its memory can be reused. Immutable and therefore thread-safe.
 */
public final class FoldedNetwork {

    private final InferenceStep whole;
    private final Optional<Bfloat16> format;

    private FoldedNetwork(InferenceStep whole, Optional<Bfloat16> format) {
        this.whole = whole;
        this.format = format;
    }

    /**
     * Folds a network, which is copied and may be changed or closed afterwards, to compute in
     * float32.
     *
     * @param backbone the backbone that built it
     * @param network the network, initialized
     * @param owner the owner of the copy's arrays, which determines the device
     * @return the folded network; empty if the backbone is neither {@link Xception} nor {@link
     *     MiniXception}, since its structure is then unknown
     */
    public static Optional<FoldedNetwork> of(Backbone backbone, Block network, NDManager owner) {
        return of(backbone, network, owner, Optional.empty());
    }

    /**
     * Folds a network, as {@link #of(Backbone, Block, NDManager)} does.
     *
     * @param format the format of kernels, biases and feature maps up to the global pooling, loaded
     *     for the owner; empty for float32
     */
    public static Optional<FoldedNetwork> of(
            Backbone backbone, Block network, NDManager owner, Optional<Bfloat16> format) {
        Optional<NumericsProfile> profile = Optional.empty();
        if (backbone instanceof Xception config) {
            profile = Optional.of(config.profile());
        } else if (backbone instanceof MiniXception) {
            profile = Optional.of(NumericsProfile.KERAS);
        }
        return profile.filter(known -> network instanceof StagedBlock)
                .map(known -> new Folder(known, owner, format).fold((StagedBlock) network))
                .map(whole -> new FoldedNetwork(whole, format));
    }

    /**
     * Computes the logits of images; to be called with gradients off.
     *
     * @param images the input of the unfolded network; not closed
     * @return {@code (N, 1)}, attached to the images' manager
     */
    public NDArray forward(NDArray images) {
        return whole.apply(format.map(narrow -> narrow.of(images)).orElse(images));
    }
}
