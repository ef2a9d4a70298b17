package dev.fer4j.data.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The samples of a split that have the same traits.
 *
 * @param split the split that uses them
 * @param traits their common traits
 * @param size their number, at least one image
 */
public record AuditCell(Split split, Traits traits, GroupSize size) {

    /** Returns the non-empty cells of a split, ordered by traits. */
    static List<AuditCell> all(Split split, List<Sample> samples) {
        return samples.stream()
                .collect(groupingBy(Traits::of, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(cell -> new AuditCell(split, cell.getKey(), GroupSize.of(cell.getValue())))
                .toList();
    }
}
