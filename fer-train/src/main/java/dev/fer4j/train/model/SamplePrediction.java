package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Sample;

/**
 * What a model says of a sample.
 *
 * @param sample with its true label
 * @param prediction of its image
 */
public record SamplePrediction(Sample sample, ImagePrediction prediction) {

    public SamplePrediction {
        requireNonNull(sample);
        requireNonNull(prediction);
    }
}
