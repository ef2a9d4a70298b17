package dev.fer4j.eval.report.model;

import dev.fer4j.core.io.CsvRows;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a table as CSV; see {@link Table#toCsv}. */
final class CsvTable {

    /** Characters that spreadsheets take as the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private CsvTable() {}

    static String of(Table table) {
        return CsvRows.text(
                cells(table.columns().stream().map(Column::name)),
                table.rows().stream().map(row -> cells(row.stream())));
    }

    private static List<String> cells(Stream<String> texts) {
        return texts.map(CsvTable::harmless).toList();
    }

    private static String harmless(String text) {
        boolean runs =
                !text.isEmpty()
                        && FORMULA.indexOf(text.charAt(0)) >= 0
                        && !NUMBER.matcher(text).matches();
        return runs ? "'" + text : text;
    }
}
