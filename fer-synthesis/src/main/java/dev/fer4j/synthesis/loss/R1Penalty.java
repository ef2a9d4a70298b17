package dev.fer4j.synthesis.loss;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.fer4j.synthesis.internal.DifferentiableGradient;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.network.Discriminator;

/**
 * R1 regularization (Mescheder et al. 2018; eq. 4): {@code γ/2 · E‖∇D(x)‖²} on real images.
 *
 * <p>The gradient with respect to the images is computed without touching those of the weights, so
 * that one backward pass from the penalty gives the weights exactly its gradients.
 */
public final class R1Penalty {

    private final DifferentiableGradient gradient;
    private final double gamma;

    /**
     * Creates the penalty for one network.
     *
     * @param manager owns what is loaded for it
     * @param gamma γ, non-negative. Karras et al. (2020b, appendix C) start from {@code 0.0002·R² /
     *     N} for R px and N images per step
     */
    public R1Penalty(NDManager manager, double gamma) {
        checkArgument(
                gamma >= 0 && gamma < Double.POSITIVE_INFINITY,
                "gamma %s is negative or not a number",
                gamma);
        this.gradient = new DifferentiableGradient(manager);
        this.gamma = gamma;
    }

    /** The default of γ: {@code 0.0002·resolution² / batch}. */
    public static double usualGamma(int resolution, int batch) {
        return 0.0002 * resolution * resolution / batch;
    }

    /**
     * Computes the penalty, to be differentiated with respect to the discriminator's parameters.
     *
     * @param images real images, {@code (N, 3, R, R)}; gradients must be on in this thread
     * @return a scalar; belongs to the images' manager
     */
    public NDArray of(Discriminator discriminator, NDArray images) {
        NDManager owner = images.getManager();
        NDArray input = images.stopGradient();
        input.setRequiresGradient(true);
        try (input;
                NDArray logits = discriminator.forward(input);
                NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            NDArray slope = gradient.of(logits.sum(), input);
            // The mean over images of the sum over pixels. A double would promote the scalar to
            // double.
            float factor = (float) (gamma / 2 / images.getShape().get(0));
            NDArray penalty = Scalars.times(slope.square().sum(), factor);
            NDScope.unregister(penalty);
            penalty.attach(owner);
            return penalty;
        }
    }
}
