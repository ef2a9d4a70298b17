package dev.fer4j.train.loss;

import dev.fer4j.core.Sample;

/**
 * How much each sample counts in the loss and in the scores of every epoch. Copies of a sample
 * count alike.
 */
@FunctionalInterface
public interface SampleWeights {

    /** The weight of a sample, 0 or more and finite; the same whenever it is requested. */
    double of(Sample sample);

    /** All count 1. */
    static SampleWeights equal() {
        return sample -> 1;
    }
}
