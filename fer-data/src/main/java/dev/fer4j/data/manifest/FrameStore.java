package dev.fer4j.data.manifest;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.InputException;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ImageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of one source on disk. Each image is stored in a file named by the SHA-256 of its
 * bytes, so that equal frames are stored once, names reveal nothing about the person, and existing
 * frames need not be written again. A record for each recording lists its frames.
 *
 * <pre>
 * images/&lt;first two digits&gt;/&lt;sha256&gt;.{png | jpg}
 * recordings/&lt;recording id&gt;.json
 * </pre>
 */
final class FrameStore {

    private static final String RECORD_ENDING = ".json";
    private static final Logger LOGGER = LoggerFactory.getLogger(FrameStore.class);

    private static final Pattern IMAGE = Pattern.compile("([0-9a-f]{64})\\.(png|jpg)");

    private final OwnedFolder folder;
    private final Path images;
    private final Path records;

    /**
     * Creates a store in a folder.
     *
     * @param folder a folder of frames
     * @param source the name of the source's folder in it, created on the first write
     */
    FrameStore(OwnedFolder folder, String source) {
        Path home = folder.path().resolve(source);
        this.folder = folder;
        this.images = home.resolve("images");
        this.records = home.resolve("recordings");
    }

    /** Returns the path of the image with a digest. */
    Path image(String sha256, ImageFormat format) {
        return images.resolve(sha256.substring(0, 2)).resolve(sha256 + "." + format.extension());
    }

    /** Writes an image, unless it exists, and returns its digest. */
    String put(byte[] image, ImageFormat format) throws IOException {
        String sha256 = Sha256.of(image);
        if (!isThere(sha256, image.length, format)) {
            WholeFile.write(image(sha256, format), out -> out.write(image));
        }
        return sha256;
    }

    /**
     * Returns the record of a recording, if it can be read and all its images exist with the
     * recorded sizes. Digests are not checked.
     */
    Optional<FramesRecord> record(String recording) throws IOException {
        return read(records.resolve(recording + RECORD_ENDING)).filter(this::isComplete);
    }

    /** Writes a recording's record. All its images must have been written before. */
    void put(String recording, FramesRecord record) throws IOException {
        WholeFile.writeString(records.resolve(recording + RECORD_ENDING), Json.pretty(record));
    }

    /** Removes a recording's record. */
    void delete(String recording) throws IOException {
        folder.delete(records.resolve(recording + RECORD_ENDING), file -> true);
    }

    /**
     * Removes records with missing images, for example after an erasure, and then all images
     * without a record. Keeps files that are neither.
     */
    void prune() throws IOException {
        Set<Path> needed = new HashSet<>();
        for (Path file : files(records)) {
            Optional<FramesRecord> record = read(file).filter(this::isComplete);
            if (record.isPresent()) {
                needed.addAll(images(record.get()));
            } else if (!folder.delete(file, FrameStore::isRecord)) {
                LOGGER.warn("{} is kept: it is not a record of frames", file);
            }
        }
        for (Path image : files(images)) {
            if (!needed.contains(image) && !folder.delete(image, FrameStore::isImage)) {
                LOGGER.warn("{} is kept: it is not a frame with the digest in its name", image);
            }
        }
    }

    /** Whether a file is a record, of whatever version. */
    private static boolean isRecord(Path file) {
        try {
            return file.getFileName().toString().endsWith(RECORD_ENDING)
                    && Json.read(file, ObjectNode.class).has("damagedPackets");
        } catch (InputException | IOException e) {
            LOGGER.debug("{} is not a record", file, e);
            return false;
        }
    }

    /** Whether a file in a folder of frames is one of these, judging by name and content. */
    static boolean isFrameOrRecord(Path file) {
        return isImage(file) || isRecord(file);
    }

    private static boolean isImage(Path file) {
        Matcher name = IMAGE.matcher(file.getFileName().toString());
        try {
            return name.matches() && Sha256.of(file).equals(name.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<Path> images(FramesRecord record) {
        return record.frames().stream()
                .map(frame -> image(frame.sha256(), record.format()))
                .collect(toSet());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static Optional<FramesRecord> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file, FramesRecord.class));
        } catch (InputException | CharacterCodingException e) {
            LOGGER.warn("its frames are created again: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isComplete(FramesRecord record) {
        return record.frames().stream()
                .allMatch(frame -> isThere(frame.sha256(), frame.bytes(), record.format()));
    }

    private boolean isThere(String sha256, long bytes, ImageFormat format) {
        Path file = image(sha256, format);
        return Files.isRegularFile(file) && file.toFile().length() == bytes;
    }
}
