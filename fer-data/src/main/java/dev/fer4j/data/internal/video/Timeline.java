package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * The presentation times of a clip's frames, read from its packets without decoding them.
 *
 * @param ticks presentation time stamps, strictly ascending
 * @param secondsPerTick length of a tick
 * @param lastSeconds duration of the last frame, in seconds
 * @param hidden number of other frames, which an edit list hides
 */
public record Timeline(
        ImmutableLongArray ticks, double secondsPerTick, double lastSeconds, long hidden) {

    /** Up to 2⁵³, differences are exact as floating-point numbers. */
    private static final double MOST_TICKS = 0x1p53;

    /** Clips with more frames are refused: 22 hours at 50 frames a second. */
    public static final int MOST_FRAMES = 4_000_000;

    /**
     * Reads all packets of a file, which must be at its beginning.
     *
     * @return empty if the packets do not contain the presentation time of every frame, as in AVI,
     *     or one of them is evidently damaged
     */
    static Optional<Timeline> read(VideoFile file) {
        ImmutableLongArray.Builder times = ImmutableLongArray.builder();
        boolean known = file.damagedPlaces() == 0;
        long count = 0;
        long marked = 0;
        PacketCheck check = new PacketCheck(file.stream().codecpar());
        long last = Long.MIN_VALUE;
        long lastDuration = 0;
        AVPacket packet = av_packet_alloc();
        try {
            int result = av_read_frame(file.format(), packet);
            for (; result >= 0; result = av_read_frame(file.format(), packet)) {
                if (packet.stream_index() == file.stream().index()) {
                    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
                        throw file.cutShort();
                    }
                    known &= !check.isDamaged(packet);
                    // Edit lists hide frames that are decoded only as references for others.
                    if ((packet.flags() & AV_PKT_FLAG_DISCARD) == 0) {
                        known &= packet.pts() != AV_NOPTS_VALUE;
                        times.add(packet.pts());
                        count++;
                        requireFrames(file, count);
                        if (packet.pts() > last) {
                            last = packet.pts();
                            lastDuration = packet.duration();
                        }
                    } else {
                        marked++;
                    }
                }
                av_packet_unref(packet);
            }
            if (result != AVERROR_EOF) {
                throw file.cutShort();
            }
        } finally {
            av_packet_free(packet);
        }
        long[] sorted = times.build().toArray();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            known &= sorted[i] != sorted[i - 1];
        }
        if (!known || sorted.length == 0) {
            return Optional.empty();
        }
        requireSpan(file, sorted[0], sorted[sorted.length - 1]);
        double secondsPerTick = av_q2d(file.stream().time_base());
        return Optional.of(
                new Timeline(
                        ImmutableLongArray.copyOf(sorted),
                        secondsPerTick,
                        lastDuration > 0
                                ? lastDuration * secondsPerTick
                                : file.averageFrameSeconds(),
                        file.hiddenFrames(count, marked)));
    }

    static void requireFrames(VideoFile file, long frames) {
        if (frames > MOST_FRAMES) {
            throw file.unreadable(
                    "is a video of more than " + MOST_FRAMES + " frames",
                    "cut it into shorter clips, or leave it out");
        }
    }

    /** Checks that the ticks between two time stamps are a number that a clip can have. */
    static void requireSpan(VideoFile file, long first, long last) {
        if ((double) last - first >= MOST_TICKS) {
            throw file.unreadable(
                    "has time stamps that are %s and %s ticks".formatted(first, last),
                    "convert it with another program, or leave it out");
        }
    }

    /** The number of frames. */
    public int size() {
        return ticks.length();
    }

    /** The presentation time of a frame, in seconds since the first one. */
    public double seconds(int frame) {
        return (ticks.get(frame) - ticks.get(0)) * secondsPerTick;
    }

    /** The time in seconds from the start of the first frame to the end of the last. */
    public double duration() {
        return seconds(size() - 1) + lastSeconds;
    }
}
