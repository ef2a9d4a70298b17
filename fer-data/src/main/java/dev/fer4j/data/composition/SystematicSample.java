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
 * Draws some of a list of images without replacement: sorted by source, label, person and
 * recording, in a random order within each, every n/k-th image from a random start (systematic
 * sampling; W. G. Cochran, "Sampling Techniques", 1977, chapter 8).
 *
 * <p>So each image is as likely as any other, and each source, each label in it, each person in
 * that and each recording of theirs gets its share of the draw, rounded down or up. The order comes
 * from ids, not from places: it is the same for the same images in another order.
 */
final class SystematicSample {

    /** What an image is sorted by; people, recordings and images by random numbers of theirs. */
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
     * Draws.
     *
     * @param samples a sample may stand in it more than once
     * @param count how many are drawn, 0 to all of them
     * @return places in the list, ascending
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
