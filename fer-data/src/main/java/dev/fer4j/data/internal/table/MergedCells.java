package dev.fer4j.data.internal.table;

/**
 * Cells of one column that a workbook shows as one, with the text of the first. If a workbook
 * merges cells of several columns, this is the first of them, which holds the text.
 *
 * @param column from 0
 * @param firstRow from 1
 * @param lastRow at least {@code firstRow}
 */
public record MergedCells(int column, int firstRow, int lastRow) {

    /** Whether the row is below the one that holds the text. */
    public boolean continuesIn(int row) {
        return row > firstRow && row <= lastRow;
    }
}
