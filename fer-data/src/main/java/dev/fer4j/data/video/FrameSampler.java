package dev.fer4j.data.video;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.UnreadableFileException;
import dev.fer4j.data.source.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Takes the frames that a rule keeps out of a recording.
 *
 * <p>A header's frame count is an estimate and seeking by frame number misses. So a clip's packets
 * are read once, without decoding, which gives the number and times of its frames; then it is
 * decoded forward up to the last kept frame, without the frames that are neither kept nor
 * referenced, and only kept frames are converted. If the packets do not give the times, or the
 * decoder does not return a frame that they announce, everything is decoded and the decoder is
 * trusted. The same happens if more frames are kept than should be held in memory until the last
 * one is known to exist. Both ways give the same pixels, and the same on every run, since each
 * decoder has one thread. A sampler has no state and may be shared by threads.
 */
public final class FrameSampler {

    private final SamplingRule rule;

    /** With the rule that says which frames are kept. */
    public FrameSampler(SamplingRule rule) {
        this.rule = requireNonNull(rule);
    }

    /**
     * All kept frames at once; memory grows with their number and size.
     *
     * @return the kept frames in their order
     * @throws InputException if a clip is not a video, contains no frame, or is truncated, or the
     *     rule rejects the recording as too short
     * @throws dev.fer4j.core.PlanException if FFmpeg's natives cannot be loaded
     */
    public List<SampledFrame> sample(Recording recording) {
        List<SampledFrame> frames = new ArrayList<>();
        sample(recording, frames::add);
        return List.copyOf(frames);
    }

    /**
     * The kept frames one after the other, in their order. Memory does not grow with the length of
     * the video, nor with the number of frames once there are more than 100.
     *
     * @param consumer is given the kept frames
     * @throws InputException if a clip is not a video, contains no frame, or is truncated, or the
     *     rule rejects the recording as too short; always before the first frame is handed out,
     *     unless the file changes meanwhile
     * @throws CancellationException if the thread is interrupted
     */
    public void sample(Recording recording, Consumer<SampledFrame> consumer) {
        sample(recording.clips(), times -> {}, consumer);
    }

    /**
     * The same for clips that belong to no listing.
     *
     * @param clips video files that are read one after the other; at least one
     * @param begin is told once, before the first frame is handed out, when all frames are shown
     * @param consumer is given the kept frames
     * @throws InputException as {@link #sample(Recording, Consumer)} does
     * @throws CancellationException if the thread is interrupted
     */
    public void sample(
            List<Path> clips, Consumer<FrameTimes> begin, Consumer<SampledFrame> consumer) {
        checkArgument(!clips.isEmpty(), "a recording of 0 clips");
        List<FrameTimes> told = new ArrayList<>();
        Optional<List<SampledFrame>> frames =
                SparseReading.read(
                        clips,
                        (files, times) -> {
                            told.add(times);
                            return indices(files, times);
                        });
        if (frames.isPresent()) {
            begin.accept(told.get(0));
            frames.get().forEach(consumer);
        } else {
            FullReading.read(
                    clips,
                    (files, times) -> {
                        List<Long> indices = indices(files, times);
                        begin.accept(times);
                        return indices;
                    },
                    consumer);
        }
    }

    private List<Long> indices(List<Path> clips, FrameTimes times) {
        if (rule.tooFew() == SamplingRule.TooFew.REJECT && rule.count().orElse(0) > times.size()) {
            throw new UnreadableFileException(
                    Problem.Kind.TOO_FEW,
                    clips.get(0),
                    ("belongs to a recording of %s frames, fewer than the %s that "
                                    + "the sampling rule requires")
                            .formatted(times.size(), rule.count().orElseThrow()),
                    "leave it out, or let the rule repeat frames or take fewer");
        }
        return rule.indices(times);
    }

    /** Says which frames of a recording are kept. */
    @FunctionalInterface
    interface Choice {
        /** Ascending indices over all clips, possibly repeated. */
        List<Long> indices(List<Path> clips, FrameTimes times);
    }

    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while decoding");
        }
    }
}
