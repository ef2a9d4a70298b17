package dev.fer4j.synthesis.audit;

/**
 * How densely generated images lie where real ones do, and how many of the real ones they reach
 * (Naeem et al., "Reliable fidelity and diversity metrics for generative models", ICML 2020,
 * equations 4 and 5). Each real image has a ball around it that extends to its k-th nearest other
 * real image.
 *
 * @param density the mean number of balls that contain a generated image, divided by k; about 1 if
 *     both sets come from one distribution, larger if generated images concentrate where real ones
 *     are dense
 * @param coverage share of balls that contain a generated image, in [0, 1]
 * @param k which neighbour determines the radius
 */
public record DensityCoverage(double density, double coverage, int k) {

    /** The k of the paper. */
    public static final int NEIGHBOUR = 5;

    /**
     * Computes density and coverage.
     *
     * @param k at least 1, and less than the number of real images
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
