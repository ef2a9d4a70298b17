package dev.fer4j.eval.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final List<Column> COLUMNS = List.of(Column.left("Name"), Column.right("AUC"));

    @Test
    void alignsForTheConsole() {
        Table table =
                new Table(
                        "Scores",
                        COLUMNS,
                        List.of(List.of("Baseline", "0.5"), List.of("é", "undefined")),
                        "A note.");

        assertThat(table.toText())
                .isEqualTo(
                        """
                        Scores

                        Name            AUC
                        --------  ---------
                        Baseline        0.5
                        é         undefined

                        A note.
                        """);
    }

    @Test
    void wrapsLongNotes() {
        Table table = new Table("", COLUMNS, List.of(), "word ".repeat(60).strip());

        assertThat(table.toText().lines().mapToInt(String::length)).allMatch(l -> l <= 100);
        assertThat(table.toText().lines()).hasSizeGreaterThan(4);
    }

    @Test
    void quotesCsvWhereItMust() {
        Table table =
                new Table(
                        "not printed",
                        COLUMNS,
                        List.of(List.of("a, \"b\"", "1"), List.of("line\nbreak", "")),
                        "not printed");

        assertThat(table.toCsv()).isEqualTo("Name,AUC\n\"a, \"\"b\"\"\",1\n\"line\nbreak\",\n");
    }

    @Test
    void spreadsheetsRunNoCell() {
        List<List<String>> rows =
                List.of(
                        List.of("=HYPERLINK(\"http://evil.example\")", "-0.5"),
                        List.of("+cmd|' /C calc'!A0", "+1e-3"),
                        List.of("-2+3", "-"),
                        List.of("@SUM(A1)", ".5"),
                        List.of("\tx", "a=b"));

        assertThat(new Table("", COLUMNS, rows, "").toCsv())
                .isEqualTo(
                        """
                        Name,AUC
                        "'=HYPERLINK(""http://evil.example"")",-0.5
                        '+cmd|' /C calc'!A0,+1e-3
                        '-2+3,'-
                        '@SUM(A1),.5
                        '\tx,a=b
                        """);
    }

    @Test
    void escapesAllTextInHtml() {
        String evil = "<script>\"&'";
        Table table = new Table(evil, List.of(Column.left(evil)), List.of(List.of(evil)), evil);

        assertThat(table.toHtml())
                .doesNotContain("<script>")
                .contains("<td>&lt;script&gt;&quot;&amp;&#39;</td>")
                .contains("<p class=\"note\">&lt;script&gt;");
        assertThat(table.toHtml().split("&lt;script&gt;&quot;&amp;&#39;", -1)).hasSize(6);
    }

    @Test
    void charactersThatActAreShownEverywhere() {
        Table table = new Table("t\u001b", COLUMNS, List.of(List.of("a\u001b[2J\u202e", "1")), "");
        for (String text :
                List.of(table.toText(), table.toCsv(), table.toHtml(), table.toMarkdown())) {
            assertThat(text).contains("u001b", "u202e").doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void everyRowMustFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("t", COLUMNS, List.of(List.of("one")), ""))
                .withMessageContaining("2 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("t", List.of(), List.of(), ""));
    }
}
