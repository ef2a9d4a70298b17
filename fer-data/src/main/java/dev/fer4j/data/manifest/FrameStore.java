package dev.fer4j.data.manifest;

import static java.util.stream.Collectors.toSet;

import dev.fer4j.core.InputException;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.image.ImageFormat;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Path images;
    private final Path records;

    /**
     * Creates a store in a folder.
     *
     * @param home folder of the source's frames, created on the first write
     */
    FrameStore(Path home) {
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
        Files.deleteIfExists(records.resolve(recording + RECORD_ENDING));
    }

    /**
     * Removes records with missing images, for example after an erasure, and then all images
     * without a record.
     */
    void prune() throws IOException {
        Set<Path> needed = new HashSet<>();
        for (Path file : files(records)) {
            Optional<FramesRecord> record = read(file).filter(this::isComplete);
            if (record.isPresent()) {
                needed.addAll(images(record.get()));
            } else {
                Files.delete(file);
            }
        }
        for (Path image : files(images)) {
            if (!needed.contains(image)) {
                Files.delete(image);
            }
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
            return tree.filter(Files::isRegularFile).toList();
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
