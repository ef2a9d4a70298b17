package dev.fer4j.eval.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                                Label.NOT_INTERESTED,
                                0.25,
                                Optional.of("r1"),
                                Optional.of("p1"),
                                Map.of("gender", "F")),
                        new ScoredCase(
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
