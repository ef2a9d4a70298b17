package dev.fer4j.eval.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.io.ScoreColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the columns of a file of scores are taken for. */
class ScoreHeaderTest {

    @TempDir private Path folder;

    private ScoredCases read(String text) throws IOException {
        return read(text, ScoreColumns.BY_NAME);
    }

    private ScoredCases read(String text, ScoreColumns columns) throws IOException {
        return ScoredCasesCsv.read(Files.writeString(folder.resolve("scores.csv"), text), columns);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "participant_id",
                "Participant ID",
                "participant-id",
                "participantId",
                "subject",
                "Subject_ID",
                "subid",
                "SUBID",
                "sub",
                "person",
                "pid",
                "user",
                "user_id",
                "proband",
                "Patient.No"
            })
    void peopleAreKnownByUsualNames(String name) throws IOException {
        ScoredCases cases = read("label,score," + name + "\n1,0.5,a\n0,0.5,b\n1,0.7,b\n");

        assertThat(cases.independentUnit()).isEqualTo("participant");
        assertThat(cases.independent().count()).isEqualTo(2);
        assertThat(cases.notes()).singleElement().asString().startsWith("Read: participant from ");
    }

    @Test
    void twoColumnsOfPeopleAreRefusedUntilOneIsNamed() throws IOException {
        String text = "label,score,participant,subject\n1,0.5,a,x\n0,0.5,b,x\n";

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("participant and subject")
                .hasMessageContaining("--column participant=participant");
        ScoredCases named =
                read(text, ScoreColumns.BY_NAME.with(ScoreColumn.PARTICIPANT, "Subject"));
        assertThat(named.all().get(0).participant()).contains("x");
        assertThat(named.all().get(0).groups()).isEqualTo(Map.of("participant", "a"));
        ScoredCases grouped = read(text, ScoreColumns.BY_NAME.withGroups("subject"));
        assertThat(grouped.all().get(0).participant()).contains("a");
        assertThat(grouped.all().get(0).groups()).isEqualTo(Map.of("subject", "x"));
        assertThat(read(text.replace("subject", "group.subject")).all()).isEqualTo(grouped.all());
        assertThatThrownBy(
                        () ->
                                read(
                                        text,
                                        ScoreColumns.BY_NAME.with(
                                                ScoreColumn.PARTICIPANT, "nobody")))
                .hasMessageContaining("no column 'nobody'");
    }

    @Test
    void labelsAndScoresAreKnownByUsualNames() throws IOException {
        assertThat(read("target;prob\n1;0.5\n0;0.25\n").notes())
                .containsExactly("Read: label from target, score from prob.");
        assertThatThrownBy(() -> read("label,prob,logit\n1,0.5,0\n"))
                .hasMessageContaining("prob and logit, each of which may be the score");
        assertThatThrownBy(() -> read("label,prediction\n1,0.5\n"))
                .hasMessageContaining("--column score=prediction");
        ScoredCases both = read("label,score,y_true,probability,prediction\n1,0.5,0,0.7,1\n");
        assertThat(both.all().get(0).score()).isEqualTo(0.5);
        assertThat(both.all().get(0).groups()).isEmpty();
        assertThat(both.notes()).hasSize(3);
    }

    /** Its labels are predictions, by which every classifier would be perfect. */
    @Test
    void outputOfPredictionsIsRefused() throws IOException {
        String text = "id,images,logit,probability,label\na,1,0.1,0.6,INTERESTED\n";

        assertThatThrownBy(() -> read(text)).hasMessageContaining("whose label is the predicted");
        ScoredCases completed =
                read(
                        text.replace("label", "label,truth").replace("INTERESTED", "INTERESTED,no"),
                        ScoreColumns.BY_NAME
                                .with(ScoreColumn.LABEL, "truth")
                                .with(ScoreColumn.SCORE, "probability"));
        assertThat(completed.positives()).containsExactly(false);
    }

    @Test
    void videosAreRecordingsIfEachHasOneLabelAndOnePerson() throws IOException {
        ScoredCases recordings = read("label,score,clip\n1,0.5,a\n1,0.5,a\n0,0.5,b\n");
        assertThat(recordings.independentUnit()).isEqualTo("recording");
        assertThat(recordings.notes()).containsExactly("Read: recording from clip.");

        ScoredCases ads = read("label,score,video\n1,0.5,a\n0,0.5,a\n0,0.5,b\n");
        assertThat(ads.independentUnit()).isEqualTo("case");
        assertThat(ads.all().get(0).groups()).isEqualTo(Map.of("video", "a"));
        assertThat(ads.notes())
                .containsExactly(
                        "Column video is not read as the recording, since a has cases of two"
                                + " labels or participants.");
        assertThat(read("label,score,recording_id\n1,0.5,a\n").haveRecordings()).isTrue();
    }

    @Test
    void idsAreOfOneCase() throws IOException {
        ScoredCases cases = read("ID,label,score\nx,1,0.5\ny,0,0.5\n");
        assertThat(cases.all())
                .extracting(one -> one.id().orElseThrow())
                .isEqualTo(List.of("x", "y"));
        assertThat(cases.all().get(0).groups()).isEmpty();
        assertThatThrownBy(() -> read("id,label,score\nx,1,0.5\ny,0,0.5\nx,1,0.7\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("id x occurs twice, in lines 2 and 4");
    }
}
