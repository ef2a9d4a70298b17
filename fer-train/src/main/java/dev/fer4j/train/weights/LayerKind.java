package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Kinds of layers that have weights. */
enum LayerKind {
    CONVOLUTION("convolutions", List.of(WeightRole.KERNEL)),
    SEPARABLE("separable ones", List.of(WeightRole.DEPTHWISE, WeightRole.POINTWISE)),
    NORM(
            "normalizations",
            List.of(WeightRole.GAMMA, WeightRole.BETA, WeightRole.MEAN, WeightRole.VARIANCE)),
    DENSE("dense", List.of(WeightRole.DENSE_KERNEL, WeightRole.BIAS));

    private final String plural;
    private final ImmutableList<WeightRole> roles;

    LayerKind(String plural, List<WeightRole> roles) {
        this.plural = plural;
        this.roles = ImmutableList.copyOf(roles);
    }

    /** Several such layers, in a list of all kinds. */
    String plural() {
        return plural;
    }

    List<WeightRole> roles() {
        return roles;
    }
}
