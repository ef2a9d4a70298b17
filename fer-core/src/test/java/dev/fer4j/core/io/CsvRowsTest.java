package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static final List<String> HEADER = List.of("id", "note");

    @TempDir private Path folder;

    @Test
    void quotesOnlyCellsThatNeedIt() {
        assertThat(
                        CsvRows.text(
                                HEADER,
                                Stream.of(
                                        List.of("a, b", "says \"b\""),
                                        List.of("two\nlines", ""),
                                        List.of("longer than any cell of two dozen", "é; #"))))
                .isEqualTo(
                        """
                        id,note
                        "a, b","says ""b\"""
                        "two
                        lines",
                        longer than any cell of two dozen,é; #
                        """);
    }

    @Test
    void rowsHaveTheLinesOnWhichTheyBegin() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("lines.csv"),
                        "\r\nsep=|\r\nid|note\r\n1|\"two\r\nlines\"\r\n \r\n|\r\n2|3");

        assertThat(CsvRows.rows(file))
                .containsExactly(
                        new CsvRows.Row(3, HEADER),
                        new CsvRows.Row(4, List.of("1", "two\r\nlines")),
                        new CsvRows.Row(8, List.of("2", "3")));
        assertThat(CsvRows.read(file)).hasSize(7).contains(HEADER, List.of("2", "3"));
    }

    @Test
    void brokenQuotesAreLocated() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.csv"), "id,note\n1,\"a\"b\n");

        assertThatThrownBy(() -> CsvRows.rows(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not valid CSV in line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "\"", "\r", "a\r\nb", "\n", "#a", "\t;", "é"})
    void whatIsWrittenIsRead(String cell) throws IOException {
        Path file = folder.resolve("a.csv");

        CsvRows.write(file, HEADER, Stream.of(List.of("1", cell), List.of(cell, "2")));

        assertThat(CsvRows.read(file))
                .containsExactly(HEADER, List.of("1", cell), List.of(cell, "2"));
    }
}
