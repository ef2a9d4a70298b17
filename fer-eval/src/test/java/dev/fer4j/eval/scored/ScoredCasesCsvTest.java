package dev.fer4j.eval.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoredCasesCsvTest {

    @TempDir private Path folder;

    private ScoredCases read(String text) throws IOException {
        return ScoredCasesCsv.read(Files.writeString(folder.resolve("scores.csv"), text));
    }

    @Test
    void labelsAndScoresAreEnough() throws IOException {
        ScoredCases cases = read("label,score\n1,2.5\nnot interested,-1e3\n\nYES,0\n");
        assertThat(cases.name()).isEqualTo("scores.csv");
        assertThat(cases.positives()).containsExactly(true, false, true);
        assertThat(cases.scores()).containsExactly(2.5, -1000, 0);
        assertThat(cases.areProbabilities()).isFalse();
        assertThat(cases.independentUnit()).isEqualTo("case");
        assertThat(cases.independent().count()).isEqualTo(3);
        assertThat(cases.notes()).isEmpty();
        assertThat(cases.all())
                .extracting(ScoredCase::line)
                .containsExactly(Optional.of(2), Optional.of(3), Optional.of(5));
    }

    @Test
    void otherColumnsAreRecordingsParticipantsAndGroups() throws IOException {
        ScoredCases cases =
                read(
                        "Score;LABEL;participant;recording;gender\n"
                                + "0.25;0;p1;r1;F\n"
                                + "0.5;1;p2;r2;\n");
        assertThat(cases.all())
                .containsExactly(
                        new ScoredCase(
                                Optional.empty(),
                                Optional.of(2),
                                Label.NOT_INTERESTED,
                                0.25,
                                Optional.of("r1"),
                                Optional.of("p1"),
                                Map.of("gender", "F")),
                        new ScoredCase(
                                Optional.empty(),
                                Optional.of(3),
                                Label.INTERESTED,
                                0.5,
                                Optional.of("r2"),
                                Optional.of("p2"),
                                Map.of()));
        assertThat(cases.independentUnit()).isEqualTo("participant");
    }

    @Test
    void allWrongCellsAreNamedAtOnce() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "label,score,recording\n"
                                                + "maybe,0.5,r\n1,NaN,r\n1,0.5,\n0,1\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(
                        "scores.csv",
                        "line 2 label 'maybe' is not 1 or 0",
                        "line 3 score 'NaN' is not a finite number",
                        "line 4 has no recording",
                        "line 5 has 2 cells for 3");
    }

    @Test
    void columnsAreNeeded() {
        assertThatThrownBy(() -> read("name,value\na,1\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected at least label and score");
        assertThatThrownBy(() -> read("")).hasMessageContaining("expected at least label");
        assertThatThrownBy(() -> read("label,score,score\n1,1,1\n"))
                .hasMessageContaining("'score' twice");
        assertThatThrownBy(() -> ScoredCasesCsv.read(folder.resolve("none.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label,score,participant",
                "label,score\n",
                "label,score\r\n\r\n",
                "sep=;\nlabel;score\n",
                "label,score\n,\n \n"
            })
    void rowsAreNeeded(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has a header and no row");
    }

    /** The same two cases as other programs write them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "label,score,person\n1,0.25,a b\n0,0.5,c\n",
                "\ufefflabel,score,person\r\n1,0.25,a b\r\n0,0.5,c\r\n",
                "sep=;\r\nlabel;score;person\r\n1;0,25;a b\r\n0;0,5;c\r\n",
                "\"sep=,\"\nlabel,score,person\n1,0.25,a b\n0,0.5,c\n",
                "SEP=|\nlabel|score|person\n1|0.25|a b\n0|0.5|c\n",
                "label\tscore\tperson\n1\t0.25\ta b\n0\t0.5\tc\n",
                "label;score;person\n1;0,25;a b\n0;5,0e-1;c\n",
                "\"label\",\"score\",\"person\"\n\"1\",\"0,25\",\"a b\"\n\"0\",\",5\",\"c\"\n",
                ",label,score,person\n0,1,0.25,a b\n1,0,0.5,c\n",
                "\"\",\"label\",\"score\",\"person\"\n\"1\",1,0.25,\"a b\"\n\"2\",0,0.5,\"c\"\n",
                "label,score,person,,\n1,0.25,a b,,\n0,0.5,c,,\n,,,,\n",
                "\n\nlabel,score,person\n1,0.25,\"a\nb\"\n\n0,0.5,c\n\n\n",
                "label,score,person\r1,0.25,a b\r0,0.5,c\r",
                " Label , SCORE ,Person \n 1 , 0.25 ,a\u00a0b\n0,0.5,c\u200b",
                "label,score,person,\n1,0.25,a b\n0,0.5,c\n",
                "y_true,y_score,person\nTrue,0.25,a b\nFalse,0.5,c\n"
            })
    void dialectsAreRead(String text) throws IOException {
        ScoredCases cases = read(text);

        assertThat(cases.positives()).containsExactly(true, false);
        assertThat(cases.scores()).containsExactly(0.25, 0.5);
        assertThat(cases.all())
                .extracting(ScoredCase::participant)
                .containsExactly(Optional.of("a b"), Optional.of("c"));
        assertThat(cases.all()).extracting(ScoredCase::groups).containsOnly(Map.of());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "UTF-16BE,false"})
    void unicodeTextOfSpreadsheetsIsRead(String charset, boolean marked) throws IOException {
        String text = (marked ? "\ufeff" : "") + "label\tscore\tparticipant\r\n1\t0,5\tM\u00fcller";
        Path file = folder.resolve("unicode.txt");
        Files.write(file, text.getBytes(Charset.forName(charset)));

        assertThat(ScoredCasesCsv.read(file).all().get(0).participant()).contains("M\u00fcller");
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(
                file, "label,score,participant\n1,1,M\u00fc".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ScoredCasesCsv.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void rowNamesAreLeftOutWithAWord() throws IOException {
        assertThat(read(",label,score\n0,1,0.9\n1,0,0.2\n").notes())
                .containsExactly(
                        "The first column has no name and is left out: its cells are row names.");
        assertThat(read(",label,score\n,1,0.9\n,0,0.2\n").notes()).isEmpty();
        assertThatThrownBy(() -> read("label,,score\n1,x,0.9\n"))
                .hasMessageContaining("line 2 has 'x' in column 2, which has no name");
        assertThatThrownBy(() -> read("label,score\n1,1,0.9\n2,0,0.2\n"))
                .hasMessageContaining("row.names = FALSE");
    }

    @Test
    void unknownAgesAndPeopleAreNotTakenForKnownOnes() throws IOException {
        ScoredCases cases = read("label,score,age,user\n1,0.5,NA,NA\n0,0.5,23.0,b\n1,0.5,,NA\n");

        assertThat(cases.all())
                .extracting(ScoredCase::groups)
                .containsExactly(Map.of(), Map.of("age", "23.0"), Map.of());
        assertThat(cases.peopleNotes())
                .singleElement()
                .asString()
                .startsWith("The 2 cases of participant NA");
    }

    @Test
    void linesAreThoseOfTheFile() {
        assertThatThrownBy(() -> read("sep=,\n\nlabel,score,note\n1,0.5,\"a\nb\"\n\n2,0.5,c\n"))
                .hasMessageContaining("line 7 label '2' is not 1 or 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label;score\n1;0,5\n0;0.5\n",
                "label;score\n1;1,234\n0;2,500\n",
                "label;score\n1;1.234,5\n",
                "label;score\n1;1,234,567\n",
                "label,score\n1,85%\n",
                "label,score\n1,Infinity\n",
                "label,score\n1,\n"
            })
    void unclearScoresAreRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class);
    }

    @Test
    void decimalCommasWithThreeDigitsAreClearBesideOthers() throws IOException {
        assertThat(read("label;score\n1;1,234\n0;2,5\n0;3\n").scores())
                .containsExactly(1.234, 2.5, 3);
    }

    @Test
    void recordingHasOneLabel() {
        assertThatThrownBy(() -> read("label,score,recording\n1,0.5,r\n0,0.5,r\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("recording r has cases of two labels");
    }

    @Test
    void groupsMayBeSpelledAsInTablesOfSamples() throws IOException {
        assertThat(read("label,score,Group.Country\n1,0.5,TR\n0,0.5,\n").all())
                .extracting(ScoredCase::groups)
                .containsExactly(Map.of("country", "TR"), Map.of());
        assertThatThrownBy(() -> read("label,score,country,group.country\n1,1,a,b\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'country' twice");
    }
}
