package dev.fer4j.synthesis.audit;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.math.StatsAccumulator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How much the images made from one parent differ from each other: the mean Euclidean distance
 * between the features of two of them. If it is close to the distance between two frames of one
 * recording, the images are little more than repetitions of their parent.
 *
 * @param byParent mean distance by parent, for parents with at least two images, in alphabetical
 *     order
 * @param frames mean distance of two real images of one recording; empty if there are none
 * @param people mean distance of two real images of different recordings; empty if there are none
 */
public record ParentDiversity(
        Map<String, Double> byParent, Optional<Double> frames, Optional<Double> people) {

    public ParentDiversity {
        byParent = ImmutableSortedMap.copyOf(byParent);
    }

    /**
     * Computes the means.
     *
     * @param parentOf the recording that a generated image was made from, by image id
     * @param recordingOf the recording of a real image, by image id
     */
    public static ParentDiversity of(
            ImageFeatures generated,
            UnaryOperator<String> parentOf,
            ImageFeatures real,
            UnaryOperator<String> recordingOf) {
        Map<String, StatsAccumulator> siblings = new TreeMap<>();
        pairs(
                generated,
                parentOf,
                (one, other, distance) -> {
                    if (one.equals(other)) {
                        siblings.computeIfAbsent(one, p -> new StatsAccumulator()).add(distance);
                    }
                });
        StatsAccumulator within = new StatsAccumulator();
        StatsAccumulator between = new StatsAccumulator();
        pairs(
                real,
                recordingOf,
                (one, other, distance) -> (one.equals(other) ? within : between).add(distance));
        Map<String, Double> byParent = new TreeMap<>();
        siblings.forEach((parent, distances) -> byParent.put(parent, distances.mean()));
        return new ParentDiversity(byParent, mean(within), mean(between));
    }

    /** The mean over parents; empty if no parent has two images. */
    public Optional<Double> mean() {
        return byParent.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        byParent.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow());
    }

    private static Optional<Double> mean(StatsAccumulator distances) {
        return distances.count() == 0 ? Optional.empty() : Optional.of(distances.mean());
    }

    @FunctionalInterface
    private interface PairVisitor {
        void visit(String one, String other, double distance);
    }

    private static void pairs(
            ImageFeatures set, UnaryOperator<String> groupOf, PairVisitor visitor) {
        String[] groups = set.images().stream().map(groupOf).toArray(String[]::new);
        Neighbours.forEach(
                set,
                set,
                (image, distances) -> {
                    for (int j = image + 1; j < distances.length; j++) {
                        visitor.visit(groups[image], groups[j], distances[j]);
                    }
                });
    }
}
