package dev.fer4j.eval.probe;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** Standardizes features to mean 0 and standard deviation 1 over the training images. */
final class Standardized {

    private final double[] mean;
    private final double[] deviation;

    Standardized(List<ProbeImage> learned) {
        int features = learned.get(0).features().size();
        mean = new double[features];
        deviation = new double[features];
        for (int j = 0; j < features; j++) {
            SummaryStatistics statistics = new SummaryStatistics();
            for (ProbeImage image : learned) {
                statistics.addValue(image.features().get(j));
            }
            mean[j] = statistics.getMean();
            deviation[j] = Math.sqrt(statistics.getPopulationVariance());
        }
    }

    /** A feature that is constant over the training images is uninformative and becomes 0. */
    double[] of(ProbeImage image) {
        double[] standardized = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            standardized[j] =
                    deviation[j] == 0 ? 0 : (image.features().get(j) - mean[j]) / deviation[j];
        }
        return standardized;
    }
}
