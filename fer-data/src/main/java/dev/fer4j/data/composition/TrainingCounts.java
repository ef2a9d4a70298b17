package dev.fer4j.data.composition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the training list is, copies counted.
 *
 * @param items places in the list: as many as images in training, or more with weights above 1 and
 *     with controls
 * @param interested places with the positive label
 * @param drawn places that an epoch draws, on which its number of updates depends
 * @param bySource places by source, in the condition's order
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
