package dev.fer4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Writes real mp4 files whose frame {@code i} has the grey level {@code 10 + 4 i}, up to 50. */
public final class ClipFile {

    public static final int WIDTH = 96;
    public static final int HEIGHT = 48;

    /** The start code of a picture of MPEG-4 part 2. */
    private static final String PICTURE = "\0\0\1\u00b6";

    private ClipFile() {}

    /** At 25 frames a second. */
    public static Path write(Path file, int frames) throws IOException {
        return write(file, frames, i -> 40_000L * i);
    }

    /** With frames shown at given microseconds. */
    public static Path write(Path file, int frames, IntToLongFunction microseconds)
            throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        Files.createDirectories(file.getParent());
        try (FFmpegFrameRecorder recorder =
                        new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT, 0);
                Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3)) {
            recorder.setFormat("mp4");
            recorder.setFrameRate(25);
            recorder.setVideoBitrate(500_000);
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.start();
            for (int i = 0; i < frames; i++) {
                ByteBuffer pixels = (ByteBuffer) frame.image[0];
                for (int at = 0; at < pixels.capacity(); at++) {
                    pixels.put(at, (byte) (10 + 4 * (i % 50)));
                }
                recorder.setTimestamp(microseconds.applyAsLong(i));
                recorder.record(frame, avutil.AV_PIX_FMT_RGB24);
            }
        }
        return file;
    }

    /** Turns a file a quarter clockwise for display, as phones do (ISO 14496-12, 8.3.2). */
    public static Path turn(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        ByteBuffer matrix = ByteBuffer.wrap(bytes).position(header + 44);
        for (int value : new int[] {0, 1, 0, -1, 0, 0, 0, 0}) {
            matrix.putInt(value << 16);
        }
        return Files.write(file, bytes);
    }

    /**
     * States the shape of pixels (ISO 14496-12, 12.1.4), if need be in place of the bit rates
     * (8.5.2).
     */
    public static Path shape(Path file, int width, int height) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean stated = text.contains("pasp");
        ByteBuffer box = ByteBuffer.wrap(bytes).position(text.indexOf(stated ? "pasp" : "btrt"));
        box.put("pasp".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        return Files.write(file, bytes);
    }

    /** Fills a picture with zeros, counted from 0. */
    public static Path blank(Path file, int picture) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = -1;
        for (int i = 0; i <= picture; i++) {
            start = text.indexOf(PICTURE, start + 1);
        }
        Arrays.fill(bytes, start, text.indexOf(PICTURE, start + 1), (byte) 0);
        return Files.write(file, bytes);
    }
}
