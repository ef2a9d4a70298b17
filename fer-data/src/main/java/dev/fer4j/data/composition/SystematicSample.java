package dev.fer4j.data.composition;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparing;

import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Systematic sampling of images without replacement: images are sorted by source, label, person and
 * recording, in random order within each, and every n/k-th image is drawn from a random start (W.
 * G. Cochran, "Sampling Techniques", 1977, chapter 8).
 *
 * <p>All images are therefore equally likely, and each source, each label within it, each person
 * within that and each of their recordings is represented in proportion, rounded down or up. The
 * order depends on ids, not on positions in the list, so that the draw is the same for the same
 * images in a different order.
 */
final class SystematicSample {

    /** The sort key of an image; people, recordings and images are sorted by random numbers. */
    private record Key(
            int place, String source, Label label, long participant, long recording, long image) {

        static final Comparator<Key> ORDER =
                comparing(Key::source)
                        .thenComparing(Key::label)
                        .thenComparingLong(Key::participant)
                        .thenComparingLong(Key::recording)
                        .thenComparingLong(Key::image)
                        .thenComparingInt(Key::place);

        static Key of(int place, Sample sample, Seed seed) {
            return new Key(
                    place,
                    sample.source(),
                    sample.label(),
                    seed.derive("participant " + sample.participant()).value(),
                    seed.derive("recording " + sample.recording()).value(),
                    seed.derive("image " + sample.id()).value());
        }
    }

    private SystematicSample() {}

    /**
     * Draws a sample.
     *
     * @param samples the list to draw from, which may contain a sample more than once
     * @param count the number of images to draw, at most the size of the list
     * @return indices in the list, ascending
     */
    static List<Integer> places(List<Sample> samples, int count, Seed seed) {
        int all = samples.size();
        checkArgument(0 <= count && count <= all, "%s of %s cannot be drawn", count, all);
        if (count == 0 || count == all) {
            return IntStream.range(0, count).boxed().toList();
        }
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            keys.add(Key.of(i, samples.get(i), seed));
        }
        keys.sort(Key.ORDER);
        long start = seed.derive("start").generator().nextInt(all);
        return IntStream.range(0, count)
                .map(i -> keys.get((int) (((long) i * all + start) / count)).place())
                .sorted()
                .boxed()
                .toList();
    }
}
