package dev.fer4j.train.xception;

/**
 * The numerical conventions of an Xception. Parameters and sizes of feature maps are the same in
 * both profiles; weights of one can be used in the other, but give different logits.
 */
public enum NumericsProfile {
    /**
     * The Keras application: ε 0.001 and momentum 0.99 in batch normalization; max-pooling pads odd
     * sizes on both sides and even sizes at the end only ("same"); kernels are initialized Glorot
     * uniform.
     *
     * <p>Running variances are unbiased, n / (n − 1), as in Keras 2 on TensorFlow, whose fused
     * kernel corrects them; Keras 3 uses biased variances. With hundreds of values per channel the
     * difference is below 1 %.
     */
    KERAS(1e-3, 0.99),

    /**
     * timm's {@code legacy_xception}, the common implementation for PyTorch: ε 1e-5 and momentum
     * 0.9 in the sense of Keras (0.1 in that of PyTorch); max-pooling pads 1 on all sides; kernels
     * are initialized normal with standard deviation √(2 / fan out) (He et al. 2015), the logit's
     * weight and bias uniform in ±1/√(fan in). Unlike in timm, which discards the result of
     * dropout, dropout takes effect here.
     */
    TIMM(1e-5, 0.9);

    private final double batchNormEpsilon;
    private final double batchNormMomentum;

    NumericsProfile(double batchNormEpsilon, double batchNormMomentum) {
        this.batchNormEpsilon = batchNormEpsilon;
        this.batchNormMomentum = batchNormMomentum;
    }

    /** The constant added to variances. */
    public double batchNormEpsilon() {
        return batchNormEpsilon;
    }

    /** The default weight of the old value in running statistics. */
    public double batchNormMomentum() {
        return batchNormMomentum;
    }
}
