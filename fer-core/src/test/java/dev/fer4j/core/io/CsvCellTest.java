package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd()",
                "+cmd",
                "-cmd",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "-",
                "=",
                "-1-1",
                "+49 30 1234",
                "--1",
                "-1e",
                "\uff1dcmd()",
                "'=cmd()",
                "''-x"
            })
    void formulasAreWrittenAfterAnApostropheThatIsRemovedWhenRead(String text) {
        assertThat(CsvCell.write(text)).isEqualTo("'" + text);
        assertThat(CsvCell.read("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "-1",
                "+1",
                "-0.5",
                "-.5",
                "1e-7",
                "-1.5E+10",
                "-Infinity",
                "-NaN",
                "a=b",
                " =x",
                "'",
                "'a'",
                "'-1",
                "O'Neill"
            })
    void numbersAndOtherTextsAreUnchanged(String text) {
        assertThat(CsvCell.write(text)).isEqualTo(text);
        assertThat(CsvCell.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsWrittenIsReadAndNeverAFormula(long seed) {
        Random random = new Random(seed);
        String alphabet = "'=+-@\t\n\r1.eEa ";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(6); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String written = CsvCell.write(text.toString());
            assertThat(CsvCell.read(written)).isEqualTo(text.toString());
            assertThat(written)
                    .satisfiesAnyOf(
                            cell -> assertThat(cell).doesNotContainPattern("^[=+\\-@\\t\\n\\r]"),
                            cell -> assertThat(Double.parseDouble(cell)).isFinite());
        }
    }
}
