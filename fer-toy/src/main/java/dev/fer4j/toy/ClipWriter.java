package dev.fer4j.toy;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * Writes clips as mp4 with H.264 or MPEG-4 part 2, without timestamps or encoder versions in the
 * file.
 *
 * @param width of the frames in pixels
 * @param height of the frames in pixels
 * @param framesPerSecond the frame rate
 * @param mpeg4 MPEG-4 part 2 instead of H.264
 */
record ClipWriter(int width, int height, int framesPerSecond, boolean mpeg4) {

    private static final int BITS_PER_SECOND = 900_000;

    /**
     * Writes a clip.
     *
     * @param frame draws a frame by its index; called in order from 0
     */
    void write(Path file, int frames, IntFunction<RgbImage> frame) throws IOException {
        // The mp4 muxer seeks back when it finishes, so it cannot write to a stream.
        WholeFile.writeByPath(file, temporary -> record(temporary, frames, frame));
    }

    private void record(Path file, int frames, IntFunction<RgbImage> images) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        try (FFmpegFrameRecorder recorder =
                        new FFmpegFrameRecorder(file.toFile(), width, height, 0);
                Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3)) {
            recorder.setFormat("mp4");
            recorder.setFrameRate(framesPerSecond);
            recorder.setGopSize(framesPerSecond);
            recorder.setVideoBitrate(BITS_PER_SECOND);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setOption("fflags", "+bitexact");
            recorder.setVideoOption("flags", "+bitexact");
            recorder.setVideoOption("threads", "1");
            if (mpeg4) {
                recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            } else {
                recorder.setVideoCodecName("libopenh264");
            }
            recorder.start();
            for (int i = 0; i < frames; i++) {
                fill(frame, images.apply(i));
                recorder.record(frame, avutil.AV_PIX_FMT_RGB24);
            }
        }
    }

    private static void fill(Frame frame, RgbImage image) {
        ByteBuffer buffer = (ByteBuffer) frame.image[0];
        int row = 3 * image.width();
        for (int y = 0; y < image.height(); y++) {
            buffer.position(y * frame.imageStride);
            buffer.put(image.rgb(), y * row, row);
        }
        buffer.rewind();
    }
}
