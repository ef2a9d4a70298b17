package dev.fer4j.core.file;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that belongs to this library.
 *
 * <p>The folder carries a marker, {@value FolderMarker#NAME}, written when it was made. In a folder
 * of {@link Content#RESULTS} the marker lists every file with its digest; in the others files have
 * names that nobody else gives, such as the digest of their content. Only a file that is ours by
 * one of these rules, below its real parent, is ever deleted or replaced. Links are not followed.
 * Files of others are left alone, and so are files of ours that somebody changed: when such a file
 * is in the way, it is renamed.
 *
 * <p>Outside such folders, {@link WholeFile} replaces a file that the caller names.
 */
public final class OwnedFolder {

    /** What a folder contains. One folder does not serve two purposes. */
    public enum Content {
        /** Files listed in the marker: reports, models, predictions, generated images. */
        RESULTS,
        /** Frames of videos, named by their digests, and a record for each recording. */
        FRAMES,
        /** Decoded images for training. */
        DECODED_IMAGES,
        /** Numbered checkpoints. */
        CHECKPOINTS,
        /** A drawn corpus, whose files are never replaced. */
        TOY_CORPUS
    }

    /** What to do with a folder that has content but no marker. */
    public enum Foreign {
        /** The folder is refused. */
        REFUSE,
        /** The folder is used; files of others that are in the way are renamed. */
        KEEP
    }

    private static final Logger LOG = LoggerFactory.getLogger(OwnedFolder.class);

    private final Path root;
    private final FolderMarker marker;

    private OwnedFolder(Path root, FolderMarker marker) {
        this.root = root;
        this.marker = marker;
    }

    /**
     * Checks, without writing anything, that a folder may be used.
     *
     * @throws OutputException if it is a file, serves another purpose, or has content without a
     *     marker, unless that is allowed; names some of its content
     */
    public static void check(Path folder, Content content, Foreign foreign) {
        Path root = FileChanges.absolute(folder);
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new OutputException(root + ": is a file (choose a folder)");
        }
        try {
            Optional<FolderMarker> marker = FolderMarker.read(root);
            if (marker.isPresent()) {
                if (marker.get().content() != content) {
                    throw new OutputException(
                            ("%s: is already used for %s (use another folder for %s; a link to the"
                                            + " same folder does not make it another)")
                                    .formatted(root, text(marker.get().content()), text(content)));
                }
            } else if (foreign == Foreign.REFUSE) {
                ForeignContent.refuse(root);
            }
        } catch (IOException e) {
            throw new OutputException(root + ": cannot be read: " + e, e);
        }
    }

    /**
     * Opens a folder for writing: creates and marks it if necessary. The caller holds its {@link
     * FolderLock}, if several processes may use it; temporary files left by a killed process are
     * then removed.
     *
     * @throws OutputException as {@link #check}
     */
    static OwnedFolder open(Path folder, Content content, Foreign foreign) throws IOException {
        check(folder, content, foreign);
        Path root = FileChanges.absolute(folder);
        Files.createDirectories(root);
        FolderRemoval.parts(root);
        return new OwnedFolder(root, FolderMarker.write(root, content, foreign));
    }

    /**
     * Returns the marked folder for results in a folder: the nearest one around it, or the folder
     * itself, which is created and marked.
     *
     * @throws OutputException as {@link #check}, with {@link Foreign#REFUSE}
     */
    public static OwnedFolder results(Path folder) throws IOException {
        Optional<OwnedFolder> around = around(folder.resolve(FolderMarker.NAME));
        return around.isPresent() && around.get().marker.content() == Content.RESULTS
                ? around.get()
                : mark(folder, Content.RESULTS, Foreign.REFUSE);
    }

    /**
     * Creates and marks a folder, unless it is marked already.
     *
     * @throws OutputException as {@link #check}
     */
    public static OwnedFolder mark(Path folder, Content content, Foreign foreign)
            throws IOException {
        check(folder, content, foreign);
        Path root = FileChanges.absolute(folder);
        Files.createDirectories(root);
        Optional<FolderMarker> before = FolderMarker.read(root);
        return new OwnedFolder(
                root,
                before.isPresent() && (foreign == Foreign.REFUSE || before.get().keepsForeign())
                        ? before.get()
                        : FolderMarker.write(root, content, foreign));
    }

    /** As {@link #mark(Path, Content, Foreign)}, refusing files of others. */
    public static OwnedFolder mark(Path folder, Content content) throws IOException {
        return mark(folder, content, Foreign.REFUSE);
    }

    /** Returns whether a folder is marked for this purpose. */
    public static boolean isMarked(Path folder, Content content) throws IOException {
        return FolderMarker.read(FileChanges.absolute(folder))
                .filter(m -> m.content() == content)
                .isPresent();
    }

    /** Returns the nearest marked folder above a file. */
    public static Optional<OwnedFolder> around(Path file) throws IOException {
        Path folder = FileChanges.absolute(file).getParent();
        while (folder != null) {
            Optional<FolderMarker> marker = FolderMarker.read(folder);
            if (marker.isPresent()) {
                return Optional.of(new OwnedFolder(folder, marker.get()));
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** The folder, absolute and normalized. */
    public Path path() {
        return root;
    }

    /** Returns the listed files that exist, sorted by path. */
    public List<Path> files() throws IOException {
        return marker.names().stream()
                .map(root::resolve)
                .filter(file -> FileChanges.isRegular(file))
                .filter(file -> FileChanges.isBelow(root, file))
                .toList();
    }

    /** Notes where the files lie that one of our files lists. */
    public void remember(Path file, Path elsewhere) throws IOException {
        marker.place(name(file), elsewhere);
    }

    /** Where the files lie that one of our files lists. */
    public Optional<Path> remembered(Path file) throws IOException {
        return marker.place(name(file));
    }

    /**
     * Checks that a file may be created or replaced here.
     *
     * @throws OutputException if a link or a folder is in the way, or a file that was not written
     *     by this library
     */
    void requireWritable(Path file) throws IOException {
        if (!FileChanges.isBelow(root, file)) {
            throw new OutputException(
                    ("%s: a link is on the way from %s (files are not written through links there;"
                                    + " remove the link, or make the whole folder a link)")
                            .formatted(file, root));
        }
        if (FileChanges.isFolder(file)) {
            throw new OutputException(
                    file + ": is a folder where a file is to be written (move it)");
        }
        if (FileChanges.exists(file) && !marker.keepsForeign() && !isKnown(file)) {
            throw new OutputException(
                    file + ": was not written by fer4j, and is in the way (move or rename it)");
        }
    }

    private boolean isKnown(Path file) throws IOException {
        return FileChanges.isRegular(file)
                && (marker.content() != Content.RESULTS || marker.lists(name(file)));
    }

    /** Puts a complete file in its place. A file there that is not ours is renamed. */
    void replace(Path complete, Path file, String sha256) throws IOException {
        requireWritable(file);
        if (marker.content() == Content.RESULTS) {
            if (FileChanges.exists(file) && !isOurs(file)) {
                String ending = marker.lists(name(file)) ? ".changed" : ".kept";
                Path aside = FileChanges.setAside(file, ending);
                LOG.warn("{} is not as fer4j wrote it; renamed to {}", file, aside);
            }
            marker.list(name(file), sha256);
        }
        FileChanges.replace(complete, file);
    }

    /**
     * Puts a complete file in the place of an earlier one with the same purpose, in a folder whose
     * files are not listed.
     */
    public void put(Path complete, Path file) throws IOException {
        requireWritable(file);
        FileChanges.replace(complete, file);
    }

    /** Whether a file is listed, was not changed since, and is not reached through a link. */
    private boolean isOurs(Path file) throws IOException {
        return FileChanges.isRegular(file)
                && FileChanges.isBelow(root, file)
                && marker.lists(name(file))
                && marker.lists(name(file), Sha256.of(file));
    }

    private String name(Path file) {
        return PortablePath.of(root.relativize(FileChanges.absolute(file)));
    }

    /**
     * Deletes a result if it was written by this library and not changed since. Does nothing if it
     * is missing; keeps any other file, with a warning.
     */
    public static void deleteResult(Path file) throws IOException {
        if (!FileChanges.exists(file)) {
            return;
        }
        Optional<OwnedFolder> around = around(file);
        if (around.isPresent()
                && around.get().marker.content() == Content.RESULTS
                && around.get().isOurs(file)) {
            FileChanges.delete(file);
        } else {
            LOG.warn("{} was not written by fer4j, or was changed since; it is kept", file);
        }
    }

    /**
     * Deletes a file that has a name of this folder's purpose.
     *
     * @param ours whether a file is ours, judging by its name and content; asked only for regular
     *     files that are not reached through a link
     * @return whether the file no longer exists
     */
    public boolean delete(Path file, Predicate<Path> ours) throws IOException {
        if (!FileChanges.exists(file)) {
            return true;
        }
        if (marker.content() == Content.RESULTS
                || !FileChanges.isRegular(file)
                || !FileChanges.isBelow(root, file)
                || !ours.test(file)) {
            return false;
        }
        FileChanges.delete(file);
        return true;
    }

    private boolean deletes(Path file, Predicate<Path> ours) throws IOException {
        if (marker.content() == Content.RESULTS ? !isOurs(file) : !delete(file, ours)) {
            return false;
        }
        FileChanges.delete(file);
        return true;
    }

    /**
     * Deletes everything of ours in this folder, then the folders that are empty, and the folder
     * itself if nothing else is in it.
     *
     * @param ours as for {@link #delete}; not asked in a folder of results
     * @return files that were kept since they are not ours
     */
    public List<Path> deleteAll(Predicate<Path> ours) throws IOException {
        List<Path> kept = new ArrayList<>();
        FolderRemoval.below(root, file -> deletes(file, ours), kept);
        FolderRemoval.ifEmpty(root, root);
        return kept;
    }

    /**
     * Deletes results of ours in a folder below this one, then folders that are empty.
     *
     * @return files that were kept since they are not ours
     */
    public List<Path> deleteResults(Path below) throws IOException {
        List<Path> kept = new ArrayList<>();
        if (FileChanges.isBelow(root, below.resolve(FolderMarker.NAME))
                && Files.isDirectory(below)) {
            FolderRemoval.below(below, file -> deletes(file, one -> false), kept);
            FileChanges.deleteIfEmpty(below);
        }
        return kept;
    }

    private static String text(Content content) {
        return content.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
