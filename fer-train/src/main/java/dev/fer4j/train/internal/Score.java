package dev.fer4j.train.internal;

import com.google.common.primitives.Booleans;
import dev.fer4j.eval.calibration.LogLoss;
import dev.fer4j.eval.metric.RocCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weighted loss, accuracy and ROC AUC over samples. The same samples in the same order give
 * bit-identical results.
 */
public final class Score {

    /**
     * A sample's logit, target and weight.
     *
     * @param target share of the positive class; the class with the larger share is the true one
     * @param weight weight of the sample, 0 or more
     */
    public record Entry(float logit, float target, float weight) {
        boolean isPositive() {
            return target >= 0.5;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private double lossSum;
    private double right;
    private double weights;

    public void add(Entry entry) {
        entries.add(entry);
        double weight = entry.weight();
        lossSum += weight * LogLoss.ofLogit(entry.logit(), entry.target());
        right += (entry.logit() >= 0) == entry.isPositive() ? weight : 0;
        weights += weight;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Whether all logits, and therefore the losses, are finite. */
    public boolean isFinite() {
        return entries.stream().allMatch(entry -> Float.isFinite(entry.logit()));
    }

    public double loss() {
        return lossSum / weights;
    }

    public double accuracy() {
        return right / weights;
    }

    /** The area under the ROC curve; empty if one class is missing or a logit is not finite. */
    public Optional<Double> auc() {
        if (!isFinite()) {
            return Optional.empty();
        }
        boolean[] positives = Booleans.toArray(entries.stream().map(Entry::isPositive).toList());
        double[] logits = entries.stream().mapToDouble(Entry::logit).toArray();
        return RocCurve.of(positives, logits)
                .auc(entries.stream().mapToDouble(Entry::weight).toArray())
                .value();
    }
}
