package dev.fer4j.synthesis.audit;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many generated images look real, and how many real ones could have been generated
 * (Kynkäänniemi et al., "Improved precision and recall metric for assessing generative models",
 * NeurIPS 2019). A set covers the union of the balls around its images that extend to the k-th
 * nearest other image. Outliers have large balls; {@link DensityCoverage} is more robust against
 * them.
 *
 * @param precision share of generated images that the real ones cover
 * @param recall share of real images that the generated ones cover
 * @param k which neighbour determines the radius
 */
public record PrecisionRecall(double precision, double recall, int k) {

    /** The k of the paper. */
    public static final int NEIGHBOUR = 3;

    /**
     * Computes precision and recall.
     *
     * @param k at least 1, and less than the number of images of either set
     */
    public static PrecisionRecall of(ImageFeatures real, ImageFeatures generated, int k) {
        return new PrecisionRecall(covered(generated, real, k), covered(real, generated, k), k);
    }

    private static double covered(ImageFeatures images, ImageFeatures by, int k) {
        double[] radii = Neighbours.radii(by, k);
        AtomicInteger count = new AtomicInteger();
        Neighbours.forEach(
                images,
                by,
                (image, distances) -> {
                    for (int j = 0; j < distances.length; j++) {
                        if (distances[j] <= radii[j]) {
                            count.incrementAndGet();
                            return;
                        }
                    }
                });
        return (double) count.get() / images.size();
    }
}
