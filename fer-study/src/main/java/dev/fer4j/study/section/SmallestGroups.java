package dev.fer4j.study.section;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Label;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.audit.AuditField;
import dev.fer4j.data.audit.CompositionAudit;
import dev.fer4j.data.audit.GroupSize;
import dev.fer4j.data.audit.LabelGroup;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report's table of under-represented and missing groups. */
final class SmallestGroups {

    private static final int ROWS = 8;

    private SmallestGroups() {}

    /** The properties common to the groups of a row. */
    private record Row(Split split, Label label, GroupSize size, String conditions) {}

    static Table table(List<CompositionAudit> audits, LabelNames names) {
        Map<LabelGroup, String> groups = conditions(audits);
        Map<AuditField, String> fields = new LinkedHashMap<>();
        fields.put(AuditField.GENDER, "gender");
        fields.put(AuditField.AGE_BAND, "age");
        groups.keySet().stream()
                .map(group -> group.group().field())
                .sorted()
                .forEach(field -> fields.putIfAbsent(field, field.name()));
        List<List<String>> rows = new ArrayList<>();
        fields.forEach((field, name) -> rows.addAll(rows(capital(name), field, groups, names)));
        return new Table(
                "Smallest groups of split × label × " + listed(fields.values(), "or"),
                List.of(
                        Column.left("Split"),
                        Column.left("Label"),
                        Column.left("Group"),
                        Column.right("People"),
                        Column.right("Recordings"),
                        Column.right("Images")),
                rows,
                "At most "
                        + ROWS
                        + " rows "
                        + listed(fields.values().stream().map("by "::concat).toList(), "and")
                        + ", fewest people first; groups of one size"
                        + " share a row, and each of them has that size. A group with 0 people"
                        + " occurs elsewhere in the data but is missing here: nothing can be"
                        + " learned or concluded about it. Empty groups: "
                        + listed(
                                fields.entrySet().stream()
                                        .map(e -> empty(e.getValue(), e.getKey(), groups))
                                        .toList(),
                                "and")
                        + ". A row without a condition is the same in all.");
    }

    private static String listed(Collection<String> some, String word) {
        List<String> all = List.copyOf(some);
        return String.join(", ", all.subList(0, all.size() - 1))
                + " "
                + word
                + " "
                + all.get(all.size() - 1);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * Returns, for each group, the titles of the conditions in which it has that size; empty for
     * all conditions.
     */
    private static Map<LabelGroup, String> conditions(List<CompositionAudit> audits) {
        Map<LabelGroup, List<String>> titles = new LinkedHashMap<>();
        for (CompositionAudit audit : audits) {
            for (LabelGroup group : audit.labelGroups()) {
                titles.computeIfAbsent(group, same -> new ArrayList<>())
                        .add(audit.condition().title());
            }
        }
        Map<LabelGroup, String> conditions = new LinkedHashMap<>();
        titles.keySet().stream()
                .sorted(LabelGroup.SMALLEST_FIRST)
                .forEach(
                        group -> {
                            List<String> some = titles.get(group);
                            conditions.put(
                                    group,
                                    some.size() == audits.size() ? "" : String.join("; ", some));
                        });
        return conditions;
    }

    private static List<List<String>> rows(
            String name, AuditField field, Map<LabelGroup, String> conditions, LabelNames names) {
        return conditions.keySet().stream()
                .filter(group -> group.group().field().equals(field))
                .collect(
                        groupingBy(
                                group ->
                                        new Row(
                                                group.split(),
                                                group.label(),
                                                group.size(),
                                                conditions.get(group)),
                                LinkedHashMap::new,
                                Collectors.mapping(g -> g.group().title(), joining(", "))))
                .entrySet()
                .stream()
                .limit(ROWS)
                .map(row -> cells(name + " " + row.getValue(), row.getKey(), names))
                .toList();
    }

    private static List<String> cells(String groups, Row row, LabelNames names) {
        String split = row.split().id();
        return List.of(
                capital(split) + (row.conditions().isEmpty() ? "" : ": " + row.conditions()),
                names.of(row.label()),
                groups,
                Integer.toString(row.size().people()),
                Integer.toString(row.size().recordings()),
                Integer.toString(row.size().images()));
    }

    private static String empty(String name, AuditField field, Map<LabelGroup, String> groups) {
        List<LabelGroup> all =
                groups.keySet().stream().filter(g -> g.group().field().equals(field)).toList();
        long none = all.stream().filter(LabelGroup::isEmpty).count();
        return none + " of " + all.size() + " groups by " + name;
    }
}
