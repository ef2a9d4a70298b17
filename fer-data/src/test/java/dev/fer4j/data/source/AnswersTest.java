package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Gender;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.answer.LabelAnswers;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers in labels and questionnaires mean. */
class AnswersTest {

    private static final LabelAnswers SCALE = LabelAnswers.of(List.of("4", "5"), List.of("1", "2"));

    @TempDir Path folder;

    private StillFolder stills(String name, String text) throws IOException {
        for (int i = 1; i <= 4; i++) {
            Files.write(folder.resolve(i + ".png"), new byte[0]);
        }
        Files.writeString(folder.resolve(name), text);
        return DataSource.stills(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file,label\n1.png,1\n2.png,2\n3.png,1\n4.png,0\n",
                "file,label\n1.png,1\n2.png,1 - not at all\n3.png,5 - very\n4.png,0\n",
                "file,label\n1.png,1.0\n2.png,-9\n3.png,1\n4.png,99\n",
                "file;label\n1.png;1\n2.png;\"2,5\"\n3.png;1\n4.png;0,0\n"
            })
    void inAColumnOfOtherNumbersNoNumberIsALabel(String table) throws IOException {
        SourceListing listing = stills("labels.csv", table).list();
        assertThat(listing.stills()).isEmpty();
        assertThat(listing.problems())
                .hasSize(4)
                .allMatch(problem -> problem.kind() == Kind.UNKNOWN_LABEL);
    }

    @Test
    void wordsAmongOtherNumbersAreLabels() throws IOException {
        SourceListing listing =
                stills(
                                "labels.csv",
                                "file,label\n1.png,1\n2.png,3\n3.png,yes\n4.png,NotInterested\n")
                        .list();
        assertThat(listing.stills())
                .extracting(Still::label)
                .containsExactly(Label.INTERESTED, Label.NOT_INTERESTED);
    }

    @Test
    void linesOfJsonHaveOneColumnToo() throws IOException {
        SourceListing listing =
                stills(
                                "labels.jsonl",
                                """
                                {"file":"1.png","label":1}
                                {"file":"2.png","label":5}
                                """)
                        .list();
        assertThat(listing.stills()).isEmpty();
    }

    @Test
    void answersThatAreNamedAreLabelsAndOthersAreSetAside() throws IOException {
        SourceListing listing =
                stills("labels.csv", "file,label\n1.png,5.0\n2.png,2\n3.png,3\n4.png,\n")
                        .withAnswers(SCALE)
                        .list();
        assertThat(listing.stills())
                .extracting(Still::id, Still::label)
                .containsExactly(
                        tuple("youtube/1", Label.INTERESTED),
                        tuple("youtube/2", Label.NOT_INTERESTED));
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        tuple(Kind.UNKNOWN_LABEL, "labels.csv line 4"),
                        tuple(Kind.NO_LABEL, "labels.csv line 5"));
    }

    @Test
    void theQuestionnaireFollowsTheSameRule() throws IOException {
        NeuroBioSenseFolder data = new NeuroBioSenseFolder(folder);
        for (int ad = 1; ad <= 3; ad++) {
            data.clip("Food_and_Market_Subfolder/7/A0" + ad + "/J/1.mp4");
            data.row(7, "", "", ad, List.of(1, 5, 3).get(ad - 1));
        }
        data.write();
        assertThat(DataSource.neuroBioSense(folder).list().recordings()).isEmpty();
        SourceListing listing = DataSource.neuroBioSense(folder).withAnswers(SCALE).list();
        assertThat(listing.recordings())
                .extracting(Recording::id, Recording::label)
                .containsExactly(
                        tuple("7-A01-J", Label.NOT_INTERESTED), tuple("7-A02-J", Label.INTERESTED));
        assertThat(listing.problems())
                .extracting(Problem::kind)
                .containsExactly(Kind.UNKNOWN_LABEL);
    }

    @Test
    void aManifestWithOtherNumbersIsRefused() throws IOException {
        Files.write(folder.resolve("1.png"), new byte[0]);
        Path csv = folder.resolve("m.csv");
        String header = "id,file,label,participant,recording,source,origin,location\n";
        String row = "%d,1.png,%s,7,r%d,mine,still-image,x\n";
        Files.writeString(csv, header + row.formatted(1, "1", 1) + row.formatted(2, "2", 2));
        assertThatThrownBy(() -> DataSource.manifest(csv).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 3 column label");
    }

    @Test
    void valuesThatCannotBeReadCountAsUnknownAndTheRowIsUsed() throws IOException {
        SourceListing listing =
                stills(
                                "labels.csv",
                                """
                                file,label,sex,age,Ad Category,Licence,notes
                                1.png,yes,weiblich,27.0,Food & Market,CC0-1.0,x
                                2.png,yes,prefer not to say,n/a,-,,
                                3.png,yes,Homme,old,Sports & Games,,
                                4.png,yes,2,-1,食品,,
                                """)
                        .list();
        assertThat(listing.stills())
                .extracting(
                        still -> still.demographics().gender().orElse(null),
                        still -> still.demographics().age().orElse(null),
                        still -> still.category().map(AdCategory::id).orElse(""),
                        still -> still.rights().license().orElse(""))
                .containsExactly(
                        tuple(Gender.FEMALE, 27, "food-market", "CC0-1.0"),
                        tuple(null, null, "", ""),
                        tuple(Gender.MALE, null, "sports-games", ""),
                        tuple(null, null, "", ""));
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        tuple(Kind.UNUSED, "labels.csv"),
                        tuple(Kind.UNUSED_VALUE, "labels.csv line 4"),
                        tuple(Kind.UNUSED_VALUE, "labels.csv line 5"),
                        tuple(Kind.UNUSED_VALUE, "labels.csv line 5"),
                        tuple(Kind.UNUSED_VALUE, "labels.csv line 5"));
        assertThat(listing.problems().get(0).cause()).endsWith("not read: notes");
    }

    @Test
    void theOwnNameOfAColumnComesBeforeItsSpellings() throws IOException {
        SourceListing listing =
                stills("labels.csv", "file,label,subject id,person\n1.png,yes,cars,anna\n").list();
        assertThat(listing.stills()).extracting(Still::participant).containsExactly("youtube/anna");
        assertThat(
                        stills("labels.csv", "file,label,Participant_ID\n1.png,yes,anna\n")
                                .list()
                                .stills())
                .extracting(Still::participant)
                .containsExactly("youtube/anna");
    }
}
