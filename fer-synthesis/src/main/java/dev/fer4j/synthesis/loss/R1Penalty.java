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
 * <p>The gradient by the images is computed without touching those of weights, so that one backward
 * pass from the penalty leaves exactly its gradients there.
 */
public final class R1Penalty {

    private final DifferentiableGradient gradient;
    private final double gamma;

    /**
     * For one network.
     *
     * @param manager owns what is loaded for it
     * @param gamma γ, 0 or more. Karras et al. (2020b, appendix C) take {@code 0.0002·R² / N} for R
     *     px and N images a step where nothing better is known
     */
    public R1Penalty(NDManager manager, double gamma) {
        checkArgument(
                gamma >= 0 && gamma < Double.POSITIVE_INFINITY,
                "gamma %s is negative or not a number",
                gamma);
        this.gradient = new DifferentiableGradient(manager);
        this.gamma = gamma;
    }

    /** γ where nothing better is known: {@code 0.0002·resolution² / batch}. */
    public static double usualGamma(int resolution, int batch) {
        return 0.0002 * resolution * resolution / batch;
    }

    /**
     * The penalty, to be differentiated by the discriminator's parameters.
     *
     * @param images real ones, {@code (N, 3, R, R)}; gradients are on in this thread
     * @return a number; belongs to the images' manager
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
            // A mean over images of sums over pixels. A double would make a number a double.
            float factor = (float) (gamma / 2 / images.getShape().get(0));
            NDArray penalty = Scalars.times(slope.square().sum(), factor);
            NDScope.unregister(penalty);
            penalty.attach(owner);
            return penalty;
        }
    }
}
