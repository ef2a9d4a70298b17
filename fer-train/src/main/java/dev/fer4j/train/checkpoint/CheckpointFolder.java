package dev.fer4j.train.checkpoint;

import dev.fer4j.core.file.OwnedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of checkpoint files.
 *
 * @param path the folder
 */
record CheckpointFolder(Path path) {

    static final long LARGEST_NUMBER = 9_999_999_999L;

    private static final Pattern MANIFEST = Pattern.compile("(\\d{10})\\.json");
    private static final Pattern TENSORS = Pattern.compile("(\\d{10})\\.safetensors");

    /** How a manifest begins. */
    private static final String START = "{\"sha256\":\"";

    private static final Pattern PART = Pattern.compile("(\\d{10})\\.(json|safetensors)\\.part");

    Path manifest(long number) {
        return file(number, "json");
    }

    Path tensors(long number) {
        return file(number, "safetensors");
    }

    /** The temporary name of a file until it is complete. */
    static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** The checkpoints in this folder. */
    Ledger ledger() throws IOException {
        Ledger ledger = new Ledger();
        numbers(TENSORS).forEach(ledger::incomplete);
        numbers(MANIFEST).forEach(ledger::complete);
        return ledger;
    }

    /** Files left by a save whose process died. */
    List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(
                            file ->
                                    PART.matcher(file.getFileName().toString()).matches()
                                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** Whether a file has a name of a checkpoint. */
    static boolean isNamed(Path file) {
        String name = file.getFileName().toString();
        return Stream.of(MANIFEST, TENSORS, PART).anyMatch(p -> p.matcher(name).matches());
    }

    /** Whether a file is of a checkpoint, judging by its name and how it begins. */
    static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        if (PART.matcher(name).matches()) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(START.length());
            return MANIFEST.matcher(name).matches()
                    ? new String(start, StandardCharsets.ISO_8859_1).equals(START)
                    : TENSORS.matcher(name).matches() && start.length > 8 && start[8] == '{';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes all checkpoints of a run, and their folder if nothing else is in it.
     *
     * @return files that are kept since they are not of checkpoints
     */
    static List<Path> delete(Path folder) throws IOException {
        return OwnedFolder.isMarked(folder, OwnedFolder.Content.CHECKPOINTS)
                ? OwnedFolder.mark(folder, OwnedFolder.Content.CHECKPOINTS)
                        .deleteAll(CheckpointFolder::isOurs)
                : List.of(folder);
    }

    private List<Long> numbers(Pattern name) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> Long.valueOf(matcher.group(1)))
                    .sorted()
                    .toList();
        }
    }

    private Path file(long number, String ending) {
        return path.resolve(String.format(Locale.ROOT, "%010d.%s", number, ending));
    }
}
