package dev.fer4j.train.xception;

/**
 * Whose numbers an Xception has. Both have the same parameters and the same sizes of feature maps,
 * and weights of one run in the other, with other logits.
 */
public enum NumericsProfile {
    /**
     * The Keras application: ε 0.001 and momentum 0.99 in batch normalization; max-pooling pads an
     * odd size on both sides and an even one at its end only ("same"); kernels start Glorot
     * uniform.
     *
     * <p>Running variances are of the unbiased kind, n / (n − 1), as they are in Keras 2 on
     * TensorFlow, whose fused kernel corrects them; Keras 3 takes the biased one. With hundreds of
     * values for each channel the difference is below 1 %.
     */
    KERAS(1e-3, 0.99),

    /**
     * timm's {@code legacy_xception}, which is what the PyTorch world loads: ε 1e-5 and, in Keras's
     * sense, momentum 0.9 (0.1 in PyTorch's); max-pooling pads 1 on all sides; kernels start normal
     * with the deviation √(2 / fan out) (He et al. 2015), the logit's weight and bias uniform in
     * ±1/√(fan in). Unlike timm's, which computes dropout and throws it away, ours drops.
     */
    TIMM(1e-5, 0.9);

    private final double batchNormEpsilon;
    private final double batchNormMomentum;

    NumericsProfile(double batchNormEpsilon, double batchNormMomentum) {
        this.batchNormEpsilon = batchNormEpsilon;
        this.batchNormMomentum = batchNormMomentum;
    }

    /** What is added to variances. */
    public double batchNormEpsilon() {
        return batchNormEpsilon;
    }

    /** The share of the old value in a running statistic, unless a configuration says otherwise. */
    public double batchNormMomentum() {
        return batchNormMomentum;
    }
}
