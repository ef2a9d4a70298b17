package dev.fer4j.data.manifest;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Problem;
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
 * The frames of a recording and what they were made from. It is written after the last frame, so
 * its existence shows that the frames are complete.
 *
 * @param version incremented whenever the same clips would give different pixels or files
 * @param rule the rule that chose the frames
 * @param format the format of the images
 * @param clips the state of the recording's clips
 * @param damagedPackets number of packets of the clips that could not be decoded
 * @param notes what a user should know about the recording although it is used; absent in records
 *     of version 4 and below
 * @param frames the frames in order; repeated frames are listed repeatedly
 */
record FramesRecord(
        int version,
        SamplingRule rule,
        ImageFormat format,
        List<Clip> clips,
        long damagedPackets,
        List<Problem> notes,
        List<Frame> frames) {

    /**
     * The state of a clip when it was read.
     *
     * @param file path relative to the source
     * @param modified time of the last modification, in milliseconds since 1970
     */
    record Clip(String file, long bytes, long modified) {}

    /**
     * A frame that is stored as an image.
     *
     * @param clip path of the clip relative to the source
     * @param bytes size of the image file in bytes
     */
    record Frame(
            long frameIndex,
            String clip,
            double seconds,
            boolean repeated,
            long bytes,
            String sha256) {}

    static final int VERSION = 5;

    FramesRecord {
        requireNonNull(rule);
        requireNonNull(format);
        clips = List.copyOf(clips);
        notes = notes == null ? List.of() : List.copyOf(notes);
        frames = List.copyOf(frames);
    }

    /** Returns the current state of a recording's clips. */
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

    /** Whether this record was made from these clips by this rule in this format. */
    boolean tellsOf(List<Clip> now, SamplingRule wanted, ImageFormat wantedFormat) {
        return version == VERSION
                && rule.equals(wanted)
                && format.equals(wantedFormat)
                && clips.equals(now)
                && !frames.isEmpty();
    }
}
