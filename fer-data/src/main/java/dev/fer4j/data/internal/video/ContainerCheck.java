package dev.fer4j.data.internal.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks the structure of video files without FFmpeg, above all for truncation. FFmpeg treats the
 * end of the file as the end of the stream, so a clip that is truncated between two packets, or
 * inside a fragment's index, would be decoded as if it were complete.
 *
 * <p>Truncation that the structure does not reveal is not detected: a cut exactly between two
 * fragments of an MP4, a Matroska file that was written as a stream without its length, and an AVI
 * whose writer did not fill in its lengths.
 */
final class ContainerCheck {

    private ContainerCheck() {}

    /** Whether the file ends before its structure is complete. */
    static boolean isMissing(Path path) throws IOException {
        try (FileBytes file = new FileBytes(path)) {
            return switch (file.text(0, 4)) {
                case "RIFF" -> RiffEnd.isMissing(file);
                case MatroskaEnd.MAGIC -> MatroskaEnd.isMissing(file);
                default -> Mp4End.isMissing(file);
            };
        }
    }

    /** What is wrong with the headers of a file that is not truncated; empty if nothing is. */
    static Optional<String> faultOfHeader(Path path) throws IOException {
        try (FileBytes file = new FileBytes(path)) {
            return switch (file.text(0, 4)) {
                case "RIFF", MatroskaEnd.MAGIC -> Optional.empty();
                default -> Mp4Header.fault(file);
            };
        }
    }

    /** The number of frames that an MP4's index lists for a track; 0 in other containers. */
    static long listedFrames(Path path, int track) throws IOException {
        try (FileBytes file = new FileBytes(path)) {
            return Mp4Header.samples(file, track);
        }
    }

    /** The number of damaged clusters of a Matroska file; 0 in other containers. */
    static long damagedClusters(Path path) throws IOException {
        try (FileBytes file = new FileBytes(path)) {
            return file.text(0, 4).equals(MatroskaEnd.MAGIC) ? MatroskaClusters.damaged(file) : 0;
        }
    }
}
