package dev.fer4j.data.internal.table;

import java.util.List;
import java.util.Optional;

/**
 * A row with at least one cell that is not blank.
 *
 * @param number as shown by a spreadsheet program, from 1
 * @param cells its cells that are not blank
 */
public record TableRow(int number, List<TableCell> cells) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The text of a cell; empty if it is blank. */
    public Optional<String> text(int column) {
        return cells.stream()
                .filter(cell -> cell.column() == column)
                .map(TableCell::text)
                .findFirst();
    }
}
