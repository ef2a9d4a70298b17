package dev.fer4j.cli.output;

import dev.fer4j.core.OutputException;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder for the frames of one video. Frames of two runs are never mixed: a non-empty folder is
 * refused unless overridden, and then the frames of an earlier run on the same video are removed
 * first.
 *
 * @param path the folder
 * @param name prefix of the frames' names
 */
public record FramesFolder(Path path, String name) {

    /**
     * Opens a folder, which need not exist.
     *
     * @param force whether it may be non-empty
     * @throws OutputException if it is non-empty without {@code force}, or a file
     */
    public static FramesFolder open(Path path, String name, boolean force) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new OutputException(path + ": is a file (specify a folder with --out DIR)");
        }
        OutputPath.requireFolder(path);
        if (!force && Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                if (!children.allMatch(SystemFiles::contain)) {
                    throw new OutputException(
                            ("%s: is not empty, and frames of two runs would be mixed in it (choose"
                                 + " another folder with --out DIR, or replace the frames of %s"
                                 + " with --force)")
                                    .formatted(path, name));
                }
            }
        }
        return new FramesFolder(path, name);
    }

    /** Removes the frames with this name and the contact sheet of an earlier run. */
    void clear() throws IOException {
        OwnedFolder owned =
                OwnedFolder.mark(path, OwnedFolder.Content.RESULTS, OwnedFolder.Foreign.KEEP);
        Pattern ours =
                Pattern.compile(
                        Pattern.quote(name)
                                + "-[0-9]{2,}\\.(png|jpg)|"
                                + Pattern.quote(SampledFiles.SHEET));
        for (Path file : owned.files()) {
            if (ours.matcher(file.getFileName().toString()).matches()) {
                OwnedFolder.deleteResult(file);
            }
        }
    }

    /**
     * The file of a frame: numbered from 00, with as many digits as the last number needs.
     *
     * @param frames total number of frames
     */
    Path file(int number, int frames, String extension) {
        int digits = Math.max(2, Integer.toString(Math.max(0, frames - 1)).length());
        return path.resolve(
                String.format(Locale.ROOT, "%s-%0" + digits + "d.%s", name, number, extension));
    }
}
