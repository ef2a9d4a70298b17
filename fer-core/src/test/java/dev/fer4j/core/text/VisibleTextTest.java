package dev.fer4j.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @CsvSource({
        "0000", "0007", "0008", "000b", "000d", "001b", "007f", "0085", "009b", "061c", "200e",
        "200f", "2028", "2029", "202a", "202e", "2066", "2069", "d800", "dc00"
    })
    void charactersWithoutShapeAreShown(String code) {
        String text = "a" + (char) Integer.parseInt(code, 16) + "b";
        assertThat(VisibleText.line(text)).isEqualTo("a\\u" + code + "b");
        assertThat(VisibleText.lines(text)).isEqualTo("a\\u" + code + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Zoë – 图像 \ud83d\ude00", "سلام", "a\u200db", "C:\\x\\u"})
    void otherTextIsUnchanged(String text) {
        assertThat(VisibleText.line(text)).isEqualTo(text);
        assertThat(VisibleText.lines(text)).isEqualTo(text);
    }

    @Test
    void lineBreaksAndTabsAreShownInALineAndKeptInLines() {
        assertThat(VisibleText.line("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
        assertThat(VisibleText.lines("a\n\tb\r\nc\rd")).isEqualTo("a\n\tb\r\nc\\u000dd");
    }
}
