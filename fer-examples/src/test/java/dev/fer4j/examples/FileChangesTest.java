package dev.fer4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files are deleted, replaced, renamed and opened for writing in one place. */
class FileChangesTest {

    private static final Pattern CHANGE =
            Pattern.compile(
                    "(?<!\\w)Files\\s*\\.\\s*(delete|move|copy)|MoreFiles\\s*\\.\\s*delete"
                            + "|\\.\\s*(deleteOnExit|renameTo)\\("
                            + "|REPLACE_EXISTING|TRUNCATE_EXISTING");

    private static final Pattern WRITE =
            Pattern.compile(
                    "(?<!\\w)Files\\s*\\.\\s*(write|newOutputStream|newBufferedWriter|createFile|createTempFile)|new"
                        + " (FileOutputStream|FileWriter|PrintWriter|PrintStream)\\((?!FileDescriptor)"
                        + "[^)]*(file|path|toFile)"
                        + "|RandomAccessFile\\([^)]*\"rw|StandardOpenOption\\s*\\.\\s*(WRITE|APPEND|CREATE)");

    private static Set<String> sourcesWith(Pattern code) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> tree = Files.walk(Path.of(".."))) {
            for (Path file : tree.filter(FileChangesTest::isLibrary).toList()) {
                if (code.matcher(Files.readString(file)).find()) {
                    names.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        return names;
    }

    /** Benchmarks write scratch files, and no user runs them on their own. */
    private static boolean isLibrary(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java")
                && path.contains("/src/main/")
                && !path.contains("/fer-benchmarks/")
                && !path.contains("/consumer/");
    }

    @Test
    void oneClassDeletesAndReplaces() throws IOException {
        assertThat(sourcesWith(CHANGE)).containsExactly("FileChanges");
    }

    /** Beside temporary files, locks and markers: a log that grows. */
    @Test
    void fewClassesOpenFilesForWriting() throws IOException {
        assertThat(sourcesWith(WRITE))
                .containsExactly(
                        "CellLog",
                        "DiskFiles",
                        "FolderLock",
                        "FolderMarker",
                        "KerasArchive",
                        "Natives",
                        "WholeFile");
    }
}
