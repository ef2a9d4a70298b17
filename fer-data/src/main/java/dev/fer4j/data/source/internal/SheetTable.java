package dev.fer4j.data.source.internal;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.table.TableCell;
import dev.fer4j.data.internal.table.TableFile;
import dev.fer4j.data.internal.table.TableSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of a workbook or CSV file below its header. Column names are matched by letters and
 * digits only, ignoring case. Of a workbook, all visible sheets with the header are read, one after
 * the other.
 *
 * @param rows the rows that are not blank
 * @param unread the header's texts of columns that are not read
 * @param problems one for each sheet that is not read
 */
public record SheetTable(List<Row> rows, List<String> unread, List<Problem> problems) {

    /** Header cells listed in messages. */
    private static final int LISTED = 20;

    /**
     * A row.
     *
     * @param number its number in the sheet or file, from 1
     * @param sheet the sheet's name if several are read, otherwise empty
     * @param cells the cells by the column's letters and digits, without blank ones
     */
    public record Row(int number, String sheet, Map<String, String> cells) {

        /** Creates a row of the only sheet. */
        public Row(int number, Map<String, String> cells) {
            this(number, "", cells);
        }

        /**
         * Returns a cell's text without surrounding blanks; empty if the cell is blank or there is
         * no such column.
         */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** Its number, and its sheet if several are read. */
        public String place() {
            return number + (sheet.isEmpty() ? "" : " of sheet '" + sheet + "'");
        }
    }

    public SheetTable {
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a workbook or CSV file.
     *
     * @throws InputException if the file cannot be read, has no such header, or has it on several
     *     visible sheets with different columns
     */
    public static SheetTable read(Path file, TableColumns columns) throws IOException {
        List<TableSheet> sheets = TableFile.read(file);
        List<SheetHeader> headers = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (TableSheet sheet : sheets) {
            Optional<SheetHeader> header = SheetHeader.find(sheet, columns);
            if (header.isPresent()) {
                headers.add(header.get());
            } else if (sheet.isHidden()) {
                problems.add(unread(file, sheet, "is hidden", "unhide it"));
            } else if (!sheet.rows().isEmpty()) {
                problems.add(
                        unread(
                                file,
                                sheet,
                                "has no header with " + String.join(", ", columns.required()),
                                "name its columns accordingly"));
            }
        }
        if (headers.isEmpty()
                && !sheets.isEmpty()
                && sheets.stream().allMatch(TableSheet::isHidden)) {
            throw new InputException(
                    Problem.Kind.EMPTY,
                    file,
                    "has only hidden sheets, which are not read: " + hidden(sheets),
                    "unhide the one that should be read");
        }
        if (headers.isEmpty()) {
            String hidden = hidden(sheets);
            throw noHeader(
                    file,
                    columns,
                    firstRow(sheets)
                            + (hidden.isEmpty() ? "" : "; hidden sheets are not read: " + hidden));
        }
        checkAgreement(file, headers);
        headers.forEach(header -> header.check(file));
        return new SheetTable(
                headers.stream()
                        .flatMap(
                                header ->
                                        header
                                                .rows(
                                                        file,
                                                        headers.size() > 1
                                                                ? header.sheetName()
                                                                : "")
                                                .stream())
                        .toList(),
                headers.stream().flatMap(header -> header.unread().stream()).distinct().toList(),
                problems);
    }

    private static Problem unread(Path file, TableSheet sheet, String cause, String mend) {
        return new Problem(
                Problem.Kind.UNUSED,
                file.getFileName() + " sheet '" + sheet.name() + "'",
                cause + " and is not read",
                mend + " if it should be read");
    }

    static InputException noHeader(Path file, TableColumns columns, String found) {
        return new InputException(
                Problem.Kind.UNREADABLE,
                file,
                "has no header with the columns %s; %s"
                        .formatted(
                                Stream.of(columns.required(), columns.groups())
                                        .flatMap(List::stream)
                                        .collect(joining(", ")),
                                found.isEmpty() ? "it is empty" : "its first row is: " + found),
                "name the columns accordingly in the first row");
    }

    /** Sheets are read as one table only if they have the same columns. */
    private static void checkAgreement(Path file, List<SheetHeader> headers) {
        if (headers.stream().map(SheetHeader::own).distinct().count() > 1) {
            throw new InputException(
                    Problem.Kind.DUPLICATE,
                    file,
                    "has several visible sheets with different columns: "
                            + headers.stream()
                                    .map(
                                            header ->
                                                    "'%s' with %s"
                                                            .formatted(
                                                                    header.sheetName(),
                                                                    String.join(
                                                                            ", ", header.own())))
                                    .collect(joining("; ")),
                    "hide or remove those that should not be read, or give all the same columns");
        }
    }

    /** Returns the letters and digits of a column's name. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String firstRow(List<TableSheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .limit(1)
                .flatMap(row -> row.cells().stream())
                .limit(LISTED)
                .map(TableCell::text)
                .collect(joining(", "));
    }

    /** The names of the hidden sheets; empty if there are none. */
    private static String hidden(List<TableSheet> sheets) {
        return sheets.stream()
                .filter(TableSheet::isHidden)
                .map(sheet -> "'" + sheet.name() + "'")
                .collect(joining(", "));
    }
}
