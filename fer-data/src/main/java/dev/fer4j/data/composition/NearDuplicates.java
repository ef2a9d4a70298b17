package dev.fer4j.data.composition;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Pairs of images in different splits that show the same picture with different bytes: re-encoded
 * with loss, resized or brightened.
 *
 * <p>Two images are near-duplicates if their hashes differ in at most {@value #MAX_DISTANCE} of 64
 * bits and their thumbnails correlate with at least {@value #MIN_CORRELATION}. The hash finds
 * candidates fast; the correlation, taken over all 1,024 pixels, rejects different images whose
 * hashes happen to be close: similarly framed faces of different people do, with correlations of up
 * to 0.954 in a million pairs of drawn faces, whereas re-encoded copies of a picture remain above
 * 0.99. Mirrored, rotated and strongly cropped copies are not found, nor are copies of an image of
 * uniform luma. Files with identical bytes are not counted here but as {@link
 * LeakageKind#IDENTICAL_FILE}.
 *
 * <p>Every image is compared with all images of the other splits: 50 million pairs for 13,000
 * images.
 *
 * @param images the number of images compared
 * @param found the number of pairs found
 * @param pairs the pairs, by split and then in the samples' order; at most the first {@value
 *     #LISTED}
 */
public record NearDuplicates(int images, long found, List<Pair> pairs) {

    /** The largest Hamming distance of two hashes of the same picture. */
    public static final int MAX_DISTANCE = 8;

    /** The smallest correlation of two thumbnails of the same picture. */
    public static final double MIN_CORRELATION = 0.98;

    /** The maximum number of pairs listed; a video in two splits may have millions. */
    public static final int LISTED = 1000;

    /**
     * Two images that show the same picture.
     *
     * @param first the id of the sample in the earlier split
     * @param firstSplit the earlier split
     * @param second the id of the sample in the later split
     * @param secondSplit the later split
     * @param distance Hamming distance of their hashes, 0 to {@value #MAX_DISTANCE}
     * @param correlation the correlation of their thumbnails, {@value #MIN_CORRELATION} to 1
     */
    public record Pair(
            String first,
            Split firstSplit,
            String second,
            Split secondSplit,
            int distance,
            double correlation) {

        public Pair {
            requireNonNull(first);
            requireNonNull(firstSplit);
            requireNonNull(second);
            requireNonNull(secondSplit);
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%s in %s and %s in %s (distance %d, correlation %.3f)",
                    first,
                    firstSplit.id(),
                    second,
                    secondSplit.id(),
                    distance,
                    correlation);
        }
    }

    public NearDuplicates {
        pairs = List.copyOf(pairs);
    }

    /** Whether two images show the same picture. */
    public static boolean match(ImageFingerprint a, ImageFingerprint b) {
        return a.distance(b) <= MAX_DISTANCE && a.correlation(b) >= MIN_CORRELATION;
    }

    /**
     * Compares the images of each split with those of the other splits.
     *
     * @param samples the samples of each split
     * @param fingerprints returns the fingerprint of a sample; called once for each sample
     */
    public static NearDuplicates find(
            Map<Split, List<Sample>> samples, Function<Sample, ImageFingerprint> fingerprints) {
        List<Images> splits = new ArrayList<>();
        for (Split split : Split.values()) {
            splits.add(new Images(split, samples.getOrDefault(split, List.of()), fingerprints));
        }
        Search search = new Search();
        for (int i = 0; i < splits.size(); i++) {
            for (int j = i + 1; j < splits.size(); j++) {
                search.compare(splits.get(i), splits.get(j));
            }
        }
        int images = splits.stream().mapToInt(split -> split.samples.size()).sum();
        return new NearDuplicates(images, search.found, search.pairs);
    }

    /** The images of a split. The hashes are contiguous, so that the scan stays in the cache. */
    private static final class Images {

        private final Split split;
        private final List<Sample> samples;
        private final List<ImageFingerprint> prints;
        private final long[] hashes;

        Images(Split split, List<Sample> samples, Function<Sample, ImageFingerprint> source) {
            this.split = split;
            this.samples = List.copyOf(samples);
            this.prints = samples.stream().map(source).toList();
            this.hashes = prints.stream().mapToLong(ImageFingerprint::hash).toArray();
        }
    }

    private static final class Search {

        private final List<Pair> pairs = new ArrayList<>();
        private long found;

        void compare(Images first, Images second) {
            for (int i = 0; i < first.hashes.length; i++) {
                long hash = first.hashes[i];
                for (int j = 0; j < second.hashes.length; j++) {
                    if (Long.bitCount(hash ^ second.hashes[j]) <= MAX_DISTANCE) {
                        confirm(first, i, second, j);
                    }
                }
            }
        }

        private void confirm(Images first, int i, Images second, int j) {
            ImageFingerprint print = first.prints.get(i);
            ImageFingerprint other = second.prints.get(j);
            Sample sample = first.samples.get(i);
            Sample copy = second.samples.get(j);
            if (sample.sha256().equals(copy.sha256()) || !match(print, other)) {
                return;
            }
            found++;
            if (pairs.size() < LISTED) {
                pairs.add(
                        new Pair(
                                sample.id(),
                                first.split,
                                copy.id(),
                                second.split,
                                print.distance(other),
                                print.correlation(other)));
            }
        }
    }
}
