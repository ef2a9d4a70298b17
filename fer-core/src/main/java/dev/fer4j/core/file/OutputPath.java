package dev.fer4j.core.file;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Checks of a file or folder that is to be written, before the work whose result it will hold. They
 * create nothing. A path that passes can still fail later, for example because the disk is full.
 */
public final class OutputPath {

    private static final int LONGEST_NAME = 255;

    private OutputPath() {}

    /**
     * Requires that a file can be created or replaced.
     *
     * @throws OutputException if the path is empty, a folder, a device or pipe, lies below a file,
     *     or in a folder that cannot be written to
     */
    public static void requireFile(Path file) {
        requireName(file);
        if (Files.isDirectory(file)) {
            throw new OutputException(
                    file + ": is a folder (give the name of a file in it, or another name)");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new OutputException(
                    file
                            + ": is a device or pipe, which would be replaced (give the name of a"
                            + " file)");
        }
        requireRoom(file, file.toAbsolutePath().getParent());
    }

    /**
     * Requires that a file is none of those that are read, which it would replace.
     *
     * @throws OutputException if it is one of them, under whatever name
     */
    public static void requireOther(Path file, Collection<Path> inputs) throws IOException {
        for (Path input : inputs) {
            if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                throw new OutputException(
                        file + ": is read, and would be replaced (choose another name)");
            }
        }
    }

    /**
     * Requires that a folder exists and can be written to, or can be created.
     *
     * @throws OutputException if the path is empty, a file, lies below a file, or in a folder that
     *     cannot be written to
     */
    public static void requireFolder(Path folder) {
        requireName(folder);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new OutputException(folder + ": is a file (give the name of a folder)");
        }
        requireRoom(folder, folder.toAbsolutePath());
    }

    private static void requireName(Path path) {
        if (path.toString().isBlank()) {
            throw new OutputException("the name of the output is empty (give a name)");
        }
        for (Path name : path) {
            if (name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw new OutputException(
                        name + ": has a name that is too long (choose a shorter name)");
            }
        }
    }

    /** Requires that the folder, or the nearest one above it that exists, can be written to. */
    private static void requireRoom(Path path, Path lowest) {
        Path nearest = lowest;
        while (nearest.getParent() != null && !Files.exists(nearest, LinkOption.NOFOLLOW_LINKS)) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw new OutputException(
                    path
                            + ": cannot be created, since "
                            + nearest
                            + " is not a folder (choose another place)");
        }
        if (!Files.isWritable(nearest)) {
            throw new OutputException(
                    path
                            + ": cannot be created, since nothing can be written to "
                            + nearest
                            + " (choose another place, or change its permissions)");
        }
    }
}
