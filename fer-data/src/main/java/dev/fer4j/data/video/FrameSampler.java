package dev.fer4j.data.video;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.data.source.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Extracts the frames of a recording that a rule selects.
 *
 * <p>The frame count in a header is an estimate, and seeking by frame number is inexact. Therefore
 * a clip's packets are first read without decoding, which gives the number and times of its frames.
 * The clip is then decoded up to the last kept frame, skipping frames that are neither kept nor
 * referenced, and only kept frames are converted. If the packets do not contain the times or are
 * evidently damaged, or the decoder does not return a frame that they announce, all frames are
 * decoded and the decoder's times are used. The same applies if more frames are kept than should be
 * held in memory until the last one is known to exist. Both methods give the same pixels on every
 * run, since each decoder has one thread. Frames are turned upright, and pixels that are not square
 * are made square by resizing rows ({@link dev.fer4j.data.image.PixelShape#shownWidth}). A sampler
 * is stateless and may be shared by threads.
 */
public final class FrameSampler {

    private final SamplingRule rule;

    /** Creates a sampler with the rule that determines which frames are kept. */
    public FrameSampler(SamplingRule rule) {
        this.rule = requireNonNull(rule);
    }

    /**
     * Returns all kept frames at once; memory use grows with their number and size.
     *
     * @return the kept frames in order
     * @throws InputException if a clip is not a video, contains no frames or is truncated, or the
     *     rule rejects the recording as too short
     * @throws dev.fer4j.core.PlanException if FFmpeg's natives cannot be loaded
     */
    public List<SampledFrame> sample(Recording recording) {
        List<SampledFrame> frames = new ArrayList<>();
        sample(recording, frames::add);
        return List.copyOf(frames);
    }

    /**
     * Passes the kept frames to a consumer one after the other, in order. Memory use does not grow
     * with the length of the video, nor with the number of frames beyond 100.
     *
     * @param consumer receives the kept frames
     * @throws InputException if a clip is not a video, contains no frames or is truncated, or the
     *     rule rejects the recording as too short; always before the first frame is passed on,
     *     unless the file changes meanwhile
     * @throws CancellationException if the thread is interrupted
     */
    public void sample(Recording recording, Consumer<SampledFrame> consumer) {
        sample(recording.clips(), facts -> {}, consumer);
    }

    /**
     * Passes on the kept frames of clips that are not part of a listing.
     *
     * @param clips video files, read in sequence; at least one
     * @param begin receives what is known about the recording once, before the first frame is
     *     passed on
     * @param consumer receives the kept frames
     * @throws InputException as {@link #sample(Recording, Consumer)} does
     * @throws CancellationException if the thread is interrupted
     */
    public void sample(
            List<Path> clips, Consumer<RecordingFacts> begin, Consumer<SampledFrame> consumer) {
        checkArgument(!clips.isEmpty(), "a recording of 0 clips");
        List<RecordingFacts> found = new ArrayList<>();
        Optional<List<SampledFrame>> frames =
                SparseReading.read(
                        clips,
                        (files, times) -> {
                            RecordingFacts facts = facts(files, times);
                            found.add(facts);
                            return facts.indices();
                        });
        if (frames.isPresent()) {
            begin.accept(found.get(0));
            frames.get().forEach(consumer);
        } else {
            FullReading.read(
                    clips,
                    (files, times) -> {
                        RecordingFacts facts = facts(files, times);
                        begin.accept(facts);
                        return facts.indices();
                    },
                    consumer);
        }
    }

    private RecordingFacts facts(List<ClipFacts> clips, FrameTimes times) {
        FrameChoice choice = new FrameChoice(rule, times).require(clips.get(0).clip());
        return new RecordingFacts(times, clips, choice.indices());
    }

    /** Selects the frames of a recording to keep. */
    @FunctionalInterface
    interface Choice {
        /** Returns ascending indices over all clips, possibly repeated. */
        List<Long> indices(List<ClipFacts> clips, FrameTimes times);
    }

    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while decoding");
        }
    }
}
