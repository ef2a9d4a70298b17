package dev.fer4j.data.composition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The length of the training list, including copies.
 *
 * @param items number of items in the list: the number of training images, or more with weights
 *     above 1 or a control
 * @param interested number of items with the positive label
 * @param drawn number of items drawn per epoch, which determines the number of updates
 * @param bySource number of items by source, in the condition's order
 */
public record TrainingCounts(int items, int interested, int drawn, Map<String, Integer> bySource) {

    public TrainingCounts {
        bySource = ImmutableMap.copyOf(bySource);
    }

    static TrainingCounts of(TrainingSet set) {
        return new TrainingCounts(
                set.items().size(),
                set.items().stream().mapToInt(item -> item.sample().label().asTarget()).sum(),
                set.drawn(),
                set.items().stream()
                        .collect(
                                groupingBy(
                                        item -> item.sample().source(),
                                        LinkedHashMap::new,
                                        summingInt(item -> 1))));
    }
}
