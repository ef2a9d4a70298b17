package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies, names and links of clips and their folders. */
class NeuroBioSenseClipsTest {

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

    private void write(String below, String bytes) throws IOException {
        data.clip(FOOD + below);
        Files.writeString(data.path(FOOD + below), bytes);
    }

    @Test
    void copiesOfAClipInItsFolderCountOnce() throws IOException {
        write("39/A01/J/1.mp4", "one");
        write("39/A01/J/1 (1).mp4", "one");
        write("39/A01/J/2.mp4", "two");
        data.row(39, "", "", 1, "Yes").write();

        SourceListing folders = list();
        SourceListing files =
                DataSource.neuroBioSense(root).withRecordingUnit(RecordingUnit.FILE).list();

        assertThat(folders.recordings().get(0).clips())
                .extracting(clip -> clip.getFileName().toString())
                .containsExactly("1.mp4", "2.mp4");
        assertThat(folders.problems()).extracting(Problem::kind).containsExactly(Kind.UNUSED);
        assertThat(folders.problems().get(0).message()).contains("1 (1).mp4", "a copy of 1.mp4");
        assertThat(files.recordings())
                .extracting(Recording::id)
                .containsExactly("39-A01-J-1", "39-A01-J-2");
    }

    @Test
    void aClipOfTwoPeopleOrLabelsIsReportedAndUsed() throws IOException {
        write("39/A01/J/1.mp4", "one");
        write("40/A01/J/7.mp4", "one");
        write("41/A01/J/1.mp4", "two");
        data.row(39, "", "", 1, "Yes").row(40, "", "", 1, "No").row(41, "", "", 1, "No").write();

        SourceListing listing = list();

        assertThat(listing.recordings()).hasSize(3);
        assertThat(listing.problems())
                .extracting(Problem::kind)
                .containsExactly(Kind.CONTRADICTION);
        assertThat(listing.problems().get(0).message())
                .contains("39/A01/J/1.mp4", "39-A01-J (participant 39, INTERESTED)")
                .contains("40-A01-J (participant 40, NOT_INTERESTED)");
    }

    @Test
    void filesOfOneNameWithOtherEndingsAreTwoRecordings() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4")
                .clip(FOOD + "39/A01/J/1.avi")
                .clip(FOOD + "39/A01/J/2.webm")
                .row(39, "", "", 1, "Yes")
                .write();
        assertThat(
                        DataSource.neuroBioSense(root)
                                .withRecordingUnit(RecordingUnit.FILE)
                                .list()
                                .recordings())
                .extracting(Recording::id)
                .containsExactly("39-A01-J-1.avi", "39-A01-J-1.mp4", "39-A01-J-2");
    }

    @Test
    void hiddenClipsAreNamedAndFilesOfSystemsAreNot() throws IOException {
        for (String name : List.of("1.mp4", ".1.mp4", ".DS_Store", "Thumbs.db")) {
            data.clip(FOOD + "39/A01/J/" + name);
        }
        data.clip("../__MACOSX/Advertisement Categories/._1.mp4")
                .clip("__MACOSX/39/A01/J/._1.mp4")
                .clip(FOOD + "__MACOSX/._39")
                .row(39, "", "", 1, "Yes")
                .write();
        SourceListing listing = list();
        assertThat(listing.recordings()).hasSize(1);
        assertThat(listing.problems())
                .extracting(Problem::kind, p -> p.subject().replaceAll(".*/", ""))
                .containsExactly(tuple(Kind.UNUSED, ".1.mp4"));
    }

    @Test
    void linkedFoldersAreFollowed() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4").row(39, "", "", 1, "Yes").write();
        Files.move(data.path(FOOD + "39"), temporary.resolve("elsewhere"));
        Files.createSymbolicLink(data.path(FOOD + "39"), temporary.resolve("elsewhere"));
        Files.createSymbolicLink(data.path(FOOD + "40"), Path.of("gone"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), root);
        SourceListing listing = DataSource.neuroBioSense(link).list();
        assertThat(listing.problems())
                .extracting(Problem::kind, p -> p.subject().replaceAll(".*/", ""))
                .containsExactly(tuple(Kind.MISSING, "40"));
        assertThat(listing.recordings()).extracting(Recording::id).containsExactly("39-A01-J");
        assertThat(listing.recordings().get(0).clips().get(0)).startsWithRaw(link);
    }

    @Test
    void aSecondFolderOfCategoriesIsNamed() throws IOException {
        data.clip(FOOD + "39/A01/J/1.mp4").row(39, "", "", 1, "Yes").write();
        Files.createDirectories(temporary.resolve("Test/Advertisement Categories"));
        SourceListing listing = list();
        assertThat(listing.recordings()).hasSize(1);
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.UNEXPECTED_LAYOUT, "Test/Advertisement Categories"));
    }
}
