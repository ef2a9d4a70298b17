package dev.fer4j.eval.study;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** The log of a cell's processes, with successive attempts appended. */
final class CellLog {

    /** The number of bytes read from the end. */
    private static final int BYTES = 1 << 13;

    private static final int LINES = 12;

    private final Path file;
    private final long start;

    private CellLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** Begins another attempt, appending to existing content. */
    static CellLog begin(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        long start = Files.exists(file) ? Files.size(file) : 0;
        return new CellLog(file, start);
    }

    Path file() {
        return file;
    }

    /** Appends a line, while the process itself may also be writing. */
    void append(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The location of the log and the last lines of this attempt, as separate indented lines. */
    String tail() throws IOException {
        List<String> lines = lastBytes().lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "it wrote nothing to its log " + file;
        }
        return lines.stream()
                .skip(Math.max(0, lines.size() - LINES))
                .collect(Collectors.joining("\n    ", "its log " + file + " ends with\n    ", ""));
    }

    private String lastBytes() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(start, channel.size() - BYTES));
            byte[] bytes = Channels.newInputStream(channel).readNBytes(BYTES);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
