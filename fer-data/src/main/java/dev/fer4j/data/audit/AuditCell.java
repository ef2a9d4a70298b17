package dev.fer4j.data.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The samples of a split that agree in all traits.
 *
 * @param split where they are used
 * @param traits what they have in common
 * @param size how many there are, at least one image
 */
public record AuditCell(Split split, Traits traits, GroupSize size) {

    /** The cells of a split that are not empty, in the traits' order. */
    static List<AuditCell> all(Split split, List<Sample> samples) {
        return samples.stream()
                .collect(groupingBy(Traits::of, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(cell -> new AuditCell(split, cell.getKey(), GroupSize.of(cell.getValue())))
                .toList();
    }
}
