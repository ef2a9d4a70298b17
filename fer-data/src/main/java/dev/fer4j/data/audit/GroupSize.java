package dev.fer4j.data.audit;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Sample;
import java.util.Collection;

/**
 * The size of a group of samples. The number of people matters most: frames of a recording, and
 * recordings of a person, are not independent observations.
 *
 * @param images number of samples, each counted as often as a split uses it
 * @param recordings number of distinct recordings or series
 * @param people number of distinct participants; a synthetic image counts for its parent's
 *     participant
 */
public record GroupSize(int images, int recordings, int people) {

    public GroupSize {
        checkArgument(
                recordings >= 0 && recordings <= images && people >= 0 && people <= images,
                "%s images of %s recordings of %s people",
                images,
                recordings,
                people);
    }

    static GroupSize of(Collection<Sample> samples) {
        return new GroupSize(
                samples.size(),
                (int) samples.stream().map(Sample::recording).distinct().count(),
                (int) samples.stream().map(Sample::participant).distinct().count());
    }
}
