package dev.fer4j.core.file;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * A folder of this user alone, in a folder where all users write, such as {@code /tmp}. It holds
 * native libraries, which are run, so one that another user made is never used.
 */
public final class PrivateFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    /** Belongs to the user of this process, on Linux. */
    private static final Path PROCESS = Path.of("/proc/self");

    private PrivateFolder() {}

    /**
     * Makes a library unpack its natives into a folder of this user, if it would otherwise use one
     * that users share: if the user has no home that can be written to, and no folder is chosen.
     * Sets a system property; does nothing in any other case.
     *
     * @param settings names of the system properties and environment variables that choose the
     *     library's folder; the first is set
     * @param name the name of the folder within that of this user
     * @throws OutputException if this user's folder cannot be created, or is a link, a file or
     *     another user's
     */
    public static void useWithoutHome(List<String> settings, String name) {
        if (!isChosen(settings) && !isHome(System.getProperty("user.home"))) {
            Path own = in(Path.of(System.getProperty("java.io.tmpdir")));
            System.setProperty(settings.get(0), own.resolve(name).toString());
        }
    }

    private static boolean isChosen(List<String> settings) {
        return settings.stream()
                .anyMatch(
                        name ->
                                !System.getProperty(name, "").isEmpty()
                                        || System.getenv().getOrDefault(name, "").length() > 0);
    }

    static boolean isHome(String home) {
        Path folder = Path.of(home);
        return folder.isAbsolute() && Files.isDirectory(folder) && Files.isWritable(folder);
    }

    /**
     * Returns this user's folder in another, creating it if necessary.
     *
     * @throws OutputException if it cannot be created, or is a link, a file or another user's
     */
    static Path in(Path shared) {
        try {
            Path folder = shared.resolve("fer4j-" + user());
            if (Files.getFileStore(shared).supportsFileAttributeView("posix")) {
                create(folder);
            } else {
                Files.createDirectories(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new OutputException(FileFailure.message(e), e);
        }
    }

    /** The user's number on Linux, where users need not have a name; the user's name elsewhere. */
    private static String user() throws IOException {
        return Files.isDirectory(PROCESS)
                ? Files.getAttribute(PROCESS, "unix:uid").toString()
                : System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            PosixFileAttributes found =
                    Files.readAttributes(
                            folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isDirectory() || !isOwn(folder, found)) {
                throw new OutputException(
                        folder
                                + ": is a link, a file or another user's folder, where native"
                                + " libraries are to be unpacked (remove it, or choose another"
                                + " folder with the environment variable DJL_CACHE_DIR and"
                                + " -Dorg.bytedeco.javacpp.cachedir)",
                        e);
            }
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    private static boolean isOwn(Path folder, PosixFileAttributes found) throws IOException {
        return Files.isDirectory(PROCESS)
                ? Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                        .equals(Files.getAttribute(PROCESS, "unix:uid"))
                : found.owner().getName().equals(System.getProperty("user.name"));
    }
}
