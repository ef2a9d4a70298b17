package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Rights;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuroBioSenseTest {

    private static final String CAR = "Car_and_Technology/";
    private static final String COSMETICS = "Cosmetics_and_Fashion/";
    private static final String FOOD = "Food_and_Market_Subfolder/";

    @TempDir Path temporary;

    private Path root;
    private NeuroBioSenseFolder data;

    @BeforeEach
    void start() {
        root = temporary.resolve("NeuroBioSense");
        data = new NeuroBioSenseFolder(root);
    }

    private SourceListing list() throws IOException {
        return DataSource.neuroBioSense(temporary).list();
    }

    private static List<Problem> of(SourceListing listing, Kind kind) {
        return listing.problems().stream().filter(problem -> problem.kind() == kind).toList();
    }

    @Test
    void readsOtherSpellingsOfPeopleAdsAndClips() throws IOException {
        data.clip(CAR + "25/A03/SU/01.MOV")
                .clip(COSMETICS + "P7/A15/J/1.mkv")
                .clip(FOOD + "39 /A1/J/Clip 1.MP4")
                .clip(FOOD + "39 /A02/SA/v1.mov")
                .row(25, "M", 31, "A03", "Yes")
                .row("P7", "Female", 20, 15, "No")
                .row(39, "F", 44, "A01", "yes")
                .row("", "", "", 2.0, "No")
                .write();

        SourceListing listing = list();

        assertThat(listing.source()).isEqualTo("baseline");
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.recordings())
                .extracting(
                        Recording::id,
                        Recording::label,
                        Recording::participant,
                        r -> r.ad().orElseThrow(),
                        r -> r.category().orElseThrow())
                .containsExactly(
                        tuple(
                                "25-A03-SU",
                                Label.INTERESTED,
                                "25",
                                "A03",
                                AdCategory.CAR_TECHNOLOGY),
                        tuple(
                                "7-A15-J",
                                Label.NOT_INTERESTED,
                                "7",
                                "A15",
                                AdCategory.COSMETICS_FASHION),
                        tuple("39-A01-J", Label.INTERESTED, "39", "A01", AdCategory.FOOD_MARKET),
                        tuple(
                                "39-A02-SA",
                                Label.NOT_INTERESTED,
                                "39",
                                "A02",
                                AdCategory.FOOD_MARKET));
        assertThat(listing.recordings().get(3).demographics().gender()).contains(Gender.FEMALE);
        assertThat(listing.recordings().get(3).demographics().age()).contains(44);
        assertThat(listing.recordings().get(1).demographics().age()).contains(20);
    }

    @Test
    void genderAndAgeDoNotPassToTheNextPerson() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "40/A01/J/1.mp4")
                .row(39, "F", 44, "A01", "Yes")
                .row(40, "", "", "A01", "No")
                .write();

        assertThat(list().recordings().get(1).demographics().gender()).isEmpty();
        assertThat(list().recordings().get(1).demographics().age()).isEmpty();
    }

    @Test
    void aFolderIsARecordingOfClipsInNaturalOrder() throws IOException {
        for (String name : List.of("10.mp4", "2.mp4", "1.mp4", "._1.mp4")) {
            data.clip(FOOD + "39/A01/J/" + name);
        }
        data.row(39, "", "", 1, "Yes").write();

        SourceListing listing = list();

        assertThat(listing.recordings()).hasSize(1);
        assertThat(listing.recordings().get(0).clips())
                .extracting(clip -> clip.getFileName().toString())
                .containsExactly("1.mp4", "2.mp4", "10.mp4");
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void aFileIsARecordingWhereAskedFor() throws IOException {
        data.clip(FOOD + "39/A01/J/10.mp4").clip(FOOD + "39/A01/J/2.mp4");
        data.row(39, "", "", 1, "Yes").write();

        SourceListing listing =
                DataSource.neuroBioSense(temporary)
                        .withRecordingUnit(RecordingUnit.FILE)
                        .withSource("lab")
                        .withRights(Rights.of("CC-BY-4.0", "research"))
                        .list();

        assertThat(listing.source()).isEqualTo("lab");
        assertThat(listing.recordings())
                .extracting(Recording::id)
                .containsExactly("39-A01-J-2", "39-A01-J-10");
        assertThat(listing.recordings().get(0).rights().license()).contains("CC-BY-4.0");
    }

    @Test
    void everyRecordingIsListedOrNamedInAProblem() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A02/J/1.mp4")
                .clip(FOOD + "39/A03/J/1.mp4")
                .clip(FOOD + "39/A04/J/1.mp4")
                .clip(FOOD + "39/A05/J/1.mp4")
                .row(39, "", "", 1, "Yes")
                .row("", "", "", 3, "perhaps")
                .row("", "", "", 4, "Yes")
                .row("", "", "", 4, "No")
                .row("", "", "", 5, "")
                .row("", "", "", 9, "No")
                .write();

        SourceListing listing = list();

        assertThat(listing.recordings()).extracting(Recording::id).containsExactly("39-A01-J");
        assertThat(listing.problems())
                .extracting(Problem::kind, p -> p.subject().replaceAll(".*/(A..)/.*", "$1"))
                .containsExactly(
                        tuple(Kind.NO_LABEL, "A02"),
                        tuple(Kind.UNKNOWN_LABEL, "A03"),
                        tuple(Kind.DUPLICATE, "A04"),
                        tuple(Kind.NO_LABEL, "A05"),
                        tuple(Kind.UNUSED, NeuroBioSenseFolder.QUESTIONNAIRE + " row 7"));
        assertThat(of(listing, Kind.UNKNOWN_LABEL).get(0).message())
                .contains("'perhaps'", "row 3", "neither yes nor no");
        assertThat(of(listing, Kind.DUPLICATE).get(0).message()).contains("rows 4 and 5 disagree");
        assertThat(of(listing, Kind.NO_LABEL).get(0).subject())
                .isEqualTo(
                        "NeuroBioSense/Advertisement"
                                + " Categories/Food_and_Market_Subfolder/39/A02/J");
    }

    @Test
    void rowsThatCannotBeAssignedAreNamedAndNotGivenToThePersonAbove() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A02/J/1.mp4")
                .row(39, "F", "old", 1, "Yes")
                .row("visitor", "M", "", 2, "Yes")
                .row(39, "M", 20, "first", "Yes")
                .write();

        SourceListing listing = list();

        assertThat(listing.recordings()).extracting(Recording::id).containsExactly("39-A01-J");
        assertThat(listing.recordings().get(0).demographics().gender()).contains(Gender.FEMALE);
        assertThat(of(listing, Kind.UNUSED))
                .extracting(Problem::message)
                .satisfiesExactly(
                        m -> assertThat(m).contains("row 3", "has no participant"),
                        m -> assertThat(m).contains("row 4", "no ad number", "'first'"));
        assertThat(of(listing, Kind.UNUSED_VALUE))
                .extracting(Problem::message)
                .satisfiesExactly(
                        m -> assertThat(m).contains("row 2", "AGE", "'old'"),
                        m -> assertThat(m).contains("row 4", "a different gender or age"));
        assertThat(of(listing, Kind.NO_LABEL)).hasSize(1);
    }

    @Test
    void aRowThatIsRepeatedCountsOnce() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4");
        data.row(39, "", "", 1, "Yes").row(39, "", "", "A01", "yes").write();

        SourceListing listing = list();

        assertThat(listing.recordings()).hasSize(1);
        assertThat(listing.problems()).extracting(Problem::kind).containsExactly(Kind.UNUSED);
    }

    @Test
    void whatDoesNotFitTheLayoutIsNamed() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A01/J/notes.txt")
                .clip(FOOD + "39/A01/stray.mp4")
                .clip(FOOD + "39/A01/SA/readme.txt")
                .clip(FOOD + "visitor/A01/J/1.mp4")
                .clip(FOOD + "39/intro/J/1.mp4")
                .clip(FOOD + "39/A01/J/old/1.mp4")
                .clip("Sports_and_Games/60/A01/J/1.mp4")
                .clip("Sports_and_Games/60/A01/J/2.mp4");
        Files.createDirectories(data.path(FOOD + "41"));
        data.row(39, "", "", 1, "Yes").write();

        SourceListing listing = list();

        assertThat(listing.recordings()).extracting(Recording::id).containsExactly("39-A01-J");
        assertThat(listing.problems())
                .extracting(Problem::kind, p -> p.subject().replaceAll(".*Categories/[^/]*/?", ""))
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNUSED, "39/A01/J/notes.txt"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "39/A01/stray.mp4"),
                        tuple(Kind.UNUSED, "39/A01/SA/readme.txt"),
                        tuple(Kind.EMPTY, "39/A01/SA"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "visitor"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "39/intro"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "39/A01/J/old"),
                        tuple(Kind.EMPTY, "41"),
                        tuple(Kind.UNKNOWN_CATEGORY, ""));
        assertThat(of(listing, Kind.UNKNOWN_CATEGORY).get(0).message())
                .contains("Sports_and_Games", "2 clips", "did you mean");
    }

    @Test
    void recordingsOfOneIdAreAllLeftOut() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "P39/A1/J/1.mp4")
                .clip(FOOD + "40/A01/J/1.mp4")
                .row(39, "", "", 1, "Yes")
                .row(40, "", "", 1, "Yes")
                .write();

        SourceListing listing = list();

        assertThat(listing.recordings()).extracting(Recording::id).containsExactly("40-A01-J");
        assertThat(of(listing, Kind.DUPLICATE)).hasSize(2);
    }

    @Test
    void readsACsvQuestionnaire() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4").clip(FOOD + "39/A02/J/1.mp4");
        Path csv = root.resolve("Participant Data/Participant_demographic_information.csv");
        Files.createDirectories(csv.getParent());
        Files.writeString(
                csv, "\ufeffSubId;Gender;Age;Add No.;Interested in\nP39;F;27;A1;YES\n;;;A2; no \n");

        assertThat(list().recordings())
                .extracting(Recording::label)
                .containsExactly(Label.INTERESTED, Label.NOT_INTERESTED);
    }

    @Test
    void missingFolder() {
        Path gone = temporary.resolve("gone");
        assertThatThrownBy(() -> DataSource.neuroBioSense(gone).list())
                .isInstanceOf(InputException.class)
                .hasMessage(
                        gone
                                + ": is not a folder (give the folder to which NeuroBioSense was"
                                + " unpacked)");
    }

    @Test
    void emptyFolder() {
        assertThatThrownBy(this::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void folderOfSomethingElse() throws IOException {
        Files.createDirectories(temporary.resolve("Photos/2024"));
        assertThatThrownBy(this::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no folder 'Advertisement Categories'");
    }

    @Test
    void noParticipantData() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4");
        assertThatThrownBy(this::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no folder 'Participant Data'");
    }

    @Test
    void noQuestionnaire() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4");
        Files.createDirectories(root.resolve("Participant Data"));
        Files.createFile(root.resolve("Participant Data/~$questionnaire.xlsx"));
        assertThatThrownBy(this::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no questionnaire")
                .hasMessageContaining("found none");
    }

    @Test
    void noClipAtAll() throws IOException {
        Files.createDirectories(data.path(FOOD + "39/A01/J"));
        data.row(39, "", "", 1, "Yes").write();
        assertThatThrownBy(this::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no clip");
    }

    @Test
    void questionnaireThatIsNoSpreadsheet() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4").row(39, "", "", 1, "Yes").write();
        Path file = root.resolve("Participant Data").resolve(NeuroBioSenseFolder.QUESTIONNAIRE);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 100, whole.length / 2, whole.length - 40}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(this::list)
                    .as("%s bytes", length)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(NeuroBioSenseFolder.QUESTIONNAIRE);
        }
    }

    @Test
    void questionnaireWithoutTheLabelColumn() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4");
        Path csv = root.resolve("Participant Data/any.csv");
        Files.createDirectories(csv.getParent());
        Files.writeString(csv, "SUBID,ADDNO,LIKES\n39,A01,Yes\n");
        assertThatThrownBy(this::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("interestedin")
                .hasMessageContaining("SUBID, ADDNO, LIKES");
    }

    @Test
    void theOnlySpreadsheetIsTheQuestionnaireWhateverItsName() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4").row(39, "", "", 1, "Yes").write("people.xlsx");
        assertThat(list().recordings()).hasSize(1);
        assertThat(list().recordings().get(0).ad()).isEqualTo(Optional.of("A01"));
    }

    @Test
    void furtherColumnsOfTheQuestionnaireAreGroupsOfThePerson() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A02/J/1.mp4")
                .clip(FOOD + "40/A1/J/1.mp4");
        Path csv = root.resolve("Participant Data/Participant_demographic_information.csv");
        Files.createDirectories(csv.getParent());
        Files.writeString(
                csv,
                """
                SubId,Add No.,Interested in,Home Country
                39,A1,yes,TR
                ,A2,no,DE
                40,A1,no,
                """);
        SourceListing listing =
                DataSource.neuroBioSense(temporary).withGroups("home country").list();
        Groups turkish = Groups.NONE.withColumn("home country", "TR");
        assertThat(listing.recordings())
                .extracting(Recording::groups)
                .containsExactly(turkish, turkish, Groups.NONE);
        assertThat(of(listing, Kind.UNUSED_VALUE))
                .extracting(Problem::subject)
                .containsExactly("Participant_demographic_information.csv row 3");
        assertThat(list().recordings()).extracting(Recording::groups).containsOnly(Groups.NONE);
        assertThatThrownBy(() -> DataSource.neuroBioSense(temporary).withGroups("device").list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("device");
    }
}
