package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.StoredPicture;
import java.nio.file.Path;
import java.util.function.LongPredicate;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;

/**
 * Decodes the video stream of a file forwards, one frame at a time, on one thread. Not thread-safe;
 * each thread must open its own decoder.
 */
public final class VideoDecoder implements AutoCloseable {

    private final VideoFile file;
    private final boolean ownsFile;
    private final AVCodecContext codec;
    private final LongPredicate wanted;
    private final boolean maySkip;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();

    private long index = -1;
    private long firstTimestamp = AV_NOPTS_VALUE;
    private long lastDuration;
    private final long damagedPlaces;
    private long damagedPackets;
    private long shownPackets;
    private long markedPackets;
    private boolean draining;
    private boolean closed;

    private VideoDecoder(
            VideoFile file, boolean ownsFile, AVCodecContext codec, LongPredicate wanted) {
        this.file = file;
        this.ownsFile = ownsFile;
        this.codec = codec;
        this.damagedPlaces = ownsFile ? file.damagedPlaces() : 0;
        this.wanted = wanted;
        // The MPEG-4 decoder assigns wrong time stamps when frames are skipped.
        this.maySkip = codec.codec_id() == AV_CODEC_ID_H264 || codec.codec_id() == AV_CODEC_ID_HEVC;
    }

    /** Creates a decoder for a file that the caller closes; unwanted frames may be skipped. */
    static VideoDecoder of(VideoFile file, LongPredicate wanted) {
        return new VideoDecoder(file, false, openCodec(file), wanted);
    }

    /**
     * Opens a video file.
     *
     * @throws InputException if it is not an MP4, QuickTime, AVI or Matroska file, is truncated, or
     *     has no video stream that can be decoded
     */
    public static VideoDecoder open(Path path) {
        Ffmpeg.require();
        VideoFile file = VideoFile.open(path);
        AVCodecContext codec = CloseOnFailure.of(file::close, () -> openCodec(file));
        return new VideoDecoder(file, true, codec, timestamp -> true);
    }

    private static AVCodecContext openCodec(VideoFile file) {
        AVCodec decoder = avcodec_find_decoder(file.stream().codecpar().codec_id());
        if (Pointer.isNull(decoder)) {
            throw file.unreadable(
                    "is a video with a codec that FFmpeg does not support", "convert it to H.264");
        }
        AVCodecContext codec = avcodec_alloc_context3(decoder);
        boolean opened = false;
        try {
            opened =
                    avcodec_parameters_to_context(codec, file.stream().codecpar()) >= 0
                            && avcodec_open2(
                                            codec.thread_count(1)
                                                    .max_pixels(ImageFiles.MAX_PIXELS)
                                                    .pkt_timebase(file.stream().time_base()),
                                            decoder,
                                            (AVDictionary) null)
                                    >= 0;
        } finally {
            if (!opened) {
                avcodec_free_context(codec);
            }
        }
        if (!opened) {
            throw file.unreadable(
                    "is a video that cannot be decoded", "convert it with another program");
        }
        return codec;
    }

    /**
     * Advances to the next frame in presentation order. Packets that cannot be decoded are counted
     * and skipped.
     *
     * @return false after the last frame
     * @throws InputException if the file ends before its streams do
     */
    public boolean next() {
        while (true) {
            int result = avcodec_receive_frame(codec, frame);
            if (result >= 0) {
                index++;
                Timeline.requireFrames(file, index + 1);
                lastDuration = frame.duration();
                if (index == 0) {
                    firstTimestamp = frame.best_effort_timestamp();
                }
                return true;
            }
            // While draining, there are no packets left, so an error is final, like the end.
            if (result == AVERROR_EOF || draining) {
                return false;
            }
            if (result != AVERROR_EAGAIN()) {
                damagedPackets++;
            }
            feed();
        }
    }

    private void feed() {
        int result = av_read_frame(file.format(), packet);
        if (result == AVERROR_EOF) {
            draining = true;
            avcodec_send_packet(codec, null);
            return;
        }
        if (result < 0) {
            throw file.cutShort();
        }
        try {
            if (packet.stream_index() != file.stream().index()) {
                return;
            }
            if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
                throw file.cutShort();
            }
            if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
                markedPackets++;
            } else {
                shownPackets++;
            }
            // An unwanted frame that no other frame references need not be decoded.
            boolean skips = maySkip && !wanted.test(packet.pts());
            codec.skip_frame(skips ? AVDISCARD_NONREF : AVDISCARD_DEFAULT);
            if (avcodec_send_packet(codec, packet) < 0) {
                damagedPackets++;
            }
        } finally {
            av_packet_unref(packet);
        }
    }

    /** The presentation time of the current frame since the first frame, in seconds. */
    public double seconds() {
        long timestamp = frame.best_effort_timestamp();
        if (timestamp == AV_NOPTS_VALUE || firstTimestamp == AV_NOPTS_VALUE) {
            return index * file.averageFrameSeconds();
        }
        Timeline.requireSpan(
                file, Math.min(timestamp, firstTimestamp), Math.max(timestamp, firstTimestamp));
        return (timestamp - firstTimestamp) * av_q2d(file.stream().time_base());
    }

    /**
     * The duration of the most recent frame in seconds; the average over the file if its packet
     * does not contain it, and 0 if neither is known.
     */
    public double frameSeconds() {
        return lastDuration > 0
                ? lastDuration * av_q2d(file.stream().time_base())
                : file.averageFrameSeconds();
    }

    /** The current frame's time stamp in ticks of its stream. */
    public long timestamp() {
        return frame.best_effort_timestamp();
    }

    /**
     * The current frame, upright and with square pixels.
     *
     * @throws InputException if FFmpeg cannot convert the frame's pixels to RGB, or their shape
     *     makes the frame too large
     */
    public RgbImage image() {
        StoredPicture picture = FrameShape.of(file, frame);
        int width = Math.toIntExact(picture.pixels().shownWidth(picture.storedWidth()));
        RgbImage stored =
                FrameConverter.convert(frame, width)
                        .orElseThrow(
                                () ->
                                        file.unreadable(
                                                "has frames that cannot be converted to RGB",
                                                "convert it with another program"));
        return file.displayMatrix().apply(stored);
    }

    /** What the file's headers say about its video. */
    public VideoHeader header() {
        return file.header();
    }

    /**
     * The number of packets so far that could not be decoded, and of places in the container at
     * which at least one packet is lost.
     */
    public long damagedPackets() {
        return damagedPackets + damagedPlaces;
    }

    /** The number of frames that an edit list hides; available after the last frame. */
    public long hiddenFrames() {
        return file.hiddenFrames(shownPackets, markedPackets);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(codec);
            if (ownsFile) {
                file.close();
            }
        }
    }
}
