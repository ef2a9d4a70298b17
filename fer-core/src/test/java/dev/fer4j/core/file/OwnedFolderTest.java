package dev.fer4j.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.OutputException;
import dev.fer4j.core.file.OwnedFolder.Content;
import dev.fer4j.core.file.OwnedFolder.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedFolderTest {

    @TempDir private Path home;

    private Path out;

    @BeforeEach
    void chooseAFolder() {
        out = home.resolve("out");
    }

    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                digests.put(home.relativize(file).toString(), Sha256.of(file));
            }
        }
        return digests;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report.md",
                "checkpoints/resnet50/epoch90.pt",
                "tables/mine.csv",
                "a/b/c/deep.txt"
            })
    void folderWithFilesOfOthersIsRefusedAndNotTouched(String name) throws IOException {
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine");
        Map<String, String> before = digests();
        assertThatThrownBy(() -> FolderLock.acquire(out, Content.RESULTS))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(name.split("/")[0]);
        assertThat(digests()).isEqualTo(before);
    }

    @Test
    void emptyFoldersLogsAndHiddenFilesAreNoFilesOfOthers() throws IOException {
        Files.createDirectories(out.resolve("frames/empty"));
        Files.writeString(out.resolve("run.log"), "begun");
        Files.writeString(out.resolve(".DS_Store"), "x");
        try (FolderLock lock = FolderLock.acquire(out, Content.RESULTS)) {
            assertThat(lock.folder()).isEqualTo(out);
        }
        assertThat(out.resolve("run.log")).hasContent("begun");
    }

    @Test
    void whatWasWrittenIsReplacedAndWhatWasNotIsRefused() throws IOException {
        OwnedFolder.mark(out, Content.RESULTS);
        Path ours = out.resolve("tables/1.csv");
        WholeFile.writeString(ours, "a");
        WholeFile.writeString(ours, "b");
        assertThat(ours).hasContent("b");

        Path theirs = Files.writeString(out.resolve("tables/2.csv"), "mine");
        assertThatThrownBy(() -> WholeFile.writeString(theirs, "c"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(theirs.toString());
        assertThat(theirs).hasContent("mine");
        assertThat(out.resolve("tables")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void changedFileIsRenamedWhenItIsInTheWay() throws IOException {
        OwnedFolder.mark(out, Content.RESULTS);
        Path report = out.resolve("report.md");
        for (String edit : List.of("edited", "edited again")) {
            WholeFile.writeString(report, "ours");
            Files.writeString(report, edit);
        }
        WholeFile.writeString(report, "new");
        assertThat(report).hasContent("new");
        assertThat(out.resolve("report.md.changed")).hasContent("edited");
        assertThat(out.resolve("report.md.changed-2")).hasContent("edited again");
    }

    @Test
    void allowedFilesOfOthersAreRenamedWhenTheyAreInTheWay() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("report.md"), "mine");
        Files.writeString(out.resolve("notes.txt"), "mine too");
        FolderLock.acquire(out, Content.RESULTS, Foreign.KEEP).close();
        WholeFile.writeString(out.resolve("report.md"), "ours");
        assertThat(out.resolve("report.md")).hasContent("ours");
        assertThat(out.resolve("report.md.kept")).hasContent("mine");
        assertThat(out.resolve("notes.txt")).hasContent("mine too");
        // Once is enough.
        FolderLock.acquire(out, Content.RESULTS).close();
    }

    @Test
    void onlyUnchangedFilesOfOursAreDeleted() throws IOException {
        OwnedFolder owned = OwnedFolder.mark(out, Content.RESULTS);
        for (String name : List.of("a", "b", "c")) {
            WholeFile.writeString(out.resolve("part").resolve(name), name);
        }
        Files.writeString(out.resolve("part/b"), "changed");
        Files.writeString(out.resolve("part/foreign"), "mine");
        Path target = Files.writeString(home.resolve("target"), "c");
        Files.delete(out.resolve("part/c"));
        Files.createSymbolicLink(out.resolve("part/c"), target);
        OwnedFolder.deleteResult(out.resolve("part/foreign"));
        assertThat(owned.deleteResults(out.resolve("part")))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("b", "c", "foreign");
        assertThat(out.resolve("part/a")).doesNotExist();
        assertThat(out.resolve("part/b")).hasContent("changed");
        assertThat(target).hasContent("c");
    }

    @Test
    void linksBelowTheFolderAreNotFollowed() throws IOException {
        OwnedFolder owned = OwnedFolder.mark(out, Content.RESULTS);
        WholeFile.writeString(out.resolve("tables/1.csv"), "ours");
        Path elsewhere = home.resolve("elsewhere");
        Files.move(out.resolve("tables"), elsewhere);
        Files.createSymbolicLink(out.resolve("tables"), elsewhere);
        assertThatThrownBy(() -> WholeFile.writeString(out.resolve("tables/1.csv"), "new"))
                .isInstanceOf(OutputException.class);
        assertThatThrownBy(() -> WholeFile.writeString(out.resolve("tables/sub/2.csv"), "new"))
                .isInstanceOf(OutputException.class);
        OwnedFolder.deleteResult(out.resolve("tables/1.csv"));
        assertThat(owned.files()).isEmpty();
        assertThat(owned.deleteResults(out.resolve("tables"))).isEmpty();
        assertThat(owned.deleteAll(file -> true)).isNotEmpty();
        assertThat(elsewhere.resolve("1.csv")).hasContent("ours");
        assertThat(elsewhere.resolve("sub")).doesNotExist();
    }

    @Test
    void folderMayItselfBeALink() throws IOException {
        Path real = Files.createDirectory(home.resolve("real"));
        Files.createSymbolicLink(out, real);
        try (FolderLock lock = FolderLock.acquire(out, Content.RESULTS)) {
            WholeFile.writeString(lock.folder().resolve("a.txt"), "a");
            WholeFile.writeString(lock.folder().resolve("a.txt"), "b");
        }
        assertThat(real.resolve("a.txt")).hasContent("b");
    }

    @ParameterizedTest
    @EnumSource(Content.class)
    void oneFolderDoesNotServeTwoPurposes(Content content) throws IOException {
        OwnedFolder.mark(out, content);
        Path link = Files.createSymbolicLink(home.resolve("link"), out);
        for (Content other : Content.values()) {
            if (other != content) {
                assertThatThrownBy(() -> OwnedFolder.mark(link, other, Foreign.KEEP))
                        .isInstanceOf(OutputException.class);
            }
        }
    }

    @Test
    void namedFilesAreDeletedOnlyIfTheyAreOursAndReal() throws IOException {
        OwnedFolder owned = OwnedFolder.mark(out, Content.CHECKPOINTS);
        Path target = Files.writeString(home.resolve("target"), "x");
        Path link = Files.createSymbolicLink(out.resolve("0000000001.json"), target);
        Path ours = Files.writeString(out.resolve("ours"), "x");
        assertThat(owned.delete(ours, file -> false)).isFalse();
        assertThat(owned.delete(ours, file -> true)).isTrue();
        assertThat(owned.delete(link, file -> true)).isFalse();
        assertThat(owned.delete(target, file -> true)).isFalse();
        assertThat(owned.deleteAll(file -> true)).containsExactly(link);
        assertThat(target).exists();
    }

    @Test
    void processKilledWhileItWritesLosesNothing() throws IOException {
        OwnedFolder.mark(out, Content.RESULTS);
        Path file = out.resolve("a.txt");
        WholeFile.writeString(file, "first");
        // Killed after the marker was written and before the file was renamed; or while it was.
        Path marker = out.resolve(".fer4j");
        Files.writeString(
                marker,
                "\n" + "0".repeat(64) + "  a.txt\n" + "1".repeat(64) + "  b",
                StandardOpenOption.APPEND);
        Path part =
                Files.writeString(
                        out.resolve(".a.txt.0f8fad5b-d9cb-469f-a165-70867728950e.part"), "sec");
        Path theirs = Files.writeString(out.resolve(".mine.part"), "mine");
        FolderLock.acquire(out, Content.RESULTS).close();
        assertThat(part).doesNotExist();
        assertThat(theirs).exists();
        WholeFile.writeString(file, "second");
        assertThat(file).hasContent("second");
        assertThat(out.resolve("a.txt.changed")).doesNotExist();
        assertThat(OwnedFolder.results(out).files()).containsExactly(file);
    }

    @Test
    void markerDoesNotGrowWithEveryWrite() throws IOException {
        OwnedFolder.mark(out, Content.RESULTS);
        for (int i = 0; i < 50; i++) {
            WholeFile.writeString(out.resolve("history.csv"), "epoch " + i);
        }
        WholeFile.writeString(out.resolve("gone.csv"), "x");
        Files.delete(out.resolve("gone.csv"));
        FolderLock.acquire(out, Content.RESULTS).close();
        assertThat(Files.readAllLines(out.resolve(".fer4j"))).hasSize(9);
        OwnedFolder.deleteResult(out.resolve("history.csv"));
        assertThat(out.resolve("history.csv")).doesNotExist();
    }

    @Test
    void markerListsDigestsAsSha256sumDoes() throws IOException {
        OwnedFolder.mark(out, Content.RESULTS);
        String name = "a b/ö\\n\t\n.txt";
        WholeFile.writeString(out.resolve(name), "x");
        assertThat(OwnedFolder.results(out).files()).containsExactly(out.resolve(name));
        assertThat(Files.readAllLines(out.resolve(".fer4j")).get(1))
                .isEqualTo(Sha256.of(out.resolve(name)) + "  a b/ö\\\\n\\t\\n.txt");
        WholeFile.writeString(out.resolve(name), "y");
        assertThat(out.resolve(name)).hasContent("y");
    }
}
