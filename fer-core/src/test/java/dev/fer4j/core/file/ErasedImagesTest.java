package dev.fer4j.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Erasure;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasedImagesTest {

    private static final Problem QUARANTINED =
            new Problem(Kind.UNREADABLE, "39/A01/J/02.mp4", "is no video", "replace it");

    @TempDir private Path folder;

    private Manifest lab;
    private Manifest synthetic;

    @BeforeEach
    void writeAStudy() throws IOException {
        Origin frame = new Origin.VideoFrame("c.mp4", 0, 0, false);
        lab =
                new Manifest(
                        "lab",
                        List.of(
                                sample("lab", "a0", "39", "39-A", frame),
                                sample("lab", "b0", "40", "40-A", frame),
                                sample("lab", "a1", "39", "39-A", frame)),
                        List.of(QUARANTINED));
        synthetic =
                new Manifest(
                        "gan",
                        List.of(
                                sample("gan", "of-a", "39", "gan/39-A", from("39-A")),
                                sample("gan", "of-b", "40", "gan/40-A", from("40-A")),
                                // A generator that named its people anew hides whose face it is.
                                sample("gan", "renamed", "x", "gan/x", from("39-A")),
                                sample("gan", "grandchild", "y", "gan/y", from("gan/x"))),
                        List.of());
    }

    private static Origin from(String parent) {
        return new Origin.Synthetic(parent, Optional.empty(), "toy-renderer", 1);
    }

    private Sample sample(String source, String name, String person, String rec, Origin origin)
            throws IOException {
        Path file = Files.writeString(folder.resolve(source + "-" + name + ".png"), name);
        return new Sample(
                source + "/" + name,
                file,
                Label.INTERESTED,
                person,
                rec,
                Optional.empty(),
                Optional.empty(),
                source,
                origin,
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Sha256.of(file));
    }

    private Path file(String name) {
        return folder.resolve(name + ".png");
    }

    @Test
    void deletesTheImagesNamedAndNoOthersAndReportsThoseGone() throws IOException {
        Erasure erasure = Erasure.of(List.of(lab, synthetic), "39");
        Files.delete(file("gan-of-a"));
        assertThat(ErasedImages.delete(erasure, List.of(folder)))
                .containsExactly(
                        new Problem(
                                Kind.MISSING, file("gan-of-a").toString(), "was already gone", ""));
        assertThat(folder)
                .isDirectoryNotContaining(path -> erasure.files().contains(path))
                .isDirectoryContaining(path -> path.equals(file("lab-b0")))
                .isDirectoryContaining(path -> path.equals(file("gan-of-b")));
        assertThat(ErasedImages.delete(erasure, List.of(folder)))
                .hasSize(5)
                .allMatch(p -> p.kind() == Kind.MISSING);
    }

    @Test
    void ofALinkOnlyTheLinkAndOfAFolderNothingIsDeleted() throws IOException {
        Path target = Files.writeString(folder.resolve("elsewhere.png"), "face");
        Files.delete(file("lab-a0"));
        Files.createSymbolicLink(file("lab-a0"), target);
        Files.delete(file("lab-a1"));
        Files.createDirectory(file("lab-a1"));
        assertThat(ErasedImages.delete(lab.without("39"), List.of(folder)))
                .extracting(Problem::message)
                .satisfiesExactly(
                        link -> assertThat(link).contains("lab-a0", "was a link", "elsewhere.png"),
                        dir -> assertThat(dir).contains("lab-a1", "is a folder"));
        assertThat(target).exists();
        assertThat(Files.isSymbolicLink(file("lab-a0"))).isFalse();
        assertThat(file("lab-a1")).isDirectory();
    }

    @Test
    void anImageThatAnotherPersonsSampleNamesIsLeftAndReported() throws IOException {
        Sample mine = lab.samples().get(0);
        Sample same =
                new Sample(
                        "lab/same",
                        mine.file(),
                        mine.label(),
                        "41",
                        "41-A",
                        mine.ad(),
                        mine.category(),
                        "lab",
                        mine.origin(),
                        mine.demographics(),
                        mine.rights(),
                        mine.sha256());
        Erasure erasure = new Manifest("lab", List.of(mine, same), List.of()).without("39");
        assertThat(erasure.files()).isEmpty();
        assertThat(ErasedImages.delete(erasure, List.of(folder)))
                .singleElement()
                .satisfies(p -> assertThat(p.kind()).isEqualTo(Kind.DUPLICATE));
        assertThat(mine.file()).exists();
    }

    @Test
    void filesThatCannotBeDeletedAreNamedAfterAllOthersAreGone() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "no folder").resolve("a.png");
        Sample mine = lab.samples().get(0);
        Sample stuck =
                new Sample(
                        "lab/stuck",
                        blocked,
                        mine.label(),
                        "39",
                        "39-A",
                        mine.ad(),
                        mine.category(),
                        "lab",
                        mine.origin(),
                        mine.demographics(),
                        mine.rights(),
                        mine.sha256());
        Erasure erasure = new Manifest("lab", List.of(stuck, mine), List.of()).without("39");
        assertThatThrownBy(() -> ErasedImages.delete(erasure, List.of(folder)))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(blocked.toString());
        assertThat(mine.file()).doesNotExist();
    }

    private static Sample at(Sample sample, Path file) {
        return new Sample(
                sample.id(),
                file,
                sample.label(),
                sample.participant(),
                sample.recording(),
                sample.ad(),
                sample.category(),
                sample.source(),
                sample.origin(),
                sample.demographics(),
                sample.rights(),
                sample.sha256());
    }

    private static List<Problem> eraseAt(Sample sample, Path file, Path folder) {
        Manifest manifest = new Manifest("lab", List.of(at(sample, file)), List.of());
        return ErasedImages.delete(manifest.without("39"), List.of(folder));
    }

    @Test
    void filesOutsideTheFolderAreKeptAndReported() throws IOException {
        Sample mine = lab.samples().get(0);
        Path images = Files.createDirectory(folder.resolve("images"));
        Path outside = Files.copy(mine.file(), folder.resolve("outside.png"));
        Path linked = Files.createSymbolicLink(images.resolve("link"), folder);
        for (Path file :
                List.of(
                        outside,
                        images.resolve("../outside.png"),
                        images.resolve("a/../../outside.png"),
                        linked.resolve("outside.png"))) {
            assertThat(eraseAt(mine, file, images))
                    .singleElement()
                    .satisfies(p -> assertThat(p.kind()).isEqualTo(Kind.UNEXPECTED_LAYOUT));
            assertThat(outside).exists();
        }
        // The folder itself may be a link.
        Path other = Files.createSymbolicLink(folder.resolve("other"), images);
        Files.copy(mine.file(), images.resolve("in.png"));
        assertThat(eraseAt(mine, other.resolve("in.png"), other)).isEmpty();
        assertThat(images.resolve("in.png")).doesNotExist();
    }

    @Test
    void anotherImageUnderTheNameIsKept() throws IOException {
        Sample mine = lab.samples().get(0);
        Files.writeString(mine.file(), "somebody else");
        assertThat(ErasedImages.delete(lab.without("39"), List.of(folder)))
                .singleElement()
                .satisfies(p -> assertThat(p.subject()).isEqualTo(mine.file().toString()));
        assertThat(mine.file()).hasContent("somebody else");
    }
}
