package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Kinds of layers that have weights. */
enum LayerKind {
    CONVOLUTION(List.of(WeightRole.KERNEL)),
    SEPARABLE(List.of(WeightRole.DEPTHWISE, WeightRole.POINTWISE)),
    NORM(List.of(WeightRole.GAMMA, WeightRole.BETA, WeightRole.MEAN, WeightRole.VARIANCE)),
    DENSE(List.of(WeightRole.DENSE_KERNEL, WeightRole.BIAS));

    private final ImmutableList<WeightRole> roles;

    LayerKind(List<WeightRole> roles) {
        this.roles = ImmutableList.copyOf(roles);
    }

    List<WeightRole> roles() {
        return roles;
    }
}
