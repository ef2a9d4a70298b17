package dev.fer4j.data.audit;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fer4j.core.Label;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A group's samples with one label in one split. There may be none, which is the most important
 * finding of an audit: a model is then trained or evaluated without such people.
 *
 * @param split the split that uses them
 * @param label their label
 * @param group the group they belong to
 * @param size their number
 */
public record LabelGroup(Split split, Label label, AuditGroup group, GroupSize size) {

    /** Orders by number of people, then by number of images. */
    public static final Comparator<LabelGroup> SMALLEST_FIRST =
            comparingInt((LabelGroup group) -> group.size().people())
                    .thenComparingInt(group -> group.size().images());

    /** Whether there are no such samples. */
    @JsonIgnore
    public boolean isEmpty() {
        return size.images() == 0;
    }

    /**
     * Returns all combinations of split, label and group, for the groups that occur in any split,
     * except for empty unknown groups, which are not a gap.
     */
    static List<LabelGroup> all(AuditField field, Map<Split, List<Sample>> samples) {
        Set<AuditGroup> groups = new TreeSet<>();
        samples.values().forEach(some -> some.forEach(s -> groups.add(field.group(Traits.of(s)))));
        List<LabelGroup> all = new ArrayList<>();
        samples.forEach(
                (split, some) -> {
                    for (Label label : Label.values()) {
                        for (AuditGroup group : groups) {
                            all.add(of(split, label, group, some));
                        }
                    }
                });
        return all.stream().filter(g -> !g.isEmpty() || g.group().value().isPresent()).toList();
    }

    private static LabelGroup of(Split split, Label label, AuditGroup group, List<Sample> samples) {
        return new LabelGroup(
                split,
                label,
                group,
                GroupSize.of(
                        samples.stream()
                                .filter(sample -> sample.label() == label)
                                .filter(s -> group.field().group(Traits.of(s)).equals(group))
                                .toList()));
    }
}
