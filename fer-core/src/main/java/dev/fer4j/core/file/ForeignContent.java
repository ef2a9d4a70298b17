package dev.fer4j.core.file;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an unmarked folder contains. */
final class ForeignContent {

    /** Files that a run makes before it looks at its folder, or that systems add. */
    private static final Pattern INCIDENTAL =
            Pattern.compile("\\..*|.*\\.(log|out|err)|lost\\+found|Thumbs\\.db|desktop\\.ini");

    private static final int NAMED = 5;

    private ForeignContent() {}

    /**
     * Refuses a folder that is not empty.
     *
     * @throws OutputException naming some of its content
     */
    static void refuse(Path root) throws IOException {
        List<String> names = names(root);
        if (names.isEmpty()) {
            return;
        }
        int more = names.size() - NAMED;
        throw new OutputException(
                ("%s: has files that fer4j did not write: %s%s (choose another folder, or allow"
                                + " this one, with --force on the command line: files of others are"
                                + " then neither deleted nor replaced, and those in the way are"
                                + " renamed)")
                        .formatted(
                                root,
                                String.join(", ", names.subList(0, Math.min(NAMED, names.size()))),
                                more > 0 ? " and " + more + " more" : ""));
    }

    /** Names of the content; folders of ours and those without any file do not count. */
    private static List<String> names(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Path> entries;
        try (Stream<Path> all = Files.list(root)) {
            entries = all.sorted().toList();
        }
        List<String> names = new ArrayList<>();
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (!INCIDENTAL.matcher(name).matches() && !isOurs(entry)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether a folder is marked, or has no file but in marked folders. */
    private static boolean isOurs(Path entry) throws IOException {
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (FolderMarker.read(entry).isPresent()) {
            return true;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(entry)) {
            for (Path child : children) {
                if (!isOurs(child)) {
                    return false;
                }
            }
        }
        return true;
    }
}
