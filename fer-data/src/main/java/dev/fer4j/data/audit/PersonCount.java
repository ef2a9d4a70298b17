package dev.fer4j.data.audit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The samples that one person contributes to a split through one source.
 *
 * @param split the split that uses them
 * @param source the source's name
 * @param participant the person; synthetic images belong to their parent's person
 * @param images number of samples
 * @param recordings number of distinct recordings or series
 * @param interested number of samples with the positive label
 */
public record PersonCount(
        Split split,
        String source,
        String participant,
        int images,
        int recordings,
        int interested) {

    /** Counts for everyone in a split, by source and then name, both in alphabetical order. */
    static List<PersonCount> all(Split split, List<Sample> samples) {
        return samples.stream()
                .collect(
                        groupingBy(
                                sample -> List.of(sample.source(), sample.participant()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .map(some -> of(split, some))
                .sorted(comparing(PersonCount::source).thenComparing(PersonCount::participant))
                .toList();
    }

    private static PersonCount of(Split split, List<Sample> samples) {
        GroupSize size = GroupSize.of(samples);
        return new PersonCount(
                split,
                samples.get(0).source(),
                samples.get(0).participant(),
                size.images(),
                size.recordings(),
                samples.stream().mapToInt(sample -> sample.label().asTarget()).sum());
    }
}
