package dev.fer4j.train;

import java.util.List;
import java.util.Optional;

/**
 * The area under the ROC curve, as the share of pairs of a positive and a negative sample of which
 * the positive one has the higher score; ties count half, pairs count the product of their weights.
 */
final class RocAuc {

    private RocAuc() {}

    /** The area, in [0, 1]; empty if there is no such pair, or a score is NaN. */
    static Optional<Double> of(List<Score.Entry> entries) {
        List<Score.Entry> sorted =
                entries.stream().sorted((a, b) -> Float.compare(a.logit(), b.logit())).toList();
        double below = 0;
        double positives = 0;
        double wins = 0;
        for (int i = 0; i < sorted.size(); ) {
            double tiedPositives = 0;
            double tiedNegatives = 0;
            float score = sorted.get(i).logit();
            if (Float.isNaN(score)) {
                return Optional.empty();
            }
            for (; i < sorted.size() && sorted.get(i).logit() == score; i++) {
                if (sorted.get(i).isPositive()) {
                    tiedPositives += sorted.get(i).weight();
                } else {
                    tiedNegatives += sorted.get(i).weight();
                }
            }
            wins += tiedPositives * (below + tiedNegatives / 2);
            positives += tiedPositives;
            below += tiedNegatives;
        }
        return positives * below > 0 ? Optional.of(wins / (positives * below)) : Optional.empty();
    }
}
