package dev.fer4j.data.source.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {

    @TempDir private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private Path link(String name, String target) throws IOException {
        Path link = folder.resolve(name);
        Files.createDirectories(link.getParent());
        return Files.createSymbolicLink(link, Path.of(target));
    }

    private List<String> names(FolderTree tree, String root) {
        return tree.files().stream()
                .map(file -> folder.resolve(root).relativize(file).toString())
                .toList();
    }

    @Test
    void filesAreInNaturalOrderWithoutThoseOfSystems() throws IOException {
        for (String name : List.of("a/10.png", "a/2.png", "b.txt", ".DS_Store", "__MACOSX/._b")) {
            file("data/" + name);
        }
        FolderTree tree = FolderTree.of(folder.resolve("data"));
        assertThat(names(tree, "data")).containsExactly("a/2.png", "a/10.png", "b.txt");
        assertThat(tree.notEntered()).isEmpty();
    }

    @Test
    void linksToFoldersAreFollowedAndTheFolderMayBeALink() throws IOException {
        file("elsewhere/deep/1.png");
        file("data/2.png");
        link("data/away", "../elsewhere");
        link("data/3.png", "2.png");
        link("link", "data");
        FolderTree tree = FolderTree.of(folder.resolve("link"));
        assertThat(names(tree, "link")).containsExactly("2.png", "3.png", "away/deep/1.png");
        assertThat(tree.notEntered()).isEmpty();
    }

    @Test
    void noFolderIsReadTwice() throws IOException {
        file("data/real/1.png");
        link("data/alias", "real");
        file("elsewhere/2.png");
        link("data/x", "../elsewhere");
        link("data/y", "../elsewhere");
        link("elsewhere/back", "../data");
        link("data/real/up", "..");
        link("data/self", ".");

        FolderTree tree = FolderTree.of(folder.resolve("data"));

        assertThat(names(tree, "data")).containsExactly("real/1.png", "x/2.png");
        assertThat(tree.notEntered())
                .extracting(
                        one -> folder.resolve("data").relativize(one.folder()).toString(),
                        FolderTree.NotEntered::kind,
                        FolderTree.NotEntered::cause)
                .containsExactlyInAnyOrder(
                        tuple(
                                "alias",
                                Kind.UNUSED,
                                "leads to a folder that is read already, as real"),
                        tuple("y", Kind.UNUSED, "leads to a folder that is read already, as x"),
                        tuple(
                                "x/back",
                                Kind.UNUSED,
                                "leads to the folder itself, which is read already"),
                        tuple("real/up", Kind.UNUSED, "is a link to a folder that contains it"),
                        tuple("self", Kind.UNUSED, "is a link to a folder that contains it"));
    }

    @Test
    void danglingLinksAreFilesIfTheyHaveAnEnding() throws IOException {
        link("data/1.png", "gone");
        link("data/folder", "gone");
        FolderTree tree = FolderTree.of(folder.resolve("data"));
        assertThat(names(tree, "data")).containsExactly("1.png");
        assertThat(tree.notEntered())
                .extracting(FolderTree.NotEntered::kind)
                .containsExactly(Kind.MISSING);
    }

    @Test
    void withoutLinksNamesThem() throws IOException {
        file("elsewhere/1.png");
        file("data/2.png");
        link("data/away", "../elsewhere");
        FolderTree tree = FolderTree.withoutLinks(folder.resolve("data"));
        assertThat(names(tree, "data")).containsExactly("2.png");
        assertThat(tree.notEntered())
                .extracting(FolderTree.NotEntered::folder)
                .containsExactly(folder.resolve("data/away"));
    }
}
