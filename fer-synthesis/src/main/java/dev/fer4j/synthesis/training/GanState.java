package dev.fer4j.synthesis.training;

import static java.util.Objects.requireNonNull;

/**
 * The numbers from which a training resumes, besides its tensors.
 *
 * @param steps how many steps were made
 * @param augmentation the probability
 * @param signs sum of the signs of real logits over the steps since the probability was adapted
 * @param signSteps how many steps these were
 * @param means of the row that is under way
 * @param networks of optimizers and path lengths
 * @param history its rows so far
 */
record GanState(
        long steps,
        double augmentation,
        double signs,
        int signSteps,
        RowMeans means,
        GanNetworks.Numbers networks,
        GanHistory history) {

    GanState {
        requireNonNull(means);
        requireNonNull(networks);
        requireNonNull(history);
    }
}
