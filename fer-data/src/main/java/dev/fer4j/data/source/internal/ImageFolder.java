package dev.fer4j.data.source.internal;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of images that an index file lists, or that are described by the folders they lie in.
 * Looks up images, and finally reports those that were not referred to. The folder itself may be a
 * symbolic link. If there is an index file, which may come from a third party, links inside the
 * folder must not lead out of it; otherwise they are followed wherever they lead. Not thread-safe.
 */
public final class ImageFolder {

    private final Path folder;
    private final Path index;
    private final FolderTree tree;
    private final Optional<Path> bounds;
    private final Set<Path> named = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private ImageFolder(Path folder, Path index, FolderTree tree, Optional<Path> bounds) {
        this.folder = folder;
        this.index = index;
        this.tree = tree;
        this.bounds = bounds;
    }

    /**
     * Opens a folder.
     *
     * @param indexName the name of the index file at its root
     * @param mend the remedy if the index is missing
     * @throws InputException if the folder or its index is missing
     */
    public static ImageFolder open(Path folder, String indexName, String mend) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw input(folder, "is not a folder", "give the folder that contains " + indexName);
        }
        Path index = folder.resolve(indexName);
        if (!Files.isRegularFile(index)) {
            throw input(index, "is missing", mend);
        }
        return new ImageFolder(
                folder, index, FolderTree.withoutLinks(folder), Optional.of(folder.toRealPath()));
    }

    /**
     * Opens a folder without an index file.
     *
     * @throws InputException if the folder is missing
     */
    public static ImageFolder open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw input(folder, "is not a folder", "give the folder that contains the images");
        }
        return new ImageFolder(folder, folder, FolderTree.of(folder), Optional.empty());
    }

    private static InputException input(Path path, String cause, String mend) {
        return new InputException(Problem.Kind.MISSING, path, cause, mend);
    }

    public Path index() {
        return index;
    }

    /** Everything that lies in the folder. */
    public List<Path> files() {
        return tree.files();
    }

    /**
     * Finds an image.
     *
     * @param relative its path in the index
     * @param where the name of the entry in problems
     * @return its absolute path; empty if there is a problem, which is then recorded
     */
    public Optional<Path> find(String relative, String where) throws IOException {
        Path file;
        try {
            file = folder.resolve(relative).normalize();
        } catch (InvalidPathException e) {
            report(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    where,
                    "'" + relative + "' is not a valid file name");
            return Optional.empty();
        }
        if (relative.isBlank() || !file.startsWith(folder) || file.equals(folder)) {
            report(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    where,
                    "'" + relative + "' does not lie inside the folder");
            return Optional.empty();
        }
        named.add(file);
        if (!Files.isRegularFile(file)) {
            if (Files.exists(file)) {
                report(Problem.Kind.UNREADABLE, where, "'" + relative + "' is not a regular file");
            } else {
                report(
                        Problem.Kind.MISSING,
                        where,
                        Files.isSymbolicLink(file)
                                ? "'" + relative + "' is a dangling link"
                                : "file '" + relative + "' does not exist");
            }
            return Optional.empty();
        }
        if (bounds.isPresent() && !file.toRealPath().startsWith(bounds.get())) {
            report(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    where,
                    "'" + relative + "' is a link that leads outside the folder");
            return Optional.empty();
        }
        return Optional.of(file);
    }

    /** Records a problem of an index entry. */
    public void report(Problem.Kind kind, String where, String cause) {
        report(kind, where, cause, "correct the entry or the folder");
    }

    /** Records a problem with a remedy of its own. */
    public void report(Problem.Kind kind, String where, String cause, String mend) {
        problems.add(new Problem(kind, where, cause, mend));
    }

    /** Records a problem of the index. */
    public void report(Problem problem) {
        problems.add(problem);
    }

    /** Returns the name of an index entry in problems. */
    public String where(int line) {
        return where(Integer.toString(line));
    }

    /** Returns the name of an index entry in problems. */
    public String where(String place) {
        return index.getFileName() + " line " + place;
    }

    /**
     * Returns the recorded problems, and one for each image that was not referred to and for each
     * folder that was not entered.
     */
    public List<Problem> problems() {
        return problems(Set.of());
    }

    /**
     * Returns the recorded problems, and one for each image that was not referred to and for each
     * folder that was not entered.
     *
     * @param besides names of image files that need not be referred to, since they are only for
     *     viewing
     */
    public List<Problem> problems(Set<String> besides) {
        List<Problem> all = new ArrayList<>(problems);
        for (FolderTree.NotEntered folderLeftOut : tree.notEntered()) {
            // Images behind a link that is not searched may still be named in the index.
            if (named.stream().noneMatch(file -> file.startsWith(folderLeftOut.folder()))) {
                all.add(folderLeftOut.problem(RelativePath.of(folder, folderLeftOut.folder())));
            }
        }
        for (Path file : tree.files()) {
            if (Folders.hasImageEnding(file)
                    && !named.contains(file)
                    && !besides.contains(file.getFileName().toString())) {
                all.add(notNamed(file));
            }
        }
        return List.copyOf(all);
    }

    private Problem notNamed(Path file) {
        String subject = RelativePath.of(folder, file);
        return bounds.isPresent()
                ? new Problem(
                        Problem.Kind.UNUSED,
                        subject,
                        "is not named in " + index.getFileName(),
                        "list it there if it should be used")
                : new Problem(
                        Problem.Kind.UNUSED,
                        subject,
                        "is hidden, since its name begins with a dot",
                        "rename it if it should be used");
    }
}
