package dev.fer4j.data.video;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.data.internal.video.IndexedVideo;
import dev.fer4j.data.internal.video.Timeline;
import dev.fer4j.data.internal.video.VideoDecoder;
import dev.fer4j.data.internal.video.VideoHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a recording's packets, and decodes only the frames needed for the kept ones. */
final class SparseReading implements AutoCloseable {

    /** Frames are held in memory until all have been verified: 92 MB at 640 × 480. */
    private static final int MOST_HELD = 100;

    private static final int BYTES_PER_PIXEL = 3;

    private final List<IndexedVideo> videos = new ArrayList<>();

    private SparseReading() {}

    /**
     * Returns the kept frames; empty if the packets do not determine them, or not correctly, or if
     * there are too many to be held.
     */
    static Optional<List<SampledFrame>> read(List<Path> clips, FrameSampler.Choice choice) {
        try (SparseReading reading = new SparseReading()) {
            for (Path clip : clips) {
                reading.videos.add(IndexedVideo.open(clip));
            }
            return reading.times()
                    .map(times -> choice.indices(reading.facts(), times))
                    .filter(reading::canHold)
                    .flatMap(reading::decode);
        }
    }

    /** Large frames may use half of the heap if each processor samples a recording. */
    private boolean canHold(List<Long> indices) {
        Runtime runtime = Runtime.getRuntime();
        long bytes = runtime.maxMemory() / (2L * runtime.availableProcessors());
        long largest =
                videos.stream()
                        .map(video -> video.header().picture())
                        .mapToLong(picture -> BYTES_PER_PIXEL * picture.width() * picture.height())
                        .max()
                        .orElse(0);
        return indices.size() <= MOST_HELD
                && indices.stream().distinct().count() * largest <= bytes;
    }

    private List<ClipFacts> facts() {
        return videos.stream()
                .map(
                        video ->
                                facts(
                                        video.path(),
                                        video.header(),
                                        0,
                                        video.timeline().orElseThrow().hidden()))
                .toList();
    }

    static ClipFacts facts(Path clip, VideoHeader header, long damagedPackets, long hiddenFrames) {
        return new ClipFacts(
                clip,
                header.picture(),
                header.stream(),
                header.videoStreams(),
                damagedPackets,
                hiddenFrames);
    }

    private Optional<FrameTimes> times() {
        ImmutableDoubleArray.Builder starts = ImmutableDoubleArray.builder();
        double begin = 0;
        for (IndexedVideo video : videos) {
            if (video.timeline().isEmpty()) {
                return Optional.empty();
            }
            Timeline timeline = video.timeline().get();
            for (int i = 0; i < timeline.size(); i++) {
                starts.add(begin + timeline.seconds(i));
            }
            begin += timeline.duration();
        }
        return Optional.of(new FrameTimes(starts.build().asList(), begin));
    }

    private Optional<List<SampledFrame>> decode(List<Long> indices) {
        List<SampledFrame> frames = new ArrayList<>();
        KeptFrames kept = new KeptFrames(indices, frames::add);
        long first = 0;
        for (IndexedVideo video : videos) {
            Timeline timeline = video.timeline().orElseThrow();
            Map<Long, Long> wanted = new HashMap<>();
            for (long index : indices) {
                if (index >= first && index < first + timeline.size()) {
                    wanted.put(timeline.ticks().get((int) (index - first)), index);
                }
            }
            if (!wanted.isEmpty() && !decode(video, first, wanted, kept)) {
                return Optional.empty();
            }
            first += timeline.size();
        }
        return kept.isComplete() ? Optional.of(frames) : Optional.empty();
    }

    /**
     * Returns false unless the decoder returns every wanted frame, in order and undamaged.
     *
     * @param first index in the recording of the clip's first frame
     * @param wanted indices in the recording of the wanted frames, by time stamp
     */
    private static boolean decode(
            IndexedVideo video, long first, Map<Long, Long> wanted, KeptFrames kept) {
        Optional<VideoDecoder> opened = video.decoder(wanted::containsKey);
        if (opened.isEmpty()) {
            return false;
        }
        int missing = wanted.size();
        try (VideoDecoder decoder = opened.get()) {
            while (missing > 0) {
                FrameSampler.checkInterrupt();
                if (!decoder.next() || decoder.damagedPackets() > 0) {
                    return false;
                }
                Long index = wanted.get(decoder.timestamp());
                if (index != null) {
                    double seconds = video.timeline().orElseThrow().seconds((int) (index - first));
                    kept.pass(index, video.path(), seconds, decoder);
                    missing--;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        videos.forEach(IndexedVideo::close);
    }
}
