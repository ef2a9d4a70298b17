package dev.fer4j.eval.scored;

import com.google.common.primitives.Doubles;
import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scores as CSV: a header with {@code label} (1 or 0, or a label's name) and {@code score} (a
 * number that is higher for cases more likely to be positive), and, if known, {@code recording} and
 * {@code participant}. Every other column is a group, such as {@code gender}; a blank cell in one
 * is an unknown group. Its name may begin with {@code group.}, as in tables of samples. Columns are
 * separated by commas, semicolons or tabs; the encoding is UTF-8.
 */
public final class ScoredCasesCsv {

    private static final String LABEL = "label";
    private static final String SCORE = "score";
    private static final String RECORDING = "recording";
    private static final String PARTICIPANT = "participant";

    /** The maximum number of invalid rows listed in a message; further ones are only counted. */
    private static final int NAMED = 10;

    private final Path file;
    private final List<String> columns;
    private final List<String> problems = new ArrayList<>();
    private int wrong;

    private ScoredCasesCsv(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads a file; the cases are named after it.
     *
     * @throws InputException if there is no such file, it is not a CSV file with these columns, or
     *     a row is invalid; the message lists all problems with their lines
     */
    public static ScoredCases read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    file,
                    "there is no such file",
                    "give a CSV file with the columns label and score");
        }
        List<List<String>> rows = CsvRows.read(file);
        List<String> header =
                rows.isEmpty()
                        ? List.of()
                        : rows.get(0).stream().map(ScoredCasesCsv::column).toList();
        ScoredCasesCsv csv = new ScoredCasesCsv(file, header);
        csv.checkHeader();
        List<ScoredCase> cases = new ArrayList<>(rows.size());
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            boolean blank = row.stream().allMatch(cell -> cell == null || cell.isBlank());
            if (!blank) {
                csv.read(i + 1, row).ifPresent(cases::add);
            }
        }
        csv.requireNone();
        try {
            return new ScoredCases(file.getFileName().toString(), cases);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, e.getMessage());
        }
    }

    private static String column(String header) {
        String name = header.strip().toLowerCase(Locale.ROOT);
        return name.startsWith(Groups.COLUMN_PREFIX)
                ? name.substring(Groups.COLUMN_PREFIX.length())
                : name;
    }

    private void checkHeader() {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.isEmpty() || !seen.add(column)) {
                problem("header", "has the column '" + column + "' twice, or without a name");
            }
        }
        if (!seen.contains(LABEL) || !seen.contains(SCORE)) {
            problem(
                    "header",
                    "has the columns %s; expected at least %s and %s"
                            .formatted(columns, LABEL, SCORE));
        }
        requireNone();
    }

    private Optional<ScoredCase> read(int line, List<String> row) {
        if (row.size() != columns.size()) {
            problem("line " + line, "has " + row.size() + " cells for " + columns.size());
            return Optional.empty();
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i) == null ? "" : row.get(i).strip();
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        Optional<Label> label = Label.parse(cells.getOrDefault(LABEL, ""));
        Double score = Doubles.tryParse(cells.getOrDefault(SCORE, ""));
        if (label.isEmpty()) {
            problem("line " + line, "label '" + cells.getOrDefault(LABEL, "") + "' is not 1 or 0");
        }
        if (score == null || !Double.isFinite(score)) {
            problem(
                    "line " + line,
                    "score '" + cells.getOrDefault(SCORE, "") + "' is not a finite number");
        }
        for (String column : List.of(RECORDING, PARTICIPANT)) {
            if (columns.contains(column) && !cells.containsKey(column)) {
                problem("line " + line, "has no " + column + ", although the file has this column");
            }
        }
        if (wrong > 0) {
            return Optional.empty();
        }
        Map<String, String> groups = new HashMap<>(cells);
        groups.keySet().removeAll(List.of(LABEL, SCORE, RECORDING, PARTICIPANT));
        return Optional.of(
                new ScoredCase(
                        label.get(),
                        score,
                        Optional.ofNullable(cells.get(RECORDING)),
                        Optional.ofNullable(cells.get(PARTICIPANT)),
                        groups));
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
            throw unreadable(file, String.join("; ", problems) + more);
        }
    }

    private static InputException unreadable(Path file, String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE,
                file,
                cause,
                "correct it; label is 1 or 0, score a finite number, recording and"
                        + " participant a text");
    }
}
