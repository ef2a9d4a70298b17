package dev.fer4j.data.source.internal;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The cells of all sheets of an Excel file as text; numbers are as written in the file. */
final class XlsxRows {

    private static final int MAX_ROWS = 1 << 20;

    private XlsxRows() {}

    static List<List<List<String>>> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<List<List<String>>> sheets = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.add(rows(sheet));
            }
            return sheets;
        } catch (ExcelReaderException
                | IOException
                | UncheckedIOException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            // The reader does not validate numbers and addresses, so it may throw any unchecked
            // exception.
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    file,
                    "is not a readable Excel file (.xlsx): " + e.getMessage(),
                    "save it again as .xlsx, or as CSV in UTF-8",
                    e);
        }
    }

    private static List<List<String>> rows(Sheet sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(
                    row -> {
                        if (row.getRowNum() > MAX_ROWS) {
                            throw new ExcelReaderException(
                                    "row " + row.getRowNum() + " exceeds Excel's last");
                        }
                        // Files omit empty rows; they are restored to keep the row numbers right.
                        while (rows.size() < row.getRowNum() - 1) {
                            rows.add(List.of());
                        }
                        rows.add(cells(row));
                    });
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(i -> row.getCellText(i).strip())
                .toList();
    }
}
