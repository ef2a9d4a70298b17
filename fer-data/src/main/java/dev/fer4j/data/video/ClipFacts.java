package dev.fer4j.data.video;

import static java.util.Objects.requireNonNull;

import dev.fer4j.data.image.StoredPicture;
import java.nio.file.Path;

/**
 * What was found about a clip besides the times of its frames.
 *
 * @param clip the video file
 * @param picture size and shape of its frames according to its headers
 * @param stream index of the stream that is read, counted from 0 over all streams of the file
 * @param videoStreams number of its video streams, of which one is read; cover art is not counted
 * @param damagedPackets number of packets that could not be decoded, so that their frames are
 *     missing; 0 if the times were read from packets, since the first damaged packet then causes
 *     everything to be decoded
 * @param hiddenFrames number of frames that the clip's edit list hides, so that they do not count
 */
public record ClipFacts(
        Path clip,
        StoredPicture picture,
        int stream,
        int videoStreams,
        long damagedPackets,
        long hiddenFrames) {

    public ClipFacts {
        requireNonNull(clip);
        requireNonNull(picture);
    }
}
