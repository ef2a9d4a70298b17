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
 * How evenly the images of a split are spread over people.
 *
 * @param source the source; empty for all of the split's sources together
 * @param people different participants
 * @param fewest images of the person who has fewest
 * @param median images of a person
 * @param most images of the person who has most
 * @param largestShare the share of all images that this person has, above 0 and up to 1
 * @param onlyInterested people all of whose images have the positive label
 * @param onlyNotInterested people all of whose images have the other label
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

    /** The split as a whole, then each of its sources in alphabetical order. */
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
