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
 * A group's samples of one label in one split. There may be none: a model is then trained or judged
 * without such people, which is the most that an audit can find.
 *
 * @param split where they are used
 * @param label their label
 * @param group what they have in common
 * @param size how many there are
 */
public record LabelGroup(Split split, Label label, AuditGroup group, GroupSize size) {

    /** With fewest people first, then with fewest images. */
    public static final Comparator<LabelGroup> SMALLEST_FIRST =
            comparingInt((LabelGroup group) -> group.size().people())
                    .thenComparingInt(group -> group.size().images());

    /** Whether there are no such samples. */
    @JsonIgnore
    public boolean isEmpty() {
        return size.images() == 0;
    }

    /**
     * Every split with every label and every group that occurs in any of them, except for unknown
     * groups without samples, which are not a gap.
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
