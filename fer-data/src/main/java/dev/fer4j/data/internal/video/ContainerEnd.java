package dev.fer4j.data.internal.video;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Whether a video file goes as far as its own structure says. FFmpeg takes the end of the file for
 * the end of the stream, so for a clip that is truncated between two packets, or inside a
 * fragment's index, it returns the remaining frames as if they were all.
 *
 * <p>What the structure does not tell is not seen: a cut exactly between two fragments of an MP4, a
 * Matroska file that was written as a stream, without its length, and an AVI whose writer never
 * came to fill its lengths in.
 */
final class ContainerEnd {

    private ContainerEnd() {}

    /** Whether the file ends before its structure does. */
    static boolean isMissing(Path path) throws IOException {
        try (FileBytes file = new FileBytes(path)) {
            return switch (file.text(0, 4)) {
                case "RIFF" -> RiffEnd.isMissing(file);
                case MatroskaEnd.MAGIC -> MatroskaEnd.isMissing(file);
                default -> Mp4End.isMissing(file);
            };
        }
    }
}
