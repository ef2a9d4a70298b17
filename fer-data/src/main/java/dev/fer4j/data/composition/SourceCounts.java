package dev.fer4j.data.composition;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import java.util.List;

/**
 * The samples of one source in one split.
 *
 * @param total number of images
 * @param interested number of images with the positive label
 * @param recordings number of distinct recordings or series
 * @param participants number of distinct people
 */
public record SourceCounts(int total, int interested, int recordings, int participants) {

    public SourceCounts {
        checkArgument(interested <= total, "%s of %s images are interested", interested, total);
    }

    static SourceCounts of(List<Sample> samples) {
        return new SourceCounts(
                samples.size(),
                (int) samples.stream().filter(s -> s.label() == Label.INTERESTED).count(),
                (int) samples.stream().map(Sample::recording).distinct().count(),
                (int) samples.stream().map(Sample::participant).distinct().count());
    }
}
