package dev.fer4j.data.source.internal;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Problem;
import dev.fer4j.core.answer.GenderColumn;
import dev.fer4j.core.answer.NoAnswer;
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
    private final GenderColumn genders;
    private final Map<String, Demographics> demographics = new HashMap<>();
    private final Map<String, Groups> groups = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<String> current = Optional.empty();
    private String sheet = "";

    People(String file, GroupCells columns, GenderColumn genders) {
        this.file = file;
        this.genders = genders;
        this.columns = columns;
    }

    void read(SheetTable.Row row) {
        if (!row.sheet().equals(sheet)) {
            // A sheet begins with a person of its own.
            sheet = row.sheet();
            current = Optional.empty();
        }
        String id = row.cell("subid");
        if (!id.isEmpty()) {
            // Rows with an unreadable id must not be assigned to the person above.
            current = Viewing.participant(id);
        }
        current.ifPresent(participant -> learn(participant, row));
    }

    private void learn(String participant, SheetTable.Row row) {
        Demographics known = demographics(participant);
        Optional<Gender> gender = gender(row);
        Optional<Integer> age = age(row);
        if (differ(known.gender(), gender) || differ(known.age(), age)) {
            unusedValue(
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
            unusedValue(
                    row,
                    "gives participant %s another %s than a row above, whose value is kept"
                            .formatted(participant, column));
        } else {
            groups.put(participant, known.withColumn(column, value));
        }
    }

    private Optional<Integer> age(SheetTable.Row row) {
        Optional<Integer> age = Ages.parse(row.cell("age"));
        if (age.isEmpty() && !NoAnswer.is(row.cell("age"))) {
            unusedValue(
                    row,
                    "AGE is '%s', not an age from 0 to 130, and counts as unknown"
                            .formatted(row.cell("age")));
        }
        return age;
    }

    private Optional<Gender> gender(SheetTable.Row row) {
        Optional<Gender> gender = genders.gender(row.cell("gender"));
        if (gender.isEmpty() && !NoAnswer.is(row.cell("gender"))) {
            unusedValue(
                    row,
                    "GENDER is '%s', not a known gender, and counts as unknown"
                            .formatted(row.cell("gender")));
        }
        return gender;
    }

    private void unusedValue(SheetTable.Row row, String cause) {
        problems.add(
                new Problem(
                        Problem.Kind.UNUSED_VALUE,
                        file + " row " + row.place(),
                        cause,
                        "correct the cell"));
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
                        file + " row " + row.place(),
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
