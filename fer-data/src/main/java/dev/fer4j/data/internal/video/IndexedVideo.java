package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import dev.fer4j.core.file.CloseOnFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongPredicate;

/** A video file with packets read in advance, so that few of its frames must be decoded. */
public final class IndexedVideo implements AutoCloseable {

    private final Path path;
    private final VideoFile file;
    private final Optional<Timeline> timeline;

    private IndexedVideo(Path path, VideoFile file, Optional<Timeline> timeline) {
        this.path = path;
        this.file = file;
        this.timeline = timeline;
    }

    /**
     * Opens a file and reads its packets.
     *
     * @throws dev.fer4j.core.InputException if it is not a video or is truncated
     */
    public static IndexedVideo open(Path path) {
        Ffmpeg.require();
        VideoFile file = VideoFile.open(path);
        return CloseOnFailure.of(
                file::close, () -> new IndexedVideo(path, file, Timeline.read(file)));
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** What the file's headers say about its video. */
    public VideoHeader header() {
        return file.header();
    }

    /** The timeline of its frames; empty if the packets have no complete time stamps. */
    public Optional<Timeline> timeline() {
        return timeline;
    }

    /**
     * The time in seconds from the start of the first frame to the end of the last, or else the
     * duration given by the container; empty if neither is known.
     */
    public OptionalDouble duration() {
        if (timeline.isPresent()) {
            return OptionalDouble.of(timeline.get().duration());
        }
        // FFmpeg represents an unknown duration as a negative number.
        long duration = file.format().duration();
        return duration > 0
                ? OptionalDouble.of((double) duration / AV_TIME_BASE)
                : OptionalDouble.empty();
    }

    /**
     * Returns a decoder that starts at the beginning and may skip unwanted frames. It must be
     * closed before another one is requested.
     *
     * @param wanted whether the frame with a time stamp is wanted
     * @return empty if the file cannot be rewound, or its packets have no complete time stamps
     */
    public Optional<VideoDecoder> decoder(LongPredicate wanted) {
        boolean rewound =
                timeline.isPresent()
                        && av_seek_frame(
                                        file.format(),
                                        file.stream().index(),
                                        timeline.get().ticks().get(0),
                                        AVSEEK_FLAG_BACKWARD)
                                >= 0;
        return rewound ? Optional.of(VideoDecoder.of(file, wanted)) : Optional.empty();
    }

    @Override
    public void close() {
        file.close();
    }
}
