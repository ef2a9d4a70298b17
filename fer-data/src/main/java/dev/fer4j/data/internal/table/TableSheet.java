package dev.fer4j.data.internal.table;

import java.util.List;

/**
 * A sheet of a workbook, or a whole CSV file.
 *
 * @param name its name; empty for CSV
 * @param isHidden whether a spreadsheet program does not show it; then its rows are not read
 * @param rows the rows that are not blank, from top to bottom
 * @param merged the cells merged over several rows
 */
public record TableSheet(
        String name, boolean isHidden, List<TableRow> rows, List<MergedCells> merged) {

    /**
     * The text of a cell with a formula that was never computed, which programs other than
     * spreadsheets write.
     */
    public static final String NO_RESULT = "(formula without a result)";

    public TableSheet {
        rows = List.copyOf(rows);
        merged = List.copyOf(merged);
    }

    static TableSheet hidden(String name) {
        return new TableSheet(name, true, List.of(), List.of());
    }
}
