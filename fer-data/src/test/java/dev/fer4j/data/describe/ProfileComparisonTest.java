package dev.fer4j.data.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.describe.ProfileRow.Quantity;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.RecordingUnit;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileComparisonTest {

    private static final String FOOD = "Food_and_Market_Subfolder/";

    @TempDir private Path folder;

    private NeuroBioSenseFolder data;

    @BeforeEach
    void start() {
        data = new NeuroBioSenseFolder(folder);
    }

    private static ExpectedProfile food(int recordings, KnownDifference... known) {
        return new ExpectedProfile(
                "pilot",
                List.of(
                        new ExpectedCategory(
                                AdCategory.FOOD_MARKET,
                                Optional.of(recordings),
                                Optional.of(2),
                                Optional.empty(),
                                Optional.of(0.5),
                                List.of("39", "40"))),
                Optional.of(2),
                List.of(known));
    }

    private ProfileRow recordings(ExpectedProfile profile) throws IOException {
        return row(profile, Quantity.RECORDINGS);
    }

    private ProfileRow row(ExpectedProfile profile, Quantity quantity) throws IOException {
        return compare(profile).row(quantity, Optional.of(AdCategory.FOOD_MARKET)).orElseThrow();
    }

    private ProfileComparison compare(ExpectedProfile profile) throws IOException {
        return ProfileComparison.of(DataSource.neuroBioSense(data.write()).list(), profile);
    }

    /** One usable recording, two without a row, one of an unknown label, two rows that disagree. */
    private void unlabelled() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A02/J/1.mp4")
                .clip(FOOD + "39/A02/SA/1.mp4")
                .clip(FOOD + "39/A03/J/1.mp4")
                .clip(FOOD + "40/A04/J/1.mp4")
                .row(39, "", "", 1, "Yes")
                .row("", "", "", 3, "perhaps")
                .row(40, "", "", 4, "Yes")
                .row("", "", "", 4, "No");
    }

    @Test
    void recordingsThatWereLeftOutAreCounted() throws IOException {
        unlabelled();
        assertThat(recordings(food(5)).reason())
                .contains(
                        "2 without a label in the questionnaire; 1 with a label that is neither yes"
                                + " nor no; 1 ambiguous: an id that occurs twice, or rows that"
                                + " disagree");
    }

    @Test
    void whatIsNotAccountedForIsUnexplained() throws IOException {
        unlabelled();
        assertThat(recordings(food(7)).reason().orElseThrow()).endsWith("; -2 unexplained");
        assertThat(recordings(food(3)).reason().orElseThrow()).endsWith("; +2 unexplained");
    }

    @Test
    void knownDifferencesCountWhatWasLeftOutToo() throws IOException {
        unlabelled();
        KnownDifference known = new KnownDifference(AdCategory.FOOD_MARKET, 5, "one was withdrawn");
        assertThat(recordings(food(6, known)).reason().orElseThrow())
                .startsWith("2 without a label")
                .endsWith("disagree; one was withdrawn");
    }

    @Test
    void participantsWithoutAUsableRecordingAreToldFromAbsentOnes() throws IOException {
        unlabelled();
        assertThat(row(food(5), Quantity.PARTICIPANTS).reason()).contains("nothing usable of 40");
    }

    @Test
    void moreOfEverythingIsUnexplained() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "40/A01/J/1.mp4")
                .clip(FOOD + "60/A01/J/1.mp4")
                .row(39, "", "", 1, "Yes")
                .row(40, "", "", 1, "Yes")
                .row(60, "", "", 1, "Yes");

        assertThat(recordings(food(2)).reason()).contains("unexplained");
        assertThat(row(food(2), Quantity.PARTICIPANTS).reason()).contains("not expected: 60");
        assertThat(row(food(2), Quantity.PREVALENCE).reason())
                .contains("unexplained: 1 more recording cannot make +2 interested");
    }

    @Test
    void emptyAndMisplacedFoldersMayBeTheMissingOnes() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A01/SA/readme.txt")
                .clip(FOOD + "40/intro/J/1.mp4")
                .row(39, "", "", 1, "Yes");

        assertThat(recordings(food(2)).reason()).contains("folders without a clip: 1");
        assertThat(recordings(food(4)).reason())
                .contains("folders without a clip: 1; outside the layout: 1 folders or clips");
    }

    @Test
    void foldersAreExplainedByFilesOnlyWhereTheseFit() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A01/J/2.mp4")
                .clip(FOOD + "40/A01/J/1.mp4")
                .row(39, "", "", 1, "Yes")
                .row(40, "", "", 1, "Yes");

        assertThat(recordings(food(3)).reason())
                .contains("2 folders; one recording per clip file would give 3");
        assertThat(recordings(food(4)).reason()).contains("unexplained");
    }

    @Test
    void filesOfOneFolderAreLostAsOneWhereFoldersFit() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A01/J/2.mp4")
                .clip(FOOD + "39/A01/J/3.mp4")
                .clip(FOOD + "40/A01/J/1.mp4")
                .clip(FOOD + "40/A01/J/2.mp4")
                .row(39, "", "", 1, "Yes");
        SourceListing files =
                DataSource.neuroBioSense(data.write()).withRecordingUnit(RecordingUnit.FILE).list();

        assertThat(
                        ProfileComparison.of(files, food(2))
                                .row(Quantity.RECORDINGS, Optional.of(AdCategory.FOOD_MARKET))
                                .orElseThrow()
                                .reason())
                .contains(
                        "3 clip files; one folder each would give 1; 1 without a label in the"
                                + " questionnaire");
    }

    @Test
    void peopleInSeveralCategoriesAndOthersAreToldInTheTotals() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip("Car_and_Technology/39/A02/J/1.mp4")
                .row(39, "", "", 1, "Yes")
                .row("", "", "", 2, "No");

        ProfileComparison comparison = compare(food(1));
        assertThat(comparison.row(Quantity.RECORDINGS, Optional.empty()).orElseThrow().reason())
                .contains("other categories or none +1");

        ExpectedProfile both =
                new ExpectedProfile(
                        "both",
                        List.of(one(AdCategory.FOOD_MARKET), one(AdCategory.CAR_TECHNOLOGY)),
                        Optional.of(2),
                        List.of());
        assertThat(compare(both).row(Quantity.PARTICIPANTS, Optional.empty()).orElseThrow())
                .extracting(row -> row.reason().orElseThrow())
                .isEqualTo("in several categories -1");
    }

    private static ExpectedCategory one(AdCategory category) {
        return new ExpectedCategory(
                category,
                Optional.of(1),
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void imagesOfNoFixedNumberARecordingAreKnownLater() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4").row(39, "", "", 1, "Yes");
        ExpectedProfile profile =
                Json.parse(
                        "{\"name\":\"odd\",\"categories\":[{\"category\":\"food-market\","
                                + "\"recordings\":2,\"images\":15}]}",
                        ExpectedProfile.class,
                        "text");

        ProfileComparison comparison = compare(profile);

        assertThat(comparison.rows())
                .extracting(row -> row.category().isPresent() + " " + row.quantity())
                .containsExactly("true RECORDINGS", "true IMAGES", "false RECORDINGS");
        assertThat(row(profile, Quantity.IMAGES).found()).isEmpty();
        assertThat(comparison.toText())
                .containsPattern("food-market images +- +15 +- +known once frames are sampled");
    }

    @Test
    void stillsAreImages() throws IOException {
        Files.createFile(folder.resolve("a.png"));
        Files.writeString(folder.resolve("labels.csv"), "file,label\na.png,yes\n");

        ProfileComparison comparison =
                ProfileComparison.of(DataSource.stills(folder).list(), ExpectedProfile.paper());

        assertThat(comparison.row(Quantity.IMAGES, Optional.empty()).orElseThrow().reason())
                .hasValueSatisfying(
                        reason -> assertThat(reason).endsWith("other categories or none +1"));
    }

    @Test
    void isJsonThatCanBeReadBack() throws IOException {
        unlabelled();
        DatasetReport report =
                DatasetReport.of(
                        DataSource.neuroBioSense(data.write()).list(), Optional.of(food(5)));

        String json = Json.pretty(report);

        assertThat(json).contains("\"found\" : 1,", "\"difference\" : -4,", "\"NO_LABEL\"");
        assertThat(Json.parse(json, DatasetReport.class, "text")).isEqualTo(report);
    }

    @Test
    void textListsProblemsByKindUpToALimit() throws IOException {
        unlabelled();
        DatasetReport report =
                DatasetReport.of(DataSource.neuroBioSense(data.write()).list(), Optional.empty());

        assertThat(report.problems()).hasSize(4);
        assertThat(report.toText(3, "see the list"))
                .startsWith(report.description().toText() + "problems:\n  NO_LABEL (2)\n    ")
                .doesNotContain("profile")
                .containsPattern(
                        "A03/J: recording 39-A03-J is left out: .* row 3, INTERESTED IN: 'perhaps'")
                .endsWith("  … and 1 more; see the list\n");
        assertThat(report.toText(4, "see the list"))
                .contains("  DUPLICATE (1)\n")
                .doesNotContain("see the list");
    }
}
