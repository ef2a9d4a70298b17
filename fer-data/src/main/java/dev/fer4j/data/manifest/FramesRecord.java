package dev.fer4j.data.manifest;

import static java.util.Objects.requireNonNull;

import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recording's frames were made from and what they are. It is written after the last frame,
 * so where it lies the frames are complete.
 *
 * @param version raised whenever the same clips would give other pixels or another file
 * @param rule the rule that chose the frames
 * @param format how they are stored
 * @param clips the recording's clips as they were
 * @param damagedPackets packets of the clips that could not be decoded
 * @param frames in order; a repeated frame stands here more than once
 */
record FramesRecord(
        int version,
        SamplingRule rule,
        ImageFormat format,
        List<Clip> clips,
        long damagedPackets,
        List<Frame> frames) {

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
     * @param bytes size of its file
     */
    record Frame(
            long frameIndex,
            String clip,
            double seconds,
            boolean repeated,
            long bytes,
            String sha256) {}

    static final int VERSION = 4;

    FramesRecord {
        requireNonNull(rule);
        requireNonNull(format);
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

    /** Whether it tells of these clips, this rule and this format. */
    boolean tellsOf(List<Clip> now, SamplingRule wanted, ImageFormat wantedFormat) {
        return version == VERSION
                && rule.equals(wanted)
                && format.equals(wantedFormat)
                && clips.equals(now)
                && !frames.isEmpty();
    }
}
