package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import dev.fer4j.core.io.CloseOnFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongPredicate;

/** A video file whose packets have been read once, so that few of its frames need be decoded. */
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

    /** When its frames are shown; empty if the packets do not say. */
    public Optional<Timeline> timeline() {
        return timeline;
    }

    /**
     * Seconds from the first frame's beginning to the last one's end, or else what the container
     * says; empty if neither tells.
     */
    public OptionalDouble duration() {
        if (timeline.isPresent()) {
            return OptionalDouble.of(timeline.get().duration());
        }
        // FFmpeg writes an unknown duration as a negative number.
        long duration = file.format().duration();
        return duration > 0
                ? OptionalDouble.of((double) duration / AV_TIME_BASE)
                : OptionalDouble.empty();
    }

    /**
     * A decoder at the beginning, which may skip unwanted frames. It must be closed before another
     * is requested.
     *
     * @param wanted says of a time stamp whether its frame is wanted
     * @return empty if the file cannot be rewound, or its packets do not say when frames are shown
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
