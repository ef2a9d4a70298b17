package dev.fer4j.data.source.internal;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.answer.GenderColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * NeuroBioSense's questionnaire: one row for each participant and ad, with the label in the column
 * {@code INTERESTED IN}. {@code SUBID}, {@code GENDER} and {@code AGE} are in a participant's first
 * row only and are filled down.
 */
public final class Questionnaire {

    /**
     * The answer in a row.
     *
     * @param row its number, and its sheet if several are read
     * @param text the text of the cell; may be blank
     */
    public record Answer(String row, String text) {}

    private static final TableColumns COLUMNS =
            TableColumns.of(List.of("subid", "addno", "interestedin"), List.of("gender", "age"));

    private final String name;
    private final ImmutableListMultimap<Viewing, Answer> answers;
    private final People people;
    private final List<Problem> problems;

    private Questionnaire(
            String name,
            ListMultimap<Viewing, Answer> answers,
            People people,
            List<Problem> problems) {
        this.name = name;
        this.answers = ImmutableListMultimap.copyOf(answers);
        this.people = people;
        this.problems = problems;
    }

    /**
     * Reads a spreadsheet or CSV file.
     *
     * @param groups additional columns that it must have
     * @throws InputException if it cannot be read or lacks a column
     */
    public static Questionnaire read(Path file, GroupCells groups) throws IOException {
        String name = file.getFileName().toString();
        SheetTable table = SheetTable.read(file, COLUMNS.with(groups));
        People people =
                new People(
                        name,
                        groups,
                        GenderColumn.of(
                                table.rows().stream().map(row -> row.cell("gender")).toList()));
        ListMultimap<Viewing, Answer> answers = LinkedListMultimap.create();
        for (SheetTable.Row row : table.rows()) {
            people.read(row);
            if (people.current().isEmpty()) {
                people.unused(row, "has no participant in SUBID");
                continue;
            }
            var ad = Viewing.ad(row.cell("addno"));
            if (ad.isEmpty()) {
                people.unused(row, "has no ad number in ADDNO: '" + row.cell("addno") + "'");
                continue;
            }
            answers.put(
                    new Viewing(people.current().get(), ad.get()),
                    new Answer(row.place(), row.cell("interestedin")));
        }
        return new Questionnaire(name, answers, people, table.problems());
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** All answers, in the order of their rows. */
    public ImmutableListMultimap<Viewing, Answer> answers() {
        return answers;
    }

    public Demographics demographics(String participant) {
        return people.demographics(participant);
    }

    public Groups groups(String participant) {
        return people.groups(participant);
    }

    /** Sheets, rows and cells that cannot be used. */
    public List<Problem> problems() {
        return Stream.of(problems, people.problems()).flatMap(List::stream).toList();
    }
}
