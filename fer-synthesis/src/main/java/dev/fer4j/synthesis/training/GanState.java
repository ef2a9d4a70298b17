package dev.fer4j.synthesis.training;

import static java.util.Objects.requireNonNull;

/**
 * The values from which a training resumes, besides its tensors.
 *
 * @param steps number of completed steps
 * @param augmentation the probability
 * @param signs sum of the signs of real logits over the steps since the probability was last
 *     adapted
 * @param signSteps number of these steps
 * @param means of the current row
 * @param networks of optimizers and path lengths
 * @param history the rows so far
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
