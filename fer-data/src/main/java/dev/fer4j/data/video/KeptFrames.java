package dev.fer4j.data.video;

import dev.fer4j.data.internal.video.VideoDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Passes on the frames of a recording with selected indices as a decoder reaches them. */
final class KeptFrames {

    private final List<Long> indices;
    private final Consumer<SampledFrame> consumer;
    private int next;

    KeptFrames(List<Long> indices, Consumer<SampledFrame> consumer) {
        this.indices = indices;
        this.consumer = consumer;
    }

    boolean isComplete() {
        return next == indices.size();
    }

    /** The decoder is at frame {@code index} of the recording, {@code seconds} into its clip. */
    void pass(long index, Path clip, double seconds, VideoDecoder decoder) {
        int end = next;
        while (end < indices.size() && indices.get(end) == index) {
            end++;
        }
        if (end > next) {
            SampledFrame frame =
                    new SampledFrame(index, clip, seconds, end - next > 1, decoder.image());
            for (; next < end; next++) {
                consumer.accept(frame);
            }
        }
    }
}
