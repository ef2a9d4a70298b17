package dev.fer4j.data.source.internal;

import dev.fer4j.data.internal.table.MergedCells;
import dev.fer4j.data.internal.table.TableRow;
import dev.fer4j.data.internal.table.TableSheet;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The cells of a sheet, some of which share the text of a cell above that they are merged with. */
final class SheetCells {

    private final TableSheet sheet;
    private final Map<Integer, TableRow> rows = new HashMap<>();

    /** The merged cells by column and first row. */
    private final Map<Integer, TreeMap<Integer, MergedCells>> merged = new HashMap<>();

    SheetCells(TableSheet sheet) {
        this.sheet = sheet;
        if (!sheet.merged().isEmpty()) {
            sheet.rows().forEach(row -> rows.put(row.number(), row));
            for (MergedCells cells : sheet.merged()) {
                merged.computeIfAbsent(cells.column(), column -> new TreeMap<>())
                        .put(cells.firstRow(), cells);
            }
        }
    }

    TableSheet sheet() {
        return sheet;
    }

    /** The columns in which cells are merged over rows. */
    Set<Integer> mergedColumns() {
        return merged.keySet();
    }

    /** The merged cells that a cell belongs to. */
    Optional<MergedCells> mergedAt(int row, int column) {
        return Optional.ofNullable(merged.get(column))
                .map(ofColumn -> ofColumn.floorEntry(row))
                .map(Entry::getValue)
                .filter(cells -> row <= cells.lastRow());
    }

    /** The text of a cell that is merged with a cell above; empty for others. */
    Optional<String> fromAbove(int row, int column) {
        return mergedAt(row, column)
                .filter(cells -> cells.continuesIn(row))
                .map(cells -> rows.get(cells.firstRow()))
                .flatMap(first -> first.text(column));
    }
}
