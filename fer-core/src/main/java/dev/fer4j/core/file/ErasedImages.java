package dev.fer4j.core.file;

import dev.fer4j.core.Erasure;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes the image files of a person who withdraws. */
public final class ErasedImages {

    private ErasedImages() {}

    /**
     * Deletes {@link Erasure#files} and nothing else: regular files with the recorded digests, and
     * links, of which the target remains. A file outside the given folders, or reached through a
     * link, is kept, since a manifest may come from a third party. A second call reports every file
     * as already gone.
     *
     * @param folders the folders of the manifests' images, as {@code ManifestFile.folder} returns
     *     them; one may itself be a link
     * @return one problem for each file that was already gone, lies outside the folders, was a link
     *     whose target remains, is a folder, has another digest than recorded, or is shared with a
     *     remaining sample; empty if all were deleted
     * @throws OutputException if files cannot be deleted, naming them; the other files have been
     *     deleted
     */
    public static List<Problem> delete(Erasure erasure, Collection<Path> folders) {
        List<Problem> problems = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        Set<Path> files = new HashSet<>(erasure.files());
        for (Sample sample : erasure.removed()) {
            Path file = sample.file().normalize();
            if (files.remove(file)) {
                try {
                    delete(file, sample.sha256(), folders).ifPresent(problems::add);
                } catch (IOException e) {
                    failures.add(file + " (" + e.getClass().getSimpleName() + ")");
                }
            }
        }
        for (Path file : erasure.sharedFiles()) {
            problems.add(
                    new Problem(
                            Problem.Kind.DUPLICATE,
                            file.toString(),
                            "is kept, since samples of another person refer to it too",
                            "find out whom it shows and delete it by hand if it shows "
                                    + erasure.participant()));
        }
        if (!failures.isEmpty()) {
            throw new OutputException(
                    ("images of %s could not be deleted: %s (allow writing to "
                                    + "their folders and delete again)")
                            .formatted(erasure.participant(), String.join(", ", failures)));
        }
        return List.copyOf(problems);
    }

    private static Optional<Problem> delete(Path file, String sha256, Collection<Path> folders)
            throws IOException {
        if (folders.stream()
                .map(FileChanges::absolute)
                .noneMatch(folder -> FileChanges.isBelow(folder, file))) {
            return kept(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    file,
                    "lies outside the manifests' folders, or is reached through a link");
        }
        if (Files.isSymbolicLink(file)) {
            Path target = Files.readSymbolicLink(file);
            FileChanges.delete(file);
            return problem(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    file,
                    "was a link and is deleted; its target remains: " + target,
                    "delete the target by hand if it shows the person");
        }
        try {
            if (Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isDirectory()) {
                return kept(Problem.Kind.UNEXPECTED_LAYOUT, file, "is a folder, not an image");
            }
        } catch (NoSuchFileException e) {
            return problem(Problem.Kind.MISSING, file, "was already gone", "");
        }
        if (!Sha256.of(file).equals(sha256)) {
            return kept(Problem.Kind.UNREADABLE, file, "is not the image with the recorded digest");
        }
        FileChanges.delete(file);
        return Optional.empty();
    }

    private static Optional<Problem> kept(Problem.Kind kind, Path file, String cause) {
        return problem(
                kind,
                file,
                cause + ", and is kept",
                "look at it, and delete it by hand if it shows the person");
    }

    private static Optional<Problem> problem(
            Problem.Kind kind, Path file, String cause, String mend) {
        return Optional.of(new Problem(kind, file.toString(), cause, mend));
    }
}
