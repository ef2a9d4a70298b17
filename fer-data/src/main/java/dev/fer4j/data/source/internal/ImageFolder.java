package dev.fer4j.data.source.internal;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder whose images are listed in an index file. Looks up images, never outside the folder, and
 * finally reports the images that were not referred to. The folder itself may be a symbolic link;
 * links inside it must not lead out of it. Not thread-safe.
 */
public final class ImageFolder {

    private final Path folder;
    private final Path index;
    private final Path real;
    private final Set<Path> named = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private ImageFolder(Path folder, Path index, Path real) {
        this.folder = folder;
        this.index = index;
        this.real = real;
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
        return new ImageFolder(folder, index, folder.toRealPath());
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
        return new ImageFolder(folder, folder, folder.toRealPath());
    }

    private static InputException input(Path path, String cause, String mend) {
        return new InputException(Problem.Kind.MISSING, path, cause, mend);
    }

    public Path index() {
        return index;
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
        // A link inside the folder may point outside it.
        if (!file.toRealPath().startsWith(real)) {
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

    /** Returns the recorded problems, and one for each image that was not referred to. */
    public List<Problem> problems() throws IOException {
        return problems(Set.of());
    }

    /**
     * Returns the recorded problems, and one for each image that was not referred to.
     *
     * @param besides names of image files that need not be referred to, since they are only for
     *     viewing
     */
    public List<Problem> problems(Set<String> besides) throws IOException {
        List<Problem> all = new ArrayList<>(problems);
        for (Path file : Folders.filesBelow(folder)) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                all.add(
                        new Problem(
                                Problem.Kind.UNREADABLE,
                                RelativePath.of(folder, file),
                                "is a folder that cannot be opened",
                                "check its permissions and run again"));
            } else if (Folders.isImage(file)
                    && !named.contains(file)
                    && !besides.contains(file.getFileName().toString())) {
                all.add(
                        new Problem(
                                Problem.Kind.UNUSED,
                                RelativePath.of(folder, file),
                                "is not named in " + index.getFileName(),
                                "list it there if it should be used"));
            }
        }
        return List.copyOf(all);
    }
}
