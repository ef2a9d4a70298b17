package dev.fer4j.data.source.internal;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tracks, down a questionnaire's rows, whose row it is and what is known about that person. A row
 * without {@code SUBID} belongs to the person above; gender, age and groups are never carried over
 * to the next person.
 */
final class People {

    private final String file;
    private final GroupCells columns;
    private final Map<String, Demographics> demographics = new HashMap<>();
    private final Map<String, Groups> groups = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<String> current = Optional.empty();

    People(String file, GroupCells columns) {
        this.file = file;
        this.columns = columns;
    }

    void read(SheetTable.Row row) {
        String id = row.cell("subid");
        if (!id.isEmpty()) {
            // Rows with an unreadable id must not be assigned to the person above.
            current = Viewing.participant(id);
        }
        current.ifPresent(participant -> learn(participant, row));
    }

    private void learn(String participant, SheetTable.Row row) {
        Demographics known = demographics(participant);
        Optional<Gender> gender = Gender.parse(row.cell("gender"));
        Optional<Integer> age = age(row);
        if (differ(known.gender(), gender) || differ(known.age(), age)) {
            unused(
                    row,
                    "gives participant "
                            + participant
                            + " a different gender or age than a row above, whose values are kept");
        }
        demographics.put(
                participant,
                new Demographics(known.gender().or(() -> gender), known.age().or(() -> age)));
        columns.of(row).values().forEach((column, value) -> learn(participant, row, column, value));
    }

    private void learn(String participant, SheetTable.Row row, String column, String value) {
        Groups known = groups(participant);
        if (differ(known.of(column), Optional.of(value))) {
            unused(
                    row,
                    "gives participant %s another %s than a row above, whose value is kept"
                            .formatted(participant, column));
        } else {
            groups.put(participant, known.withColumn(column, value));
        }
    }

    private Optional<Integer> age(SheetTable.Row row) {
        Optional<Integer> age = Ages.parse(row.cell("age"));
        if (age.isEmpty() && !row.cell("age").isEmpty()) {
            unused(row, "has no age from 0 to 130 in AGE: '" + row.cell("age") + "'");
        }
        return age;
    }

    private static <T> boolean differ(Optional<T> known, Optional<T> read) {
        return known.isPresent() && read.isPresent() && !Objects.equals(known, read);
    }

    /** The participant of the last row read; empty if its id cannot be read. */
    Optional<String> current() {
        return current;
    }

    void unused(SheetTable.Row row, String cause) {
        problems.add(
                new Problem(
                        Problem.Kind.UNUSED,
                        file + " row " + row.number(),
                        cause,
                        "correct the row if it should be used"));
    }

    Demographics demographics(String participant) {
        return demographics.getOrDefault(participant, Demographics.UNKNOWN);
    }

    Groups groups(String participant) {
        return groups.getOrDefault(participant, Groups.NONE);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
