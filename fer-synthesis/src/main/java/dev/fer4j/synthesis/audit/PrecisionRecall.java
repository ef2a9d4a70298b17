package dev.fer4j.synthesis.audit;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many generated images look real, and how many real ones could have been generated
 * (Kynkäänniemi et al., "Improved precision and recall metric for assessing generative models",
 * NeurIPS 2019). A set covers what lies within the distance of one of its images to its k-th
 * nearest other image. Outliers cover much; {@link DensityCoverage} suffers less from them.
 *
 * @param precision share of generated images that the real ones cover
 * @param recall share of real images that the generated ones cover
 * @param k which neighbour
 */
public record PrecisionRecall(double precision, double recall, int k) {

    /** The paper's choice. */
    public static final int NEIGHBOUR = 3;

    /**
     * Computes both.
     *
     * @param k 1 or more, and fewer than either set has images
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
