package dev.fer4j.data.video;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.data.internal.UnreadableFileException;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.video.internal.VideoDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the frames that a rule keeps out of a recording.
 *
 * <p>A header's frame count is an estimate and seeking by frame number misses, so every clip is
 * decoded forward, twice: once to count the frames, without converting any, and once to convert
 * those that are kept. The same file gives the same pixels on every run, since each decoder has one
 * thread. A sampler has no state and may be shared by threads.
 */
public final class FrameSampler {

    private static final Logger LOGGER = LoggerFactory.getLogger(FrameSampler.class);

    private final SamplingRule rule;

    /** With the rule that says which frames are kept. */
    public FrameSampler(SamplingRule rule) {
        this.rule = requireNonNull(rule);
    }

    /**
     * All kept frames at once; memory grows with their number and size.
     *
     * @return as many frames as the rule asks for, in their order
     * @throws InputException if a clip is no video, holds no frame, or is cut short
     */
    public List<SampledFrame> sample(Recording recording) {
        List<SampledFrame> frames = new ArrayList<>();
        sample(recording, frames::add);
        return List.copyOf(frames);
    }

    /**
     * The kept frames one after the other, in their order; memory holds one frame at a time.
     *
     * @param consumer is given as many frames as the rule asks for
     * @throws InputException if a clip is no video, holds no frame, or is cut short; always before
     *     the first frame is handed out, unless the file changes meanwhile
     * @throws CancellationException if the thread is interrupted
     */
    public void sample(Recording recording, Consumer<SampledFrame> consumer) {
        long frames = 0;
        for (Path clip : recording.clips()) {
            frames += count(clip);
        }
        List<Long> indices = rule.indices(frames);
        int kept = 0;
        long index = 0;
        for (Path clip : recording.clips()) {
            if (kept == indices.size()) {
                return;
            }
            try (VideoDecoder decoder = VideoDecoder.open(clip)) {
                while (kept < indices.size() && next(decoder)) {
                    kept = keep(decoder, clip, indices, kept, index, consumer);
                    index++;
                }
            }
        }
        if (kept < indices.size()) {
            throw new UnreadableFileException(
                    recording.clips().get(recording.clips().size() - 1),
                    "gave " + frames + " frames at first and " + index + " on a second reading",
                    "let nothing write to it meanwhile, and run again");
        }
    }

    private static int keep(
            VideoDecoder decoder,
            Path clip,
            List<Long> indices,
            int kept,
            long index,
            Consumer<SampledFrame> consumer) {
        int end = kept;
        while (end < indices.size() && indices.get(end) == index) {
            end++;
        }
        if (end > kept) {
            SampledFrame frame =
                    new SampledFrame(
                            index, clip, decoder.seconds(), end - kept > 1, decoder.image());
            for (int i = kept; i < end; i++) {
                consumer.accept(frame);
            }
        }
        return end;
    }

    private static long count(Path clip) {
        try (VideoDecoder decoder = VideoDecoder.open(clip)) {
            long frames = 0;
            while (next(decoder)) {
                frames++;
            }
            if (frames == 0) {
                throw new UnreadableFileException(
                        clip,
                        "is a video of which no frame can be decoded",
                        "convert it with another program, or leave it out");
            }
            if (decoder.damagedPackets() > 0) {
                LOGGER.warn(
                        "{}: {} damaged packets were skipped, {} frames decoded",
                        clip,
                        decoder.damagedPackets(),
                        frames);
            }
            return frames;
        }
    }

    private static boolean next(VideoDecoder decoder) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while decoding");
        }
        return decoder.next();
    }
}
