package dev.fer4j.data.internal.table;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.CsvRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tables. The content of a file determines its format, not its name. */
public final class TableFile {

    /** The part of the memory that the cells of one workbook may take. */
    private static final int SHARE_OF_MEMORY = 8;

    private TableFile() {}

    /**
     * Reads all sheets that a spreadsheet program shows, in its order, and the names of the others.
     *
     * @throws InputException if the file is neither an Excel workbook (.xlsx) nor CSV, or is
     *     damaged
     */
    public static List<TableSheet> read(Path file) throws IOException {
        return read(file, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    /**
     * Reads a file.
     *
     * @param memory bytes that the cells of a workbook may take
     */
    static List<TableSheet> read(Path file, long memory) throws IOException {
        FileStart start = FileStart.of(file);
        Optional<ForeignFormat> foreign = ForeignFormat.of(file, start);
        if (foreign.isPresent()) {
            throw foreign.get().refusal(file);
        }
        return start.isZip() ? workbook(file, memory) : List.of(csv(file));
    }

    private static List<TableSheet> workbook(Path file, long memory) throws IOException {
        try (XlsxPackage parts = XlsxPackage.open(file)) {
            Optional<ForeignFormat> foreign = ForeignFormat.ofArchive(parts.names());
            if (foreign.isPresent()) {
                throw foreign.get().refusal(file);
            }
            return new XlsxWorkbook(parts, new CellMemory(memory)).sheets();
        } catch (IOException e) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    file,
                    "is not a readable Excel workbook (.xlsx): " + e.getMessage(),
                    "save it again as .xlsx, or as CSV in UTF-8",
                    e);
        }
    }

    private static TableSheet csv(Path file) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        List<List<String>> texts = CsvRows.read(file);
        for (int i = 0; i < texts.size(); i++) {
            List<TableCell> cells = new ArrayList<>();
            for (int j = 0; j < texts.get(i).size(); j++) {
                String text = CellText.stripped(texts.get(i).get(j));
                if (!text.isEmpty()) {
                    cells.add(new TableCell(j, text));
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new TableRow(i + 1, cells));
            }
        }
        return new TableSheet("", false, rows, List.of());
    }
}
