package dev.fer4j.eval.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a table as CSV; see {@link Table#toCsv}. */
final class CsvTable {

    /** What spreadsheets take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private CsvTable() {}

    static String of(Table table) {
        StringBuilder csv = new StringBuilder();
        append(csv, table.columns().stream().map(Column::name).toList());
        table.rows().forEach(row -> append(csv, row));
        return csv.toString();
    }

    private static void append(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String cell(String text) {
        boolean runs =
                !text.isEmpty()
                        && FORMULA.indexOf(text.charAt(0)) >= 0
                        && !NUMBER.matcher(text).matches();
        String cell = runs ? "'" + text : text;
        boolean quoted = cell.chars().anyMatch(c -> ",\"\n\r".indexOf(c) >= 0);
        return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
