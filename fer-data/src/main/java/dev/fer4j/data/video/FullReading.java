package dev.fer4j.data.video;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.data.internal.UnreadableFileException;
import dev.fer4j.data.internal.video.VideoDecoder;
import dev.fer4j.data.internal.video.VideoHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decodes a recording twice: once for the number and times of its frames, without converting them,
 * and once up to the last kept frame.
 */
final class FullReading {

    private FullReading() {}

    static void read(
            List<Path> clips, FrameSampler.Choice choice, Consumer<SampledFrame> consumer) {
        List<ClipFacts> facts = new ArrayList<>();
        FrameTimes times = times(clips, facts);
        KeptFrames kept = new KeptFrames(choice.indices(facts, times), consumer);
        long index = 0;
        for (Path clip : clips) {
            try (VideoDecoder decoder = VideoDecoder.open(clip)) {
                while (!kept.isComplete() && next(decoder)) {
                    kept.pass(index, clip, decoder.seconds(), decoder);
                    index++;
                }
            }
        }
        if (!kept.isComplete()) {
            throw new UnreadableFileException(
                    clips.get(clips.size() - 1),
                    "gave %s frames at first and %s on a second reading"
                            .formatted(times.size(), index),
                    "make sure that nothing writes to it meanwhile, and run again");
        }
    }

    /** Reads the times of all frames, and adds what is found about each clip. */
    private static FrameTimes times(List<Path> clips, List<ClipFacts> facts) {
        ImmutableDoubleArray.Builder starts = ImmutableDoubleArray.builder();
        double begin = 0;
        for (Path clip : clips) {
            try (VideoDecoder decoder = VideoDecoder.open(clip)) {
                begin += add(clip, decoder, begin, starts);
                facts.add(
                        SparseReading.facts(
                                clip,
                                decoder.header(),
                                decoder.damagedPackets(),
                                decoder.hiddenFrames()));
            }
        }
        return new FrameTimes(starts.build().asList(), begin);
    }

    /** Adds a clip's frames and returns its duration. */
    private static double add(
            Path clip, VideoDecoder decoder, double begin, ImmutableDoubleArray.Builder starts) {
        long frames = 0;
        double last = 0;
        while (next(decoder)) {
            // Damaged streams may go back in time; frames keep the decoder's order.
            last = Math.max(last, decoder.seconds());
            starts.add(begin + last);
            frames++;
        }
        if (frames == 0) {
            throw new UnreadableFileException(
                    clip,
                    "is a video of which no frame can be decoded" + inStream(decoder.header()),
                    "convert it with another program, or leave it out");
        }
        return last + decoder.frameSeconds();
    }

    private static String inStream(VideoHeader header) {
        return header.videoStreams() == 1
                ? ""
                : " in stream %s, the one of %s video streams that is read"
                        .formatted(header.stream(), header.videoStreams());
    }

    private static boolean next(VideoDecoder decoder) {
        FrameSampler.checkInterrupt();
        return decoder.next();
    }
}
