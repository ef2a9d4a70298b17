package dev.fer4j.data.testing;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import dev.fer4j.core.RgbImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * Writes small videos of which every frame carries its number: sixteen squares of 16 × 16 pixels in
 * four columns, black or white as the bits of the number, the lowest in the upper left corner.
 */
public final class TestVideo {

    /** Width and height of a stored frame. */
    public static final int WIDTH = 64;

    /** See {@link #WIDTH}. */
    public static final int HEIGHT = 64;

    /** Frames a second. */
    public static final double RATE = 25;

    private static final int SQUARE = 16;

    /** The start code of a picture of MPEG-4 part 2. */
    private static final String PICTURE = "\0\0\1\u00b6";

    /** How frames are coded. */
    public enum Coding {
        /** MPEG-4 part 2 with two B-frames between others, so coding order is not display order. */
        MPEG4,
        /** H.264 by libopenh264. */
        H264
    }

    private TestVideo() {}

    /**
     * Writes frames numbered {@code first}, {@code first + 1}, …; the ending names the container.
     */
    public static Path write(Path file, Coding coding, int first, int frames) throws IOException {
        return write(file, coding, first, frames, 0);
    }

    /** The same, to be turned clockwise by a multiple of 90 degrees for display. */
    public static Path write(Path file, Coding coding, int first, int frames, int clockwise)
            throws IOException {
        write(file, coding, Map.of(), IntStream.range(first, first + frames).toArray(), 1);
        return clockwise == 0 ? file : turn(file, clockwise);
    }

    /** The same with options of the container's writer, such as {@code movflags=faststart}. */
    public static Path write(
            Path file, Coding coding, int first, int frames, Map<String, String> options)
            throws IOException {
        return write(file, coding, options, IntStream.range(first, first + frames).toArray(), 1);
    }

    /**
     * Frames that are not equally long: the second half of them is shown five times as long as the
     * first.
     */
    public static Path writeWithVariableRate(Path file, Coding coding, int first, int frames)
            throws IOException {
        int[] numbers = IntStream.range(first, first + frames).toArray();
        return write(file, coding, Map.of(), numbers, 5);
    }

    /** At a constant rate, except that a frame in the middle is shown for some seconds. */
    public static Path writeWithGap(Path file, Coding coding, int frames, int seconds)
            throws IOException {
        int[] numbers = IntStream.range(0, frames).toArray();
        return write(file, coding, Map.of(), numbers, 1, 0, (long) (seconds * RATE));
    }

    /** With pixels of a shape, given as width through height, in the container and the stream. */
    public static Path writeShaped(Path file, Coding coding, int first, int frames, double shape)
            throws IOException {
        int[] numbers = IntStream.range(first, first + frames).toArray();
        return write(file, coding, Map.of(), numbers, 1, shape, 1);
    }

    private static Path write(
            Path file, Coding coding, Map<String, String> options, int[] numbers, int slower)
            throws IOException {
        return write(file, coding, options, numbers, slower, 0, 1);
    }

    private static Path write(
            Path file,
            Coding coding,
            Map<String, String> options,
            int[] numbers,
            int slower,
            double shape,
            long gap)
            throws IOException {
        av_log_set_level(AV_LOG_QUIET);
        Files.createDirectories(file.getParent());
        try (FFmpegFrameRecorder recorder =
                new FFmpegFrameRecorder(file.toString(), WIDTH, HEIGHT)) {
            configure(recorder, coding);
            recorder.setAspectRatio(shape);
            recorder.setOptions(options);
            recorder.start();
            long tick = 0;
            for (int i = 0; i < numbers.length; i++) {
                recorder.setFrameNumber((int) tick);
                recorder.record(frame(numbers[i]), AV_PIX_FMT_RGB24);
                tick += i < numbers.length / 2 ? 1 : slower;
                tick += i == numbers.length / 2 - 1 ? gap - 1 : 0;
            }
            recorder.stop();
        }
        return file;
    }

    private static void configure(FFmpegFrameRecorder recorder, Coding coding) {
        recorder.setFrameRate(RATE);
        recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
        recorder.setVideoBitrate(2_000_000);
        switch (coding) {
            case MPEG4 -> {
                recorder.setVideoCodec(AV_CODEC_ID_MPEG4);
                recorder.setMaxBFrames(2);
            }
            case H264 -> {
                recorder.setVideoCodec(AV_CODEC_ID_H264);
                recorder.setVideoCodecName("libopenh264");
            }
        }
    }

    /**
     * Writes the rotation as phones do: into the matrix of the track header (ISO 14496-12, 8.3.2).
     */
    public static Path turn(Path file, int clockwise) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        int cos = (int) Math.round(Math.cos(Math.toRadians(clockwise)));
        int sin = (int) Math.round(Math.sin(Math.toRadians(clockwise)));
        ByteBuffer matrix = ByteBuffer.wrap(bytes).position(header + 44);
        for (int value : new int[] {cos, sin, 0, -sin, cos, 0, 0, 0}) {
            matrix.putInt(value << 16);
        }
        return Files.write(file, bytes);
    }

    /** Overwrites bytes after the first occurrence of a box's name. */
    public static Path patch(Path file, String box, int offset, byte... values) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box);
        System.arraycopy(values, 0, bytes, at + box.length() + offset, values.length);
        return Files.write(file, bytes);
    }

    /** Fills pictures of MPEG-4 part 2 with zeros, counted from 0 in the order of coding. */
    public static Path blank(Path file, int... pictures) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Integer> starts = new ArrayList<>();
        for (int at = text.indexOf(PICTURE); at >= 0; at = text.indexOf(PICTURE, at + 1)) {
            starts.add(at);
        }
        for (int picture : pictures) {
            int end =
                    picture + 1 < starts.size()
                            ? starts.get(picture + 1)
                            : text.indexOf("moov") - 4;
            Arrays.fill(bytes, starts.get(picture), end, (byte) 0);
        }
        return Files.write(file, bytes);
    }

    private static Frame frame(int number) {
        Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3);
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int bit = x / SQUARE + 4 * (y / SQUARE);
                byte value = (number >> bit & 1) == 1 ? (byte) 235 : (byte) 20;
                for (int channel = 0; channel < 3; channel++) {
                    pixels.put(y * frame.imageStride + 3 * x + channel, value);
                }
            }
        }
        return frame;
    }

    /** Reads a frame's number back. */
    public static int number(RgbImage image) {
        int number = 0;
        for (int bit = 0; bit < 16; bit++) {
            int x = bit % 4 * SQUARE + SQUARE / 2;
            int y = bit / 4 * SQUARE + SQUARE / 2;
            if (image.at(x, y, 1) > 127) {
                number |= 1 << bit;
            }
        }
        return number;
    }
}
