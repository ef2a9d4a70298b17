package dev.fer4j.train;

import dev.fer4j.train.loss.BinaryCrossEntropy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loss, accuracy and ROC AUC over samples, each counting its weight. Equal samples in equal order
 * give equal bits.
 */
final class Score {

    /**
     * One sample.
     *
     * @param target share of the positive class; the class with the larger share is right
     * @param weight how much it counts, 0 or more
     */
    record Entry(float logit, float target, float weight) {
        boolean isPositive() {
            return target >= 0.5;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private double lossSum;
    private double right;
    private double weights;

    void add(Entry entry) {
        entries.add(entry);
        double weight = entry.weight();
        lossSum += weight * BinaryCrossEntropy.ofLogit(entry.logit(), entry.target());
        right += (entry.logit() >= 0) == entry.isPositive() ? weight : 0;
        weights += weight;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Whether all logits are numbers; losses then are too. */
    boolean isFinite() {
        return entries.stream().allMatch(entry -> Float.isFinite(entry.logit()));
    }

    double loss() {
        return lossSum / weights;
    }

    double accuracy() {
        return right / weights;
    }

    Optional<Double> auc() {
        return RocAuc.of(entries);
    }
}
