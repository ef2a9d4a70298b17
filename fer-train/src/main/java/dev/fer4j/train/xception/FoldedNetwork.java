package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.StagedBlock;
import java.util.Optional;

/**
 * A copy of a network for inference only, without batch normalization: what that does to the
 * outputs of the convolution before it, the convolution's own numbers do. With the channel's scale
 * {@code s = γ / √(σ² + ε)} its kernel becomes {@code s · W} and its bias {@code β − s · μ}; in a
 * separable convolution that is the pointwise one. Folded in double precision, kept as float32.
 *
 * <p>Kernels are kept channels-last. An array is freed as soon as the next one is computed from it,
 * so that its memory can be reused. Nothing changes here after construction: a network is safe for
 * use by several threads.
 */
public final class FoldedNetwork {

    private final InferenceStep whole;

    private FoldedNetwork(InferenceStep whole) {
        this.whole = whole;
    }

    /**
     * Folds a network. It is copied, and may change or be closed afterwards.
     *
     * @param backbone that built it
     * @param network initialized
     * @param owner of the copy's arrays, whose device computes
     * @return empty if the backbone is neither {@link Xception} nor {@link MiniXception}, since
     *     then it is not known how its parts are connected
     */
    public static Optional<FoldedNetwork> of(Backbone backbone, Block network, NDManager owner) {
        Optional<NumericsProfile> profile = Optional.empty();
        if (backbone instanceof Xception config) {
            profile = Optional.of(config.profile());
        } else if (backbone instanceof MiniXception) {
            profile = Optional.of(NumericsProfile.KERAS);
        }
        return profile.filter(known -> network instanceof StagedBlock)
                .map(known -> new Folder(known, owner).fold((StagedBlock) network))
                .map(FoldedNetwork::new);
    }

    /**
     * Logits of images, to be called with gradients off.
     *
     * @param images as the unfolded network takes them; they stay open
     * @return {@code (N, 1)}, attached to the images' manager
     */
    public NDArray forward(NDArray images) {
        return whole.apply(images);
    }
}
