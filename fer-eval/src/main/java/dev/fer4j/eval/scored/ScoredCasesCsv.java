package dev.fer4j.eval.scored;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.CsvRows;
import dev.fer4j.core.io.ScoreColumn;
import dev.fer4j.core.people.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores as CSV: a header with {@code label} (1 or 0, or a label's name) and {@code score} (a
 * number that is higher for cases more likely to be positive), and, if known, {@code recording},
 * {@code participant} and {@code id}, by which files of the same cases are aligned. Other names by
 * which these columns are known are understood too, see {@link ScoreColumn}; {@code video} or
 * {@code clip} is the recording if each has one label and one participant. Every other column may
 * be a group, such as {@code gender}; a blank cell in one is an unknown group. Its name may begin
 * with {@code group.}, as in tables of samples.
 *
 * <p>A first column without a name, which pandas and R write for row numbers, is left out. Columns
 * are separated and files encoded as {@link CsvRows} reads them; scores may have decimal commas.
 */
public final class ScoredCasesCsv {

    /** The maximum number of invalid rows listed in a message; further ones are only counted. */
    private static final int NAMED = 10;

    private final Path file;
    private final ScoreHeader header;
    private final ScoreNumbers numbers = new ScoreNumbers();
    private final List<String> problems = new ArrayList<>();
    private final List<ScoredCase> cases = new ArrayList<>();
    private int wrong;
    private int longer;
    private boolean hasRowNames;

    private ScoredCasesCsv(Path file, ScoreHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Reads a file whose columns have the names by which they are known; the cases are named after
     * it.
     *
     * @throws InputException as {@link #read(Path, ScoreColumns)} does
     */
    public static ScoredCases read(Path file) throws IOException {
        return read(file, ScoreColumns.BY_NAME);
    }

    /**
     * Reads a file; the cases are named after it.
     *
     * @param columns the meanings of columns that their names do not say
     * @throws InputException if there is no such file, it is not a CSV file with these columns, it
     *     has no row, or a row is invalid; the message lists all problems with their lines
     */
    public static ScoredCases read(Path file, ScoreColumns columns) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    file,
                    Files.exists(file) ? "is not a regular file" : "there is no such file",
                    "give a CSV file with the columns label and score");
        }
        List<CsvRows.Row> rows = CsvRows.rows(file);
        ScoredCasesCsv csv =
                new ScoredCasesCsv(
                        file,
                        ScoreHeader.of(rows.isEmpty() ? List.of() : rows.get(0).cells(), columns));
        csv.header.problems().forEach(problem -> csv.problem("header", problem));
        csv.requireNone();
        if (rows.size() == 1) {
            throw new InputException(
                    Problem.Kind.EMPTY, file, "has a header and no row", "add a row for each case");
        }
        rows.subList(1, rows.size()).forEach(csv::read);
        csv.numbers.problem().ifPresent(problem -> csv.problem("the file", problem));
        csv.checkLength(rows.size() - 1);
        csv.requireNone();
        return csv.result();
    }

    private ScoredCases result() {
        List<String> all = new ArrayList<>(header.notes());
        if (hasRowNames) {
            all.add("The first column has no name and is left out: its cells are row names.");
        }
        List<ScoredCase> known = cases;
        Optional<String> possible = header.possibleRecording();
        if (possible.isPresent()) {
            PossibleRecordings recordings = new PossibleRecordings(possible.get(), cases);
            known = recordings.cases();
            all.add(recordings.note());
        }
        try {
            return new ScoredCases(file.getFileName().toString(), known, all);
        } catch (IllegalArgumentException e) {
            throw unreadable(e.getMessage());
        }
    }

    private void read(CsvRows.Row row) {
        List<String> cells = row.cells().stream().map(PersonId::normal).toList();
        String line = "line " + row.line();
        boolean isLonger = cells.stream().skip(header.size()).anyMatch(cell -> !cell.isEmpty());
        longer += isLonger ? 1 : 0;
        if (isLonger || cells.size() < header.size()) {
            problem(line, "has " + cells.size() + " cells for " + header.size());
            return;
        }
        checkUnnamed(line, cells);
        String text = header.cell(ScoreColumn.LABEL, cells).orElse("");
        Optional<Label> label = Label.parse(text);
        if (label.isEmpty()) {
            problem(line, header.name(ScoreColumn.LABEL) + " '" + text + "' is not 1 or 0");
        }
        String number = header.cell(ScoreColumn.SCORE, cells).orElse("");
        Optional<Double> score = numbers.read(number);
        if (score.isEmpty()) {
            problem(
                    line,
                    header.name(ScoreColumn.SCORE) + " '" + number + "' is not a finite number");
        }
        for (ScoreColumn column :
                List.of(ScoreColumn.RECORDING, ScoreColumn.PARTICIPANT, ScoreColumn.ID)) {
            if (header.has(column) && header.cell(column, cells).isEmpty()) {
                problem(
                        line,
                        "has no " + header.name(column) + ", although the file has this column");
            }
        }
        if (wrong == 0) {
            cases.add(
                    new ScoredCase(
                            header.cell(ScoreColumn.ID, cells),
                            Optional.of(row.line()),
                            label.orElseThrow(),
                            score.orElseThrow(),
                            header.cell(ScoreColumn.RECORDING, cells),
                            header.cell(ScoreColumn.PARTICIPANT, cells),
                            header.others(cells)));
        }
    }

    /** Only the first column may have cells and no name. */
    private void checkUnnamed(String line, List<String> cells) {
        for (int i = 0; i < header.size(); i++) {
            if (header.name(i).isEmpty() && !cells.get(i).isEmpty()) {
                if (i > 0) {
                    problem(
                            line,
                            "has '"
                                    + cells.get(i)
                                    + "' in column "
                                    + (i + 1)
                                    + ", which has no name");
                }
                hasRowNames |= i == 0;
            }
        }
    }

    /** R's {@code write.table} writes row names without a name for their column. */
    private void checkLength(int rows) {
        if (longer == rows) {
            wrong++;
            problems.add(
                    0,
                    "every row is longer than the header: either that lacks the name of a column of"
                            + " row names, which R writes without row.names = FALSE, or there are"
                            + " decimal commas without quotes");
        }
    }

    private void problem(String where, String cause) {
        wrong++;
        if (problems.size() < NAMED) {
            problems.add(where + " " + cause);
        }
    }

    private void requireNone() {
        if (wrong > 0) {
            String more = wrong > problems.size() ? "; " + (wrong - problems.size()) + " more" : "";
            throw unreadable(String.join("; ", problems) + more);
        }
    }

    private InputException unreadable(String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE,
                file,
                cause,
                "correct it; label is 1 or 0, score a finite number, recording and"
                        + " participant a text");
    }
}
