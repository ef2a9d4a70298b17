package dev.fer4j.data.composition;

import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The samples of one split.
 *
 * @param total number of images
 * @param interested number of images with the positive label
 * @param recordings number of distinct recordings or series; the synthetic images of a recording
 *     form a separate series
 * @param participants number of distinct people; a synthetic image counts for its parent's person
 * @param bySource the same counts by source, in the condition's order
 */
public record SplitCounts(
        int total,
        int interested,
        int recordings,
        int participants,
        Map<String, SourceCounts> bySource) {

    public SplitCounts {
        bySource = ImmutableMap.copyOf(bySource);
    }

    static SplitCounts of(List<Sample> samples) {
        SourceCounts all = SourceCounts.of(samples);
        Map<String, SourceCounts> bySource = new LinkedHashMap<>();
        samples.stream()
                .collect(groupingBy(Sample::source, LinkedHashMap::new, Collectors.toList()))
                .forEach((source, some) -> bySource.put(source, SourceCounts.of(some)));
        return new SplitCounts(
                all.total(), all.interested(), all.recordings(), all.participants(), bySource);
    }

    /** Share of the positive label, 0 to 1: the PR AUC of a classifier without skill. */
    public double prevalence() {
        return (double) interested / total;
    }
}
