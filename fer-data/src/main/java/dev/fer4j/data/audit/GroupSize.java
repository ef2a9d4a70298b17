package dev.fer4j.data.audit;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Sample;
import java.util.Collection;

/**
 * How large a group of samples is. People count most: frames of a recording, and recordings of a
 * person, are not independent observations.
 *
 * @param images samples, each as often as a split uses it
 * @param recordings different recordings or series
 * @param people different participants; a synthetic image counts as its parent's person
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
