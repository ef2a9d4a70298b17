package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Problem;
import dev.fer4j.data.image.Encoding;
import dev.fer4j.data.testing.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files and folders that cannot be read for lack of permission. Root reads them all the same, so
 * what is asked for holds for both: everything is accounted for, and is unreadable exactly if this
 * user cannot read it.
 */
class NoRightsTest {

    @TempDir Path folder;

    private final List<Path> locked = new ArrayList<>();

    private void lock(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
        locked.add(path);
    }

    @AfterEach
    void unlock() throws IOException {
        for (Path path : locked) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void filesAndFoldersWithoutRights() throws IOException {
        Corpus corpus = new Corpus(folder);
        int healthy = corpus.items().size();
        Path clip = corpus.lab().clip(39, "1.mp4");
        ClipBytes.healthy(clip);
        lock(clip);
        Path image = corpus.stills().image("locked/1.png");
        Files.write(image, Encoding.PNG.encode(TestImage.quarters(32, 16)));
        lock(image);
        Path inside = corpus.lab().path("Food_and_Market_Subfolder/40/A01/J/1.mp4");
        ClipBytes.healthy(inside);
        Files.createDirectories(corpus.stills().unnamed("shut/inside").getParent());
        lock(inside.getParent());
        lock(corpus.stills().root().resolve("shut"));

        Accounts accounts = new Accounts(corpus.items(), corpus.ingest());

        boolean root = Files.isReadable(clip);
        assertThat(accounts.used()).hasSize(root ? healthy + 2 : healthy);
        assertThat(accounts.problems())
                .extracting(Problem::kind)
                .containsExactlyInAnyOrderElementsOf(
                        root
                                ? List.of(Problem.Kind.NO_LABEL)
                                : List.of(
                                        Problem.Kind.UNREADABLE,
                                        Problem.Kind.UNREADABLE,
                                        Problem.Kind.UNREADABLE,
                                        Problem.Kind.UNREADABLE));
    }
}
