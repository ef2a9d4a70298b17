package dev.fer4j.data.source.internal;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.table.MergedCells;
import dev.fer4j.data.internal.table.TableCell;
import dev.fer4j.data.internal.table.TableRow;
import dev.fer4j.data.internal.table.TableSheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header of a sheet, and the rows below it.
 *
 * @param cells the sheet
 * @param row the header's row
 * @param texts the texts in the header by column
 * @param names the columns' names as the table has them, by column
 * @param columns what is read
 */
record SheetHeader(
        SheetCells cells,
        int row,
        Map<Integer, String> texts,
        Map<Integer, String> names,
        TableColumns columns) {

    /** Rows in which the header is searched for: some spreadsheets have a title above it. */
    private static final int WITHIN = 10;

    /** Finds the header of a sheet. */
    static Optional<SheetHeader> find(TableSheet sheet, TableColumns columns) {
        SheetCells cells = new SheetCells(sheet);
        for (TableRow row : sheet.rows()) {
            if (row.number() > WITHIN) {
                break;
            }
            Map<Integer, String> texts = texts(cells, row);
            Map<Integer, String> keys = new LinkedHashMap<>();
            texts.forEach((column, text) -> keys.put(column, SheetTable.key(text)));
            keys.values().removeIf(String::isEmpty);
            Map<Integer, String> names = columns.translateHeader(keys);
            if (names.values().containsAll(columns.required())) {
                return Optional.of(new SheetHeader(cells, row.number(), texts, names, columns));
            }
        }
        return Optional.empty();
    }

    /** The texts of a row by column, with those of cells above that it is merged with. */
    private static Map<Integer, String> texts(SheetCells cells, TableRow row) {
        Map<Integer, String> texts = new LinkedHashMap<>();
        row.cells().forEach(cell -> texts.put(cell.column(), cell.text()));
        for (int column : cells.mergedColumns()) {
            cells.fromAbove(row.number(), column)
                    .ifPresent(text -> texts.putIfAbsent(column, text));
        }
        return texts;
    }

    String sheetName() {
        return cells.sheet().name();
    }

    /** The columns of the table that the header has. */
    Set<String> own() {
        return columns.own(names.values());
    }

    /** The texts of the columns that are not read. */
    List<String> unread() {
        return texts.entrySet().stream()
                .filter(entry -> !own().contains(names.getOrDefault(entry.getKey(), "")))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Checks that the header has the columns of groups, and no required column twice.
     *
     * @throws InputException otherwise
     */
    void check(Path file) {
        for (String group : columns.groups()) {
            if (!names.containsValue(group)) {
                throw SheetTable.noHeader(file, columns, String.join(", ", texts.values()));
            }
        }
        for (String column : columns.required()) {
            if (Collections.frequency(names.values(), column) > 1) {
                throw new InputException(
                        Problem.Kind.DUPLICATE,
                        file,
                        "has several columns named " + column,
                        "rename or remove all but one");
            }
        }
    }

    /**
     * The rows below the header that are not blank.
     *
     * @param sheet the sheet's name in the rows' places; empty if there is only one
     * @throws InputException if a formula has no result
     */
    List<SheetTable.Row> rows(Path file, String sheet) {
        int last = lastOfHeader();
        List<SheetTable.Row> rows = new ArrayList<>();
        for (TableRow below : cells.sheet().rows()) {
            if (below.number() > last) {
                Map<String, String> texts = cells(below);
                if (!texts.isEmpty()) {
                    SheetTable.Row read = new SheetTable.Row(below.number(), sheet, texts);
                    checkComputed(file, read);
                    rows.add(read);
                }
            }
        }
        return rows;
    }

    /** Header cells may be merged with cells below them. */
    private int lastOfHeader() {
        return names.keySet().stream()
                .flatMap(column -> cells.mergedAt(row, column).stream())
                .mapToInt(MergedCells::lastRow)
                .reduce(row, Math::max);
    }

    private Map<String, String> cells(TableRow below) {
        Map<String, String> texts = new HashMap<>();
        for (TableCell cell : below.cells()) {
            if (names.containsKey(cell.column())) {
                texts.putIfAbsent(names.get(cell.column()), cell.text());
            }
        }
        if (!texts.isEmpty()) {
            for (int column : cells.mergedColumns()) {
                String name = names.getOrDefault(column, "");
                if (!name.isEmpty() && columns.mayBeMerged(name)) {
                    cells.fromAbove(below.number(), column)
                            .ifPresent(text -> texts.putIfAbsent(name, text));
                }
            }
        }
        return ImmutableMap.copyOf(texts);
    }

    private void checkComputed(Path file, SheetTable.Row read) {
        for (String column : own()) {
            if (columns.mayBeMerged(column) && read.cell(column).equals(TableSheet.NO_RESULT)) {
                throw new InputException(
                        Problem.Kind.UNREADABLE,
                        file,
                        "row %s has a formula without a result in the column %s"
                                .formatted(read.place(), column),
                        "open it in a spreadsheet program and save it");
            }
        }
    }
}
