package dev.fer4j.core.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file's cells. UTF-8; separated by commas, or by semicolons or tabs as spreadsheets do. */
public final class CsvRows {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CsvRows() {}

    /**
     * Reads all rows, the header included. Blanks around a cell are left out unless it is quoted.
     *
     * @throws InputException if the file is not UTF-8 or no CSV
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

    private static List<List<String>> parse(String text) throws IOException {
        CsvMapper mapper =
                CsvMapper.builder()
                        .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                        .enable(CsvParser.Feature.TRIM_SPACES)
                        .build();
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        try (MappingIterator<List<String>> rows =
                mapper.readerForListOf(String.class).with(schema).readValues(text)) {
            return rows.readAll();
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
                new Problem(
                        Problem.Kind.UNREADABLE,
                        file.toString(),
                        cause,
                        "save it again as CSV in UTF-8"),
                e);
    }
}
