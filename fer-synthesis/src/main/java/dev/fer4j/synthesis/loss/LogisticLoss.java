package dev.fer4j.synthesis.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.nn.Activation;

/**
 * The non-saturating logistic loss (Goodfellow et al. 2014), with {@code f(x) = log(1 + eˣ)}
 * computed without overflow.
 *
 * <p>Logits are {@code (N, 1)}, high for real images; results are scalars that belong to the
 * manager of the first logits.
 */
public final class LogisticLoss {

    private LogisticLoss() {}

    /** The generator's loss: the mean of {@code f(−D(G(z)))}. */
    public static NDArray ofGenerator(NDArray generated) {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            return kept(Activation.softPlus(generated.neg()).mean(), generated);
        }
    }

    /** The discriminator's loss: the mean of {@code f(D(G(z)))} plus that of {@code f(−D(x))}. */
    public static NDArray ofDiscriminator(NDArray generated, NDArray real) {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            NDArray ofGenerated = Activation.softPlus(generated).mean();
            NDArray ofReal = Activation.softPlus(real.neg()).mean();
            return kept(ofGenerated.add(ofReal), generated);
        }
    }

    private static NDArray kept(NDArray result, NDArray owner) {
        NDScope.unregister(result);
        result.attach(owner.getManager());
        return result;
    }
}
