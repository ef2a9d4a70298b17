package dev.fer4j.core.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cells of a CSV file in UTF-8. Input files may separate cells by commas, semicolons or tabs,
 * as spreadsheets do; output files use commas.
 *
 * <p>Spreadsheets run a cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or
 * a line break as a formula, and names of people, sources and files come from data. Such a cell is
 * written after an apostrophe, unless it is a number, and read without it.
 */
public final class CsvRows {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CsvRows() {}

    /**
     * Reads all rows, including the header. Blanks around a cell are removed unless it is quoted.
     *
     * @throws InputException if the file is not UTF-8 or not CSV
     */
    public static List<List<String>> read(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8", e);
        } catch (JsonProcessingException e) {
            throw unreadable(file, "is not valid CSV: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes a header and rows in the format of {@link #text}. */
    public static void write(Path file, List<String> header, Stream<List<String>> rows)
            throws IOException {
        WholeFile.writeString(file, text(header, rows));
    }

    /**
     * Formats a header and rows as CSV (RFC 4180, but with line feeds). A cell with a comma, a
     * quotation mark or a line break is quoted. All cells are quoted if one contains a carriage
     * return, or has surrounding blanks that {@link #read} would remove.
     */
    public static String text(List<String> header, Stream<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        Stream.concat(Stream.of(header), rows)
                .map(row -> row.stream().map(CsvCell::write).toList())
                .forEach(all::add);
        // When Jackson decides whether to quote a cell, it ignores carriage returns and outer
        // blanks.
        boolean overlooked =
                all.stream()
                        .flatMap(List::stream)
                        .anyMatch(cell -> cell.contains("\r") || !cell.equals(cell.trim()));
        StringWriter text = new StringWriter();
        try (SequenceWriter writer =
                CsvMapper.builder()
                        .enable(
                                overlooked
                                        ? CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS
                                        : CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                        .build()
                        .writer(CsvSchema.emptySchema())
                        .writeValues(text)) {
            writer.writeAll(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<List<String>> parse(String text) throws IOException {
        CsvMapper mapper =
                CsvMapper.builder()
                        .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                        .enable(CsvParser.Feature.TRIM_SPACES)
                        .build();
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        try (MappingIterator<List<String>> rows =
                mapper.readerForListOf(String.class).with(schema).readValues(text)) {
            return rows.readAll().stream()
                    .map(row -> row.stream().map(CsvCell::read).toList())
                    .toList();
        }
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        long commas = count(header, ',');
        if (count(header, ';') > commas) {
            return ';';
        }
        return count(header, '\t') > commas ? '\t' : ',';
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
    }

    private static InputException unreadable(Path file, String cause, IOException e) {
        return new InputException(
                Problem.Kind.UNREADABLE, file, cause, "save it again as CSV in UTF-8", e);
    }
}
