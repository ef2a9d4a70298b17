package dev.fer4j.train.loss;

import dev.fer4j.core.Sample;

/**
 * The weight of each sample in the loss and in the scores of every epoch. Copies of a sample have
 * the same weight.
 */
@FunctionalInterface
public interface SampleWeights {

    /**
     * Returns the weight of a sample, finite and at least 0; always the same for the same sample.
     */
    double of(Sample sample);

    /** All weights are 1. */
    static SampleWeights equal() {
        return sample -> 1;
    }
}
