package dev.fer4j.eval.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is read back by a parser of CommonMark with GitHub's tables. */
class MarkdownTextTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** The only paragraph of a document that has nothing but text in it. */
    private static String textOf(String markdown) {
        Node document = PARSER.parse(markdown);
        assertThat(document.getFirstChild()).as(markdown).isInstanceOf(Paragraph.class);
        assertThat(document.getFirstChild().getNext()).as(markdown).isNull();
        StringBuilder text = new StringBuilder();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text node) {
                        text.append(node.getLiteral());
                    }

                    @Override
                    public void visit(Code node) {
                        text.append("CODE");
                    }

                    @Override
                    public void visit(Emphasis node) {
                        text.append("EMPHASIS");
                    }

                    @Override
                    public void visit(StrongEmphasis node) {
                        text.append("STRONG");
                    }

                    @Override
                    public void visit(Link node) {
                        text.append("LINK");
                    }

                    @Override
                    public void visit(Image node) {
                        text.append("IMAGE");
                    }

                    @Override
                    public void visit(HtmlInline node) {
                        text.append("HTML");
                    }

                    @Override
                    public void visit(HtmlBlock node) {
                        text.append("HTML");
                    }
                });
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "[click](http://evil.example)",
                "![x](http://evil.example/x.png)",
                "http://evil.example and www.evil.example",
                "# heading",
                "- list",
                "+ list",
                "12. list",
                "12) list",
                "> quote",
                "    code",
                "```code```",
                "`code` *a* _b_ __c__ ~~d~~",
                "a | b | c",
                "&amp; &lt; &#42;",
                "===",
                "---",
                "\\",
                "\\*not escaped\\*",
                "<!-- gone -->",
                "[id]: http://evil.example 'title'",
                "food-market_cosmetics-fashion_car-technology",
                "F(2, 297) = 24.38, p < 0.001",
            })
    void textMeansItself(String text) {
        assertThat(textOf(MarkdownText.of(text))).isEqualTo(text.strip());
    }

    @Test
    void lineBreaksBecomeBlanks() {
        assertThat(textOf(MarkdownText.of("a\r\n# b\u2028\tc"))).isEqualTo("a  # b  c");
    }

    @Test
    void charactersThatActAreShown() {
        assertThat(textOf(MarkdownText.of("a\u001b[31m\u0000\u202eb")))
                .isEqualTo("a\\u001b[31m\\u0000\\u202eb");
    }

    /** What GitHub adds to CommonMark looks at characters that are not escaped only. */
    @Test
    void mentionsReferencesAndAddressesAreEscaped() {
        assertThat(MarkdownText.of("@somebody #12 http://a.example www.b.example"))
                .isEqualTo("\\@somebody \\#12 http\\://a.example www\\.b.example");
    }

    @Test
    void numbersStayReadable() {
        assertThat(MarkdownText.of("0.5")).isEqualTo("0.5");
        assertThat(MarkdownText.of("-0.5")).isEqualTo("-0.5");
        assertThat(MarkdownText.of("+0.131 to +0.242")).isEqualTo("+0.131 to +0.242");
    }

    /** Any mixture of what means something means itself. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomTextMeansItself(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        String alphabet = "\\`*_{}[]<>()#+-.!|&~$@:/=\"'^ab1 www.http://";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int j = random.nextInt(20); j >= 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            // The parser makes one blank of several at an end only.
            String expected = text.toString().strip();
            assertThat(textOf(MarkdownText.of(expected))).isEqualTo(expected);
            String atStart = expected.substring(1).strip();
            if (!atStart.isEmpty()) {
                assertThat(textOf(MarkdownText.of(atStart))).isEqualTo(atStart);
            }
        }
    }

    @Test
    void aTableStaysATableWhateverItsCellsHold() {
        String evil = "a | b\n| c | <b> \\";
        Table table =
                new Table(
                        "# t | *x*",
                        List.of(Column.left(evil), Column.right("n")),
                        List.of(List.of(evil, "1"), List.of("|||", "-")),
                        "a note");

        Node document = PARSER.parse(table.toMarkdown());

        assertThat(document.getFirstChild()).isInstanceOf(Paragraph.class);
        Node block = document.getFirstChild().getNext();
        assertThat(block).isInstanceOf(org.commonmark.ext.gfm.tables.TableBlock.class);
        assertThat(cells(block)).isEqualTo(3 * 2);
        assertThat(block.getNext()).isInstanceOf(Paragraph.class);
        assertThat(block.getNext().getNext()).isNull();
    }

    private static int cells(Node node) {
        int count = node instanceof org.commonmark.ext.gfm.tables.TableCell ? 1 : 0;
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            count += cells(child);
        }
        return count;
    }
}
