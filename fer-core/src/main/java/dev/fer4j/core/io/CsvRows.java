package dev.fer4j.core.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cells of a CSV file. Output files are in UTF-8 and use commas. Input files may be in UTF-8 or
 * UTF-16, with or without a byte order mark, and may separate cells by commas, semicolons or tabs,
 * as spreadsheets do, or by the character that their first line names as in {@code sep=;}.
 *
 * <p>Spreadsheets run a cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or
 * a line break as a formula, and names of people, sources and files come from data. Such a cell is
 * written after an apostrophe, unless it is a number, and read without it.
 */
public final class CsvRows {

    /**
     * A row that is not blank.
     *
     * @param line the line of the file, from 1, on which it begins
     * @param cells its cells
     */
    public record Row(int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** The line by which Excel is told the separator. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([^\"\\p{Alnum}])\"?[;,\\s]*", Pattern.CASE_INSENSITIVE);

    private CsvRows() {}

    /**
     * Reads all rows, including the header. Blanks around a cell are removed unless it is quoted.
     *
     * <p>A line such as {@code sep=;} is a row too.
     *
     * @throws InputException if the file is neither UTF-8 nor UTF-16, or not CSV
     */
    public static List<List<String>> read(Path file) throws IOException {
        return parse(file).stream().map(Row::cells).toList();
    }

    /**
     * Reads the rows that are not blank, including the header, but without a line such as {@code
     * sep=;} before it.
     *
     * @throws InputException if the file is neither UTF-8 nor UTF-16, or not CSV
     */
    public static List<Row> rows(Path file) throws IOException {
        List<Row> rows =
                parse(file).stream()
                        .filter(row -> !row.cells().stream().allMatch(String::isBlank))
                        .toList();
        boolean named =
                !rows.isEmpty()
                        && SEPARATOR_LINE
                                .matcher(String.join("", rows.get(0).cells()) + ";")
                                .matches();
        return named ? rows.subList(1, rows.size()) : rows;
    }

    private static List<Row> parse(Path file) throws IOException {
        try {
            return parse(decode(Files.readAllBytes(file)));
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8", e);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw unreadable(file, "is not valid CSV" + where + ": " + e.getOriginalMessage(), e);
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

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = encoding(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** In UTF-16 one byte of the first character is 0, unless a byte order mark comes first. */
    private static Charset encoding(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return (first == 0xfe && second == 0xff) || (first == 0 && second != 0)
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    private static List<Row> parse(String text) throws IOException {
        CsvFactory format =
                CsvFactory.builder()
                        .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                        .enable(CsvParser.Feature.TRIM_SPACES)
                        .build();
        List<Row> all = new ArrayList<>();
        try (CsvParser parser = format.createParser(text)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(text)));
            parser.nextToken(); // The array of all rows.
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                int line = parser.currentLocation().getLineNr();
                List<String> cells = new ArrayList<>();
                for (String cell = parser.nextTextValue();
                        cell != null;
                        cell = parser.nextTextValue()) {
                    cells.add(CsvCell.read(cell));
                }
                all.add(new Row(line, cells));
            }
        }
        return List.copyOf(all);
    }

    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        Matcher named = SEPARATOR_LINE.matcher(header);
        if (named.matches()) {
            return named.group(1).charAt(0);
        }
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
