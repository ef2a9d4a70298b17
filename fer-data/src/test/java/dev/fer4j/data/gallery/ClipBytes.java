package dev.fer4j.data.gallery;

import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Writes clips with something wrong in them. */
final class ClipBytes {

    /** How many frames a healthy clip has. */
    static final int FRAMES = 8;

    private ClipBytes() {}

    /** Whatever its name. */
    static void healthy(Path clip) throws IOException {
        Path named = clip.resolveSibling("making.mp4");
        TestVideo.write(named, Coding.MPEG4, 0, FRAMES);
        Files.move(named, clip);
    }

    /** Matroska, as WebM is; the content determines the codec. */
    static void webm(Path clip) throws IOException {
        Path named = clip.resolveSibling("making.mkv");
        TestVideo.write(named, Coding.MPEG4, 0, FRAMES);
        Files.move(named, clip);
    }

    /** A recording that was never finished: frames, and no index of them. */
    static void withoutIndex(Path clip) throws IOException {
        healthy(clip);
        byte[] bytes = Files.readAllBytes(clip);
        Files.write(clip, Arrays.copyOf(bytes, indexOf(bytes, "moov") - 4));
    }

    /** The index of a recording that was stopped before its first frame. */
    static void withoutFrames(Path clip) throws IOException {
        Map<String, String> options = Map.of("movflags", "frag_every_frame+empty_moov");
        TestVideo.write(clip, Coding.MPEG4, 0, FRAMES, options);
        byte[] bytes = Files.readAllBytes(clip);
        Files.write(clip, Arrays.copyOf(bytes, indexOf(bytes, "moof") - 4));
    }

    /** All frames' bytes are zero, as after a copy of which only the size is right. */
    static void withFramesOfZeros(Path clip) throws IOException {
        TestVideo.write(clip, Coding.H264, 0, FRAMES, Map.of("movflags", "faststart"));
        byte[] bytes = Files.readAllBytes(clip);
        Arrays.fill(bytes, indexOf(bytes, "mdat") + 4, bytes.length, (byte) 0);
        Files.write(clip, bytes);
    }

    /** The sample entry (ISO 14496-12, 12.1.3) names another size. */
    static void claiming(Path clip, int width, int height) throws IOException {
        TestVideo.write(clip, Coding.H264, 0, FRAMES);
        byte[] bytes = Files.readAllBytes(clip);
        int entry = indexOf(bytes, "avc1\0");
        ByteBuffer.wrap(bytes)
                .putShort(entry + 28, (short) width)
                .putShort(entry + 30, (short) height);
        Files.write(clip, bytes);
    }

    /** Each frame is a JPEG whose own header (ITU-T T.81, B.2.2) names another size. */
    static void withFramesClaiming(Path clip, int width, int height) throws IOException {
        Path avi = clip.resolveSibling("making.avi");
        Files.createDirectories(clip.getParent());
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(avi.toString(), 64, 64)) {
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ420P);
            recorder.setFrameRate(TestVideo.RATE);
            recorder.start();
            for (int i = 0; i < FRAMES; i++) {
                recorder.record(new Frame(64, 64, Frame.DEPTH_UBYTE, 3));
            }
            recorder.stop();
        }
        byte[] bytes = Files.readAllBytes(avi);
        for (int i = 0; i + 8 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xff && bytes[i + 1] == (byte) 0xc0 && bytes[i + 2] == 0) {
                ByteBuffer.wrap(bytes)
                        .putShort(i + 5, (short) height)
                        .putShort(i + 7, (short) width);
            }
        }
        Files.write(clip, bytes);
        Files.delete(avi);
    }

    /** The sample entry names a coding that nobody knows. */
    static void ofUnknownCoding(Path clip) throws IOException {
        TestVideo.write(clip, Coding.H264, 0, FRAMES);
        byte[] bytes = Files.readAllBytes(clip);
        put(bytes, indexOf(bytes, "avc1\0"), "zz9z");
        Files.write(clip, bytes);
    }

    /** A clip of the resources. */
    static void resource(String name, Path clip) throws IOException {
        try (InputStream in = TestVideo.class.getResourceAsStream("../video/" + name)) {
            Files.copy(in, clip);
        }
    }

    /** Each frame is shown for a tick, and there are a million ticks a second. */
    static void tooFast(Path clip) throws IOException {
        TestVideo.write(clip, Coding.H264, 0, FRAMES);
        TestVideo.patch(clip, "stts", 12, (byte) 0, (byte) 0, (byte) 0, (byte) 1);
        TestVideo.patch(clip, "mdhd", 12, (byte) 0, (byte) 0x0f, (byte) 0x42, (byte) 0x40);
        TestVideo.patch(clip, "edts", -4, "free".getBytes(StandardCharsets.US_ASCII));
    }

    /** The header of the track states no ticks a second. */
    static void withoutTimeScale(Path clip) throws IOException {
        TestVideo.write(clip, Coding.H264, 0, FRAMES);
        TestVideo.patch(clip, "mdhd", 12, new byte[4]);
    }

    /** The table of sizes states one size for two thousand million frames. */
    static void ofManyFrames(Path clip) throws IOException {
        TestVideo.write(clip, Coding.H264, 0, FRAMES);
        TestVideo.patch(
                clip, "stsz", 4, ByteBuffer.allocate(8).putInt(1).putInt(2_000_000_000).array());
    }

    /** The pixels are 65,535 times as wide as high. */
    static void ofAbsurdPixels(Path clip) throws IOException {
        TestVideo.writeShaped(clip, Coding.H264, 0, FRAMES, 2);
        TestVideo.patch(clip, "pasp", 0, ByteBuffer.allocate(8).putInt(65_535).putInt(1).array());
    }

    /** Two frames with hours between them, among others of a constant rate. */
    static void withHoursBetween(Path clip) throws IOException {
        TestVideo.writeWithGap(clip, Coding.H264, FRAMES, 4 * 3600);
    }

    static void soundOnly(Path clip) throws IOException {
        Files.createDirectories(clip.getParent());
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(clip.toString(), 1)) {
            recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
            recorder.setSampleRate(44_100);
            recorder.start();
            Frame frame = new Frame();
            frame.sampleRate = 44_100;
            frame.audioChannels = 1;
            frame.samples = new Buffer[] {ShortBuffer.allocate(44_100)};
            recorder.record(frame);
            recorder.stop();
        }
    }

    private static void put(byte[] bytes, int at, String name) {
        System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, name.length());
    }

    static int indexOf(byte[] bytes, String box) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box);
    }
}
