package dev.fer4j.data.source.internal;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.CsvRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of a spreadsheet or CSV file below its header. Column names are matched by letters and
 * digits only, ignoring case.
 *
 * @param rows the rows that are not blank
 */
public record SheetTable(List<Row> rows) {

    /** Rows in which the header is searched for: some spreadsheets have a title above it. */
    private static final int HEADER_WITHIN = 10;

    /**
     * A row.
     *
     * @param number its number in the file, from 1
     * @param cells the cells by the column's letters and digits, without blank ones
     */
    public record Row(int number, Map<String, String> cells) {
        /**
         * Returns a cell's text without surrounding blanks; empty if the cell is blank or there is
         * no such column.
         */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * Reads a file according to its extension, {@code .csv} or {@code .xlsx}.
     *
     * @param required letters and digits of the column names that the header must contain
     * @throws InputException if the file cannot be read in its format or has no such header
     */
    public static SheetTable read(Path file, List<String> required) throws IOException {
        boolean csv = Folders.ending(file).equals("csv");
        List<List<List<String>>> sheets = csv ? List.of(CsvRows.read(file)) : XlsxRows.read(file);
        for (List<List<String>> sheet : sheets) {
            for (int i = 0; i < Math.min(HEADER_WITHIN, sheet.size()); i++) {
                List<String> names = sheet.get(i).stream().map(SheetTable::key).toList();
                if (names.containsAll(required)) {
                    requireOnce(file, required, names);
                    return new SheetTable(below(sheet, i, names));
                }
            }
        }
        throw new InputException(
                Problem.Kind.UNREADABLE,
                file,
                "has no header with the columns %s; its first row is: %s"
                        .formatted(String.join(", ", required), firstRow(sheets)),
                "name the columns accordingly in the first row");
    }

    /** Checks that no required column occurs twice, which would be ambiguous. */
    private static void requireOnce(Path file, List<String> required, List<String> names) {
        for (String column : required) {
            if (Collections.frequency(names, column) > 1) {
                throw new InputException(
                        Problem.Kind.DUPLICATE,
                        file,
                        "has several columns named " + column,
                        "rename or remove all but one");
            }
        }
    }

    private static List<Row> below(List<List<String>> sheet, int header, List<String> names) {
        List<Row> rows = new ArrayList<>();
        for (int i = header + 1; i < sheet.size(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            List<String> texts = sheet.get(i);
            for (int j = 0; j < Math.min(names.size(), texts.size()); j++) {
                String text = texts.get(j).strip();
                if (!text.isEmpty() && !names.get(j).isEmpty()) {
                    cells.putIfAbsent(names.get(j), text);
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new Row(i + 1, cells));
            }
        }
        return List.copyOf(rows);
    }

    /** Returns the letters and digits of a column's name. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String firstRow(List<List<List<String>>> sheets) {
        return sheets.stream()
                .flatMap(List::stream)
                .limit(1)
                .flatMap(List::stream)
                .limit(20)
                .collect(joining(", "));
    }
}
