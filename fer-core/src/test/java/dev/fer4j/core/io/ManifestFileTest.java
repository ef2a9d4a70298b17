package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.OwnedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFileTest {

    @TempDir private Path folder;

    private Manifest manifest(Path frames) {
        Sample frame =
                new Sample(
                        "baseline/39-A01-J/0",
                        frames.resolve("39-A01-J/0 ü.png"),
                        Label.INTERESTED,
                        "39",
                        "39-A01-J",
                        Optional.of("A01"),
                        Optional.of(AdCategory.FOOD_MARKET),
                        "baseline",
                        new Origin.VideoFrame("39/A01/J/01.mp4", 12, 0.4, false),
                        new Demographics(Optional.of(Gender.FEMALE), Optional.of(27)),
                        Rights.of("CC-BY-4.0", "written"),
                        "0".repeat(64));
        Sample bare =
                new Sample(
                        "baseline/x",
                        frames.resolve("x.png"),
                        Label.NOT_INTERESTED,
                        "40",
                        "x",
                        Optional.empty(),
                        Optional.empty(),
                        "baseline",
                        new Origin.Synthetic("39-A01-J", Optional.of(3L), "toy-renderer", -5),
                        Demographics.UNKNOWN,
                        Rights.UNKNOWN,
                        "f".repeat(64));
        Problem problem =
                new Problem(Problem.Kind.UNREADABLE, "a.mp4", "is no video", "replace it");
        return new Manifest("baseline", List.of(frame, bare), List.of(problem));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path frames = folder.resolve("out/frames").toAbsolutePath();
        Manifest manifest = manifest(frames);
        Path file = folder.resolve("out/manifest/baseline.jsonl");
        ManifestFile.write(file, manifest, frames);
        assertThat(ManifestFile.read(file)).isEqualTo(manifest);
    }

    @Test
    void theFolderOfTheImagesIsNamedByTheHeader() throws IOException {
        Path frames = folder.resolve("out/frames").toAbsolutePath();
        Path file = folder.resolve("out/manifest/baseline.jsonl");
        ManifestFile.write(file, manifest(frames), frames);
        assertThat(ManifestFile.folder(file)).isEqualTo(frames);
    }

    @Test
    void outputFolderCanBeMovedAsAWhole() throws IOException {
        Path frames = folder.resolve("out/frames").toAbsolutePath();
        ManifestFile.write(folder.resolve("out/manifest/baseline.jsonl"), manifest(frames), frames);
        Files.move(folder.resolve("out"), folder.resolve("moved"));
        Manifest moved = ManifestFile.read(folder.resolve("moved/manifest/baseline.jsonl"));
        assertThat(moved.samples().get(0).file())
                .isEqualTo(folder.resolve("moved/frames/39-A01-J/0 ü.png").toAbsolutePath());
        assertThat(Files.readString(folder.resolve("moved/manifest/baseline.jsonl")))
                .doesNotContain(folder.toString());
    }

    @Test
    void cutFileIsRefused() throws IOException {
        Path frames = folder.resolve("frames").toAbsolutePath();
        Path file = folder.resolve("m/baseline.jsonl");
        ManifestFile.write(file, manifest(frames), frames);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> ManifestFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("baseline.jsonl")
                .hasMessageContaining("announces 3");
    }

    @Test
    void brokenLineIsNamed() throws IOException {
        Path frames = folder.resolve("frames").toAbsolutePath();
        Path file = folder.resolve("m/baseline.jsonl");
        ManifestFile.write(file, manifest(frames), frames);
        List<String> lines = Files.readAllLines(file);
        lines.set(2, lines.get(2).replace("NOT_INTERESTED", "PERHAPS"));
        Files.write(file, lines);
        assertThatThrownBy(() -> ManifestFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("PERHAPS");
    }

    @Test
    void emptyFileAndOtherFormatsAreRefused() throws IOException {
        Path file = folder.resolve("x.jsonl");
        Files.writeString(file, "");
        assertThatThrownBy(() -> ManifestFile.read(file)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> ManifestFile.folder(file)).hasMessageContaining("is empty");
        Files.writeString(
                file, "{\"version\":1,\"source\":\"s\",\"samples\":0,\"quarantined\":0}\n");
        assertThatThrownBy(() -> ManifestFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("format is missing");
        Files.writeString(
                file,
                "{\"format\":\"other\",\"version\":1,\"source\":\"s\",\"folder\":\".\","
                        + "\"samples\":0,\"quarantined\":0}\n");
        assertThatThrownBy(() -> ManifestFile.read(file)).hasMessageContaining("other");
    }

    @Test
    void aBackslashIsPartOfANameWhereTheSystemAllowsIt() throws IOException {
        Sample sample = manifest(folder.resolve("a\\b")).samples().get(1);
        Manifest manifest = new Manifest("baseline", List.of(sample), List.of());
        Path file = folder.resolve("m.jsonl");
        ManifestFile.write(file, manifest, folder);
        assertThat(ManifestFile.read(file)).isEqualTo(manifest);
    }

    @Test
    void bytesAndNamesThatAreNoneAreNamed() throws IOException {
        Path file = folder.resolve("m.jsonl");
        ManifestFile.write(file, manifest(folder), folder);
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("x.png", "x\\u0000.png"));
        assertThatThrownBy(() -> ManifestFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("m.jsonl line 3")
                .hasMessageContaining("is not a valid file name");

        Files.write(file, new byte[] {'{', (byte) 0xe7, '\n'});
        assertThatThrownBy(() -> ManifestFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> ManifestFile.folder(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not UTF-8");
    }

    private static List<String> refusals(Path file) throws IOException {
        List<String> subjects = new ArrayList<>();
        ManifestFile.read(file, Optional.empty(), problem -> subjects.add(problem.subject()));
        return subjects;
    }

    @Test
    void filesOutsideTheFolderAreRefused() throws IOException {
        Path frames = folder.resolve("frames");
        Path outside = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(frames);
        Files.createSymbolicLink(frames.resolve("link"), outside);
        Files.writeString(outside.resolve("x.png"), "x");
        Files.createSymbolicLink(frames.resolve("linked.png"), outside.resolve("x.png"));
        Path file = folder.resolve("m/baseline.jsonl");
        for (String name :
                List.of(
                        outside.resolve("x.png").toString(),
                        "../elsewhere/x.png",
                        "a/../../elsewhere/x.png",
                        "link/x.png",
                        "link/missing.png",
                        "linked.png",
                        ".")) {
            ManifestFile.write(file, manifest(frames), frames);
            Files.writeString(file, Files.readString(file).replace("\"x.png\"", Json.line(name)));
            assertThatThrownBy(() -> ManifestFile.read(file))
                    .as(name)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("baseline/x");
            assertThat(refusals(file)).containsExactly("baseline.jsonl sample baseline/x");
        }
    }

    @Test
    void filesReachedByLinksAreNamedByTheirRealPaths() throws IOException {
        Path stills = Files.createDirectories(folder.resolve("stills"));
        Path real = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(stills.resolve("39-A01-J"), real);
        Files.writeString(real.resolve("0 ü.png"), "x");
        Files.writeString(stills.resolve("x.png"), "y");
        Path file = folder.resolve("m/baseline.jsonl");
        ManifestFile.write(file, manifest(stills), stills);
        assertThat(ManifestFile.read(file).samples())
                .extracting(Sample::file)
                .containsExactly(
                        real.resolve("0 ü.png").toRealPath(), stills.resolve("x.png").toRealPath());
    }

    @Test
    void outputFolderThatIsSharedDoesNotSayWhereOtherFoldersAre() throws IOException {
        Path home = folder.resolve("home/ann/stills");
        Path out = folder.resolve("data/out");
        OwnedFolder.mark(out, OwnedFolder.Content.RESULTS);
        Path file = out.resolve("manifest/baseline.jsonl");
        ManifestFile.write(file, manifest(home), home);
        assertThat(Files.readString(file)).doesNotContain("ann").doesNotContain(folder.toString());
        assertThat(ManifestFile.read(file)).isEqualTo(manifest(home.toAbsolutePath()));
        assertThat(ManifestFile.folder(file)).isEqualTo(home.toAbsolutePath());

        Path shared = folder.resolve("shared.jsonl");
        Files.copy(file, shared);
        assertThatThrownBy(() -> ManifestFile.read(shared))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("field folder");
    }

    @Test
    void linkToAManifestNamesTheSameImages() throws IOException {
        Path frames = folder.resolve("out/frames").toAbsolutePath();
        Path file = folder.resolve("out/manifest/baseline.jsonl");
        ManifestFile.write(file, manifest(frames), frames);
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
        assertThat(ManifestFile.read(link)).isEqualTo(manifest(frames));
    }
}
