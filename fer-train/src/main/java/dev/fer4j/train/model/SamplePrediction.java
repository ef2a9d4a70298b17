package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Sample;

/**
 * The prediction for a sample.
 *
 * @param sample the sample with its true label
 * @param prediction the prediction for its image
 */
public record SamplePrediction(Sample sample, ImagePrediction prediction) {

    public SamplePrediction {
        requireNonNull(sample);
        requireNonNull(prediction);
    }
}
