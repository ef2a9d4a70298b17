package dev.fer4j.data.audit;

import static java.util.stream.Collectors.groupingBy;

import com.google.common.math.Quantiles;
import dev.fer4j.core.design.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The distribution of a split's images over people.
 *
 * @param source the source; empty for all of the split's sources together
 * @param people number of distinct participants
 * @param fewest smallest number of images of a person
 * @param median the median number of images of a person
 * @param most largest number of images of a person
 * @param largestShare the share of all images that belong to the person with the most, above 0 and
 *     at most 1
 * @param onlyInterested number of people all of whose images have the positive label
 * @param onlyNotInterested number of people all of whose images have the negative label
 */
public record PeopleSummary(
        Split split,
        Optional<String> source,
        int people,
        int fewest,
        double median,
        int most,
        double largestShare,
        int onlyInterested,
        int onlyNotInterested) {

    /** Summarizes the whole split, then each of its sources in alphabetical order. */
    static List<PeopleSummary> all(Split split, List<PersonCount> counts) {
        List<PeopleSummary> summaries = new ArrayList<>();
        summaries.add(of(split, Optional.empty(), counts));
        counts.stream()
                .collect(groupingBy(PersonCount::source, TreeMap::new, Collectors.toList()))
                .forEach((source, some) -> summaries.add(of(split, Optional.of(source), some)));
        return List.copyOf(summaries);
    }

    private static PeopleSummary of(
            Split split, Optional<String> source, List<PersonCount> counts) {
        Map<String, List<PersonCount>> byPerson =
                counts.stream().collect(groupingBy(PersonCount::participant));
        List<Integer> images = byPerson.values().stream().map(PeopleSummary::images).toList();
        int total = images.stream().mapToInt(n -> n).sum();
        int most = images.stream().mapToInt(n -> n).max().orElseThrow();
        int onlyInterested = 0;
        int onlyNotInterested = 0;
        for (List<PersonCount> person : byPerson.values()) {
            int interested = person.stream().mapToInt(PersonCount::interested).sum();
            onlyInterested += interested == images(person) ? 1 : 0;
            onlyNotInterested += interested == 0 ? 1 : 0;
        }
        return new PeopleSummary(
                split,
                source,
                byPerson.size(),
                images.stream().mapToInt(n -> n).min().orElseThrow(),
                Quantiles.median().compute(images),
                most,
                (double) most / total,
                onlyInterested,
                onlyNotInterested);
    }

    private static int images(Collection<PersonCount> person) {
        return person.stream().mapToInt(PersonCount::images).sum();
    }
}
