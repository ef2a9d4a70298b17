package dev.fer4j.data.internal;

import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.CsvRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Samples as CSV, one row each: reads the columns of {@link SampleColumns}, writes any table. */
public final class SampleCsv {

    /** Provides the digests of images if a file has no column {@code sha256}. */
    @FunctionalInterface
    public interface Digests {

        /**
         * Returns the digest of an image.
         *
         * @throws InputException if there is no such image
         */
        String of(Path image) throws IOException;
    }

    private SampleCsv() {}

    /**
     * Writes rows.
     *
     * @param columns the header
     * @param rows at least one row, each as cells by column; missing cells are written empty
     */
    public static void write(Path file, List<String> columns, List<Map<String, String>> rows)
            throws IOException {
        CsvRows.write(
                file,
                columns,
                rows.stream()
                        .map(
                                row ->
                                        columns.stream()
                                                .map(column -> row.getOrDefault(column, ""))
                                                .toList()));
    }

    /**
     * Reads samples.
     *
     * @param digests used if there is no column {@code sha256}
     * @return at least one sample; ids are distinct and all samples are of one source
     * @throws InputException naming the file, row, column and expected value
     */
    public static List<Sample> read(Path file, Digests digests) throws IOException {
        List<List<String>> rows = CsvRows.read(file);
        List<String> columns = columns(file, rows.isEmpty() ? List.of() : rows.get(0));
        Path home = file.toAbsolutePath().normalize().getParent();
        List<Sample> samples = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            SampleRow row = new SampleRow(file, i + 1, cells(file, i + 1, columns, rows.get(i)));
            if (!row.cells().isEmpty()) {
                Sample sample =
                        row.sample(
                                home,
                                columns.contains("sha256")
                                        ? Optional.empty()
                                        : Optional.of(digests));
                Integer before = ids.put(sample.id(), row.number());
                if (before != null) {
                    throw row.bad("id", "an id of its own; row " + before + " has it already");
                }
                if (!samples.isEmpty() && !samples.get(0).source().equals(sample.source())) {
                    throw row.bad("source", samples.get(0).source() + " as in the rows above");
                }
                samples.add(sample);
            }
        }
        if (samples.isEmpty()) {
            throw new InputException(
                    Problem.Kind.EMPTY,
                    file,
                    "has a header but no rows; expected a row for each sample",
                    "add one");
        }
        return List.copyOf(samples);
    }

    private static List<String> columns(Path file, List<String> header) {
        List<String> columns = new ArrayList<>();
        for (String name : header) {
            String column = name.strip().toLowerCase(Locale.ROOT);
            if (column.startsWith(Groups.COLUMN_PREFIX)) {
                column = group(file, column);
            } else if (!SampleColumns.ALL.contains(column)) {
                throw header(
                        file,
                        column,
                        "is unknown; expected one of " + SampleColumns.ALL,
                        "correct the header; name it "
                                + Groups.COLUMN_PREFIX
                                + column
                                + " if samples are to be grouped by it, or remove it");
            }
            if (columns.contains(column)) {
                throw header(file, column, "occurs twice; expected once");
            }
            columns.add(column);
        }
        for (String column : SampleColumns.REQUIRED) {
            if (!columns.contains(column)) {
                throw header(file, column, "is missing; expected " + SampleColumns.REQUIRED);
            }
        }
        return columns;
    }

    private static String group(Path file, String column) {
        try {
            return Groups.COLUMN_PREFIX
                    + Groups.columnOf(column.substring(Groups.COLUMN_PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw header(file, column, e.getMessage());
        }
    }

    private static InputException header(Path file, String column, String cause) {
        return header(file, column, cause, "correct the header");
    }

    private static InputException header(Path file, String column, String cause, String mend) {
        return new InputException(
                Problem.Kind.UNREADABLE, file + " row 1 column " + column, cause, mend);
    }

    private static Map<String, String> cells(
            Path file, int row, List<String> columns, List<String> texts) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.isEmpty()) {
                if (i >= columns.size()) {
                    throw new InputException(
                            Problem.Kind.UNREADABLE,
                            file + " row " + row + " column " + (i + 1),
                            "is '" + text + "'; expected " + columns.size() + " columns",
                            "quote texts that contain the separator");
                }
                cells.put(columns.get(i), text);
            }
        }
        return cells;
    }
}
