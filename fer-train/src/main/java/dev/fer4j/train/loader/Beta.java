package dev.fer4j.train.loader;

import java.util.random.RandomGenerator;

/**
 * The symmetric beta distribution, sampled by two gamma variates (Marsaglia and Tsang, ACM TOMS 26,
 * 2000).
 *
 * @param alpha both shape parameters, above 0
 */
record Beta(double alpha) {

    /** A draw in [0, 1]. */
    double draw(RandomGenerator random) {
        // Computed with logarithms, since the variates underflow for small parameters.
        double one = logGamma(random);
        double other = logGamma(random);
        return 1 / (1 + Math.exp(other - one));
    }

    private double logGamma(RandomGenerator random) {
        // Gamma(a) = Gamma(a + 1) · U^(1/a) makes the method below valid for any a > 0.
        double d = alpha + 1 - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0) {
                double u = 1 - random.nextDouble();
                if (Math.log(u) < x * x / 2 + d - d * v + d * Math.log(v)) {
                    return Math.log(d * v) + Math.log(1 - random.nextDouble()) / alpha;
                }
            }
        }
    }
}
