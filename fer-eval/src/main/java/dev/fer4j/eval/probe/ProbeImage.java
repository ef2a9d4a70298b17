package dev.fer4j.eval.probe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import java.util.List;

/**
 * An image for the probe of whether sources can be recognized.
 *
 * @param sample the sample's id
 * @param label its class: sources are told apart within a class
 * @param participant its person, for a synthetic image that of its parent
 * @param features its features, for example {@link ImageStatistics}; finite, the same number for
 *     every image
 */
public record ProbeImage(
        String sample,
        String source,
        Label label,
        String participant,
        String recording,
        List<Double> features) {

    public ProbeImage {
        requireNonNull(sample);
        requireNonNull(source);
        requireNonNull(label);
        requireNonNull(participant);
        requireNonNull(recording);
        features = ImmutableDoubleArray.copyOf(features).asList();
        checkArgument(!features.isEmpty(), "sample %s has no features", sample);
        checkArgument(
                features.stream().allMatch(Double::isFinite),
                "sample %s has a feature that is not finite: %s",
                sample,
                features);
    }

    /** A sample with its features. */
    public static ProbeImage of(Sample sample, double... features) {
        return new ProbeImage(
                sample.id(),
                sample.source(),
                sample.label(),
                sample.participant(),
                sample.recording(),
                Doubles.asList(features));
    }
}
