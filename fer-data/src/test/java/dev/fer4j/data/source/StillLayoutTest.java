package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, links and folders of stills. */
class StillLayoutTest {

    @TempDir Path temporary;

    private Path folder() {
        return temporary.resolve("youtube");
    }

    private void image(String name) throws IOException {
        Path file = folder().resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private SourceListing list(String labels) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("labels.csv"), labels);
        return DataSource.stills(folder()).list();
    }

    @Test
    void aPersonOfBothLabelsHasTwoSeries() throws IOException {
        image("anna/interested/1.png");
        image("anna/not-interested/2.png");
        image("anna/not-interested/3.png");
        image("ben/interested/1.png");
        assertThat(DataSource.stills(folder()).list().stills())
                .extracting(Still::recording)
                .containsExactly(
                        "youtube/anna-INTERESTED",
                        "youtube/anna-NOT_INTERESTED",
                        "youtube/anna-NOT_INTERESTED",
                        "youtube/ben");
    }

    @Test
    void imagesOfOneNameWithOtherEndingsAreTwo() throws IOException {
        image("interested/IMG_1.JPG");
        image("interested/IMG_1.PNG");
        image("interested/IMG_2.PNG");
        image("not-interested/IMG_1.jpeg");
        SourceListing byFolders = DataSource.stills(folder()).list();
        assertThat(byFolders.problems()).isEmpty();
        assertThat(byFolders.stills())
                .extracting(Still::id)
                .containsExactly(
                        "youtube/interested/IMG_1.JPG",
                        "youtube/interested/IMG_1.PNG",
                        "youtube/interested/IMG_2",
                        "youtube/not-interested/IMG_1");

        SourceListing byFile =
                list(
                        """
                        file,label
                        not-interested/IMG_1.jpeg,no
                        interested/IMG_1.PNG,yes
                        interested/IMG_2.PNG,yes
                        interested/IMG_1.JPG,yes
                        """);
        assertThat(byFile.stills())
                .extracting(Still::id)
                .containsExactlyInAnyOrderElementsOf(
                        byFolders.stills().stream().map(Still::id).toList());
    }

    @Test
    void linkedFoldersAndLabelsAreFollowed() throws IOException {
        image("interested/p1.png");
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("p2.png"));
        Files.createSymbolicLink(folder().resolve("not-interested"), Path.of("../elsewhere"));
        Files.createSymbolicLink(folder().resolve("no"), Path.of("../elsewhere"));
        Files.createSymbolicLink(folder().resolve("interested/up"), Path.of(".."));
        Files.createSymbolicLink(folder().resolve("interested/p3.png"), Path.of("../../p3.png"));
        Files.createFile(temporary.resolve("p3.png"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("youtube"));

        SourceListing listing = DataSource.stills(link).list();

        assertThat(StillFolder.isOne(link)).isTrue();
        assertThat(listing.stills())
                .extracting(Still::file, Still::label)
                .containsExactly(
                        tuple(link.resolve("interested/p1.png"), Label.INTERESTED),
                        tuple(link.resolve("interested/p3.png"), Label.INTERESTED),
                        tuple(link.resolve("no/p2.png"), Label.NOT_INTERESTED));
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNUSED, "interested/up"), tuple(Kind.UNUSED, "not-interested"));
    }

    @Test
    void aLinkedFolderOfWhichLabelsNameNothingIsNamed() throws IOException {
        image("a/1.png");
        Files.createDirectories(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder().resolve("away"), Path.of("../elsewhere"));
        Files.createSymbolicLink(folder().resolve("alias"), Path.of("a"));
        SourceListing listing = list("file,label\nalias/1.png,yes\n");
        assertThat(listing.stills()).extracting(Still::id).containsExactly("youtube/alias/1");
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.UNUSED, "away"), tuple(Kind.UNUSED, "a/1.png"));
    }

    @Test
    void foldersOfSplitsAreNoPeople() throws IOException {
        image("train/interested/anna/1.png");
        image("train/ben/not-interested/2.png");
        image("Test_Set/not-interested/cem/3.png");
        image("val/interested/dora/4.png");
        image("val/interested/5.png");
        image("test/images/interested/6.png");

        SourceListing listing = DataSource.stills(folder()).list();

        assertThat(listing.stills())
                .extracting(Still::participant)
                .containsExactlyInAnyOrder(
                        "youtube/anna", "youtube/ben", "youtube/cem", "youtube/dora");
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNEXPECTED_LAYOUT, "val/interested/5.png"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "test/images/interested/6.png"),
                        tuple(Kind.UNUSED, "Test_Set, test, train, val"));
    }

    @Test
    void splitsWithoutPeopleAreRefused() throws IOException {
        image("train/interested/1.png");
        image("test/not-interested/1.png");
        assertThat(StillFolder.isOne(folder())).isTrue();
        assertThatThrownBy(() -> DataSource.stills(folder()).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("test, train")
                .hasMessageContaining("test/not-interested/1.png")
                .hasMessageContaining("file,label,person");
    }

    @Test
    void labelFilesNameThePeopleOfSplits() throws IOException {
        image("train/1.png");
        image("test/1.png");
        SourceListing listing =
                list("file,label,person\ntrain/1.png,yes,anna\ntest/1.png,no,ben\n");
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.stills())
                .extracting(Still::participant)
                .containsExactly("youtube/anna", "youtube/ben");
        SourceListing partly = list("file,label,person\ntrain/1.png,yes,\ntest/1.png,no,ben\n");
        assertThat(partly.stills()).extracting(Still::participant).containsExactly("youtube/ben");
        assertThatThrownBy(() -> list("file,label\ntrain/1.png,yes\ntest/1.png,no\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("train/1.png");
    }

    @Test
    void valAndDevAreAlsoFirstNames() throws IOException {
        image("val/interested/1.png");
        image("anna/not-interested/1.png");
        assertThat(DataSource.stills(folder()).list().stills())
                .extracting(Still::participant)
                .containsExactly("youtube/anna", "youtube/val");
    }

    @Test
    void filesOfSystemsAreNoProblemAndHiddenOnesAre() throws IOException {
        image("interested/p1.png");
        image("interested/._p1.png");
        image("interested/.DS_Store");
        image("__MACOSX/interested/p1.png");
        image("interested/.ipynb_checkpoints/p1-checkpoint.png");
        image("Thumbs.db");
        assertThat(DataSource.stills(folder()).list().problems()).isEmpty();
        image("interested/.p1.png");
        SourceListing listing = DataSource.stills(folder()).list();
        assertThat(listing.stills()).extracting(Still::id).containsExactly("youtube/interested/p1");
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.UNUSED, "interested/.p1.png"));
    }
}
