package dev.fer4j.synthesis.network;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import dev.fer4j.synthesis.internal.Scalars;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps latents z to intermediate latents w (Karras et al. 2019, section 2): z is divided by its
 * root mean square, followed by fully connected layers with leaky ReLU and a multiplied learning
 * rate.
 *
 * <p>Parameters: {@code fc0.weight}, {@code fc0.bias}, {@code fc1.weight}, ….
 */
public final class MappingNetwork {

    private static final double EPSILON = 1e-8;

    private final List<Dense> layers = new ArrayList<>();
    private final int zDim;

    MappingNetwork(ParameterScope scope, StyleGan2Config config) {
        this.zDim = config.dimensions().z();
        int in = zDim;
        for (int i = 0; i < config.mapping().layers(); i++) {
            layers.add(
                    Dense.activated(
                            scope.in("fc" + i),
                            in,
                            config.dimensions().w(),
                            config.mapping().rateMultiplier()));
            in = config.dimensions().w();
        }
    }

    /**
     * Maps latents.
     *
     * @param z {@code (N, zDim)}, of any norm
     * @return w, {@code (N, wDim)}; belongs to the manager of z
     */
    public NDArray forward(NDArray z) {
        checkArgument(
                z.getShape().dimension() == 2 && z.getShape().get(1) == zDim,
                "z is %s, expected (N, %s)",
                z.getShape(),
                zDim);
        NDArray w =
                Scratch.keepOnly(
                        z.getManager(),
                        () ->
                                z.mul(
                                        Scalars.inverseRoot(
                                                Scalars.addTo(
                                                        z.square().mean(new int[] {1}, true),
                                                        EPSILON))));
        for (Dense layer : layers) {
            NDArray next = layer.forward(w);
            w.close();
            w = next;
        }
        return w;
    }
}
