package dev.fer4j.data.manifest;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code frames.json}: what a recording's frames were made from and what they are. It is written
 * after the last frame, so where it lies the frames are complete.
 *
 * @param version raised whenever the same clips would give other pixels or another file
 * @param rule the rule that chose the frames
 * @param clips the recording's clips as they were
 * @param frames a frame for each image, in order
 */
record FramesRecord(int version, SamplingRule rule, List<Clip> clips, List<Frame> frames) {

    /**
     * A clip as it was when it was read.
     *
     * @param file relative to the source
     * @param modified last modification, milliseconds since 1970
     */
    record Clip(String file, long bytes, long modified) {}

    /**
     * An image.
     *
     * @param clip relative to the source
     * @param bytes size of the PNG file
     */
    record Frame(
            long frameIndex,
            String clip,
            double seconds,
            boolean repeated,
            long bytes,
            String sha256) {}

    static final int VERSION = 2;

    private static final String FILE = "frames.json";
    private static final Logger LOGGER = LoggerFactory.getLogger(FramesRecord.class);

    FramesRecord {
        requireNonNull(rule);
        clips = List.copyOf(clips);
        frames = List.copyOf(frames);
    }

    /** The clips of a recording as they are now. */
    static List<Clip> clipsOf(Recording recording, Path sourceFolder) throws IOException {
        List<Clip> clips = new ArrayList<>();
        for (Path clip : recording.clips()) {
            clips.add(
                    new Clip(
                            RelativePath.of(sourceFolder, clip),
                            Files.size(clip),
                            Files.getLastModifiedTime(clip).toMillis()));
        }
        return List.copyOf(clips);
    }

    /**
     * Reads what lies in a folder, if it was made from these clips by this rule and every image is
     * there with its size. Digests are not computed again.
     */
    static Optional<FramesRecord> readIfCurrent(Path folder, SamplingRule rule, List<Clip> clips)
            throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            FramesRecord record = Json.read(file, FramesRecord.class);
            return record.isCurrent(folder, rule, clips) ? Optional.of(record) : Optional.empty();
        } catch (InputException | CharacterCodingException e) {
            LOGGER.warn(
                    "{}: cannot be read, so the frames are made again: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isCurrent(Path folder, SamplingRule wanted, List<Clip> now) throws IOException {
        if (version != VERSION || !rule.equals(wanted) || !clips.equals(now) || frames.isEmpty()) {
            return false;
        }
        for (int i = 0; i < frames.size(); i++) {
            Path image = folder.resolve(i + ".png");
            if (!Files.isRegularFile(image) || Files.size(image) != frames.get(i).bytes()) {
                return false;
            }
        }
        return true;
    }

    void write(Path folder) throws IOException {
        WholeFile.writeString(folder.resolve(FILE), Json.pretty(this));
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
