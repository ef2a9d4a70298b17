package dev.fer4j.core.file;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only class that deletes, replaces or renames files and folders. Which ones may be, its
 * callers decide: {@link OwnedFolder} and {@link ErasedImages}.
 */
final class FileChanges {

    private static final Logger LOG = LoggerFactory.getLogger(FileChanges.class);

    private FileChanges() {}

    /** Whether a file lies below a folder, by its name, and no link is on the way from there. */
    static boolean isBelow(Path root, Path file) {
        Path parent = absolute(file).getParent();
        while (parent != null && parent.startsWith(root) && !parent.equals(root)) {
            if (Files.isSymbolicLink(parent)) {
                return false;
            }
            parent = parent.getParent();
        }
        return root.equals(parent);
    }

    static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** Whether something has this name, be it a link that leads nowhere. */
    static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether this is a file, and neither a folder nor a link. */
    static boolean isRegular(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether this is a folder, and not a link to one. */
    static boolean isFolder(Path file) {
        return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Puts a complete file in place, instead of any that is there. */
    static void replace(Path complete, Path file) throws IOException {
        Files.move(
                complete,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Renames a file to its name with an ending, and a number if that is taken. */
    static Path setAside(Path file, String ending) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ending);
        for (int i = 2; exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ending + "-" + i);
        }
        return Files.move(file, aside);
    }

    /** Deletes a file or a link, if it exists. */
    static void delete(Path file) throws IOException {
        if (!isFolder(file)) {
            Files.deleteIfExists(file);
        }
    }

    /** Deletes a folder if it is empty and not a link. */
    static void deleteIfEmpty(Path folder) throws IOException {
        if (!isFolder(folder)) {
            return;
        }
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            LOG.debug("{} is kept: {}", folder, e.toString());
        }
    }
}
