package dev.fer4j.core;

import java.util.List;

/**
 * A model's predictions for one split: the only input of evaluation.
 *
 * @param all one prediction for each sample, in a fixed order
 */
public record Predictions(List<Prediction> all) {

    public Predictions {
        all = List.copyOf(all);
    }

    /** The number of predictions. */
    public int size() {
        return all.size();
    }

    /** For each prediction, whether the true label is {@link Label#POSITIVE}. */
    public boolean[] positives() {
        boolean[] positives = new boolean[all.size()];
        for (int i = 0; i < positives.length; i++) {
            positives[i] = all.get(i).label() == Label.POSITIVE;
        }
        return positives;
    }

    /** For each prediction, the probability of {@link Label#POSITIVE}. */
    public double[] probabilities() {
        return all.stream().mapToDouble(Prediction::probability).toArray();
    }
}
