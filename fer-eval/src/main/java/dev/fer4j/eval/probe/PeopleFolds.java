package dev.fer4j.eval.probe;

import static java.util.Comparator.comparingLong;

import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Assigns people to disjoint folds. People with images of the same sources are assigned in turn, so
 * every source is spread over the folds as evenly as possible.
 */
final class PeopleFolds {

    private final Map<String, Integer> folds = new HashMap<>();

    /**
     * Assigns people.
     *
     * @param sources the sources of each person, by the person's id
     * @param count the number of folds
     * @param seed the seed of the order of people
     */
    PeopleFolds(Map<String, Set<String>> sources, int count, Seed seed) {
        Map<String, List<String>> alike = new TreeMap<>();
        for (String person : new TreeSet<>(sources.keySet())) {
            alike.computeIfAbsent(
                            new TreeSet<>(sources.get(person)).toString(), any -> new ArrayList<>())
                    .add(person);
        }
        int next = 0;
        for (List<String> people : alike.values()) {
            people.sort(
                    comparingLong((String person) -> seed.derive("fold of " + person).value())
                            .thenComparing(Comparator.naturalOrder()));
            for (String person : people) {
                folds.put(person, next++ % count);
            }
        }
    }

    /** The fold of a person, from 0. */
    int of(String person) {
        return folds.get(person);
    }
}
