package dev.fer4j.synthesis.audit;

/**
 * How densely generated images lie where real ones do, and how much of the real ones they reach
 * (Naeem et al., "Reliable fidelity and diversity metrics for generative models", ICML 2020,
 * equations 4 and 5). Around each real image lies the ball that reaches to its k-th nearest other
 * real image.
 *
 * @param density in how many of these balls a generated image lies on average, over k; about 1 if
 *     both sets come from one distribution, and more where real images lie dense
 * @param coverage share of the balls in which a generated image lies; in [0, 1]
 * @param k which neighbour
 */
public record DensityCoverage(double density, double coverage, int k) {

    /** The paper's choice. */
    public static final int NEIGHBOUR = 5;

    /**
     * Computes both.
     *
     * @param k 1 or more, and less than the number of real images
     */
    public static DensityCoverage of(ImageFeatures real, ImageFeatures generated, int k) {
        double[] radii = Neighbours.radii(real, k);
        int[] inBall = new int[real.size()];
        Neighbours.forEach(
                real,
                generated,
                (image, distances) -> {
                    for (double distance : distances) {
                        inBall[image] += distance <= radii[image] ? 1 : 0;
                    }
                });
        double sum = 0;
        double covered = 0;
        for (int count : inBall) {
            sum += count;
            covered += count > 0 ? 1 : 0;
        }
        return new DensityCoverage(sum / ((double) k * generated.size()), covered / real.size(), k);
    }
}
