package dev.fer4j.data.video;

import static dev.fer4j.data.video.FrameSamplerTest.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadVideoTest {

    @TempDir Path folder;

    private final FrameSampler sampler = new FrameSampler(SamplingRule.PAPER);

    private void assertRefused(Path clip, String reason) {
        assertThatThrownBy(() -> sampler.sample(recording(clip)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(clip.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void emptyFile() throws IOException {
        assertRefused(Files.createFile(folder.resolve("a.mp4")), "is empty");
    }

    @Test
    void missingFile() {
        assertRefused(folder.resolve("gone.mp4"), "does not exist");
    }

    @Test
    void textNamedAsVideo() throws IOException {
        Path clip = Files.writeString(folder.resolve("a.mp4"), "not a video\n".repeat(200));
        assertRefused(clip, "is not a readable MP4");
    }

    /** FFmpeg would follow such a list whatever the file's ending. */
    @Test
    void listThatNamesAnotherFile() throws IOException {
        TestVideo.write(folder.resolve("real.mp4"), Coding.MPEG4, 0, 5);
        Path clip =
                Files.writeString(folder.resolve("a.mp4"), "ffconcat version 1.0\nfile real.mp4\n");
        assertRefused(clip, "is not a readable MP4");
    }

    @Test
    void mp4WithoutItsIndexAtTheEnd() throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.MPEG4, 0, 40);
        cut(clip, 0.7);
        assertRefused(clip, "truncated");
    }

    @Test
    void mp4WithItsIndexInFrontAndItsEndMissing() throws IOException {
        Path clip = folder.resolve("a.mp4");
        moveIndexToFront(TestVideo.write(clip, Coding.MPEG4, 0, 40));
        assertThat(sampler.sample(recording(clip))).hasSize(10);

        byte[] bytes = Files.readAllBytes(clip);
        for (int end : new int[] {(int) (bytes.length * 0.7), endOfFrames(bytes, 20)}) {
            Files.write(clip, Arrays.copyOf(bytes, end));
            assertRefused(clip, "truncated");
        }
    }

    @Test
    void soundOnly() throws IOException {
        Path clip = folder.resolve("a.mp4");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(clip.toString(), 1)) {
            recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
            recorder.setSampleRate(44_100);
            recorder.start();
            Frame frame = new Frame();
            frame.sampleRate = 44_100;
            frame.audioChannels = 1;
            frame.samples = new java.nio.Buffer[] {java.nio.ShortBuffer.allocate(44_100)};
            recorder.record(frame);
            recorder.stop();
        }
        assertRefused(clip, "has no video stream");
    }

    @Test
    void videoOfWhichNothingDecodes() throws IOException {
        Path clip = folder.resolve("a.mp4");
        moveIndexToFront(TestVideo.write(clip, Coding.H264, 0, 10));
        byte[] bytes = Files.readAllBytes(clip);
        Arrays.fill(bytes, indexOf(bytes, "mdat") + 4, bytes.length, (byte) 0);
        Files.write(clip, bytes);
        assertRefused(clip, "no frame can be decoded");
    }

    @ParameterizedTest
    @CsvSource({"avi, 0.1", "mkv, 0.1", "mov, 0.5"})
    void otherContainersCutInTheirHeader(String ending, double share) throws IOException {
        Path clip = TestVideo.write(folder.resolve("a." + ending), Coding.MPEG4, 0, 1);
        cut(clip, share);
        assertThatThrownBy(() -> sampler.sample(recording(clip)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(clip.toString());
    }

    /** A crash of native code would end the whole test run. */
    @ParameterizedTest
    @EnumSource(Coding.class)
    void randomDamageIsReadOrRefused(Coding coding) throws IOException {
        for (String ending : List.of("mp4", "avi", "mkv")) {
            Path whole = TestVideo.write(folder.resolve("whole." + ending), coding, 0, 12);
            byte[] bytes = Files.readAllBytes(whole);
            RandomGenerator random = new Seed(5).derive(coding + ending).generator();
            for (int i = 0; i < 40; i++) {
                byte[] damaged = bytes.clone();
                for (int j = 0; j < 1 + i / 4; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertReadOrRefused(Files.write(folder.resolve("damaged." + ending), damaged));
            }
        }
    }

    private void assertReadOrRefused(Path clip) {
        try {
            assertThat(sampler.sample(recording(clip))).hasSize(10);
        } catch (InputException e) {
            assertThat(e).hasMessageStartingWith(clip.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aBadClipAmongGoodOnesIsNamed(int position) throws IOException {
        Path good = TestVideo.write(folder.resolve("good.mp4"), Coding.MPEG4, 0, 20);
        Path bad = Files.writeString(folder.resolve("bad.mp4"), "x");
        Path[] clips = position == 0 ? new Path[] {bad, good} : new Path[] {good, bad};
        assertThatThrownBy(() -> sampler.sample(recording(clips)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(bad.toString());
    }

    private static void cut(Path file, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    /** Puts the moov box before the mdat box and moves the chunk offsets, as "fast start" does. */
    private static void moveIndexToFront(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int moov = indexOf(bytes, "moov") - 4;
        int mdat = indexOf(bytes, "mdat") - 4;
        byte[] index = Arrays.copyOfRange(bytes, moov, bytes.length);
        ByteBuffer chunks = ByteBuffer.wrap(index);
        int table = indexOf(index, "stco") + 8;
        for (int i = 0; i < chunks.getInt(table); i++) {
            int at = table + 4 + 4 * i;
            chunks.putInt(at, chunks.getInt(at) + index.length);
        }
        ByteBuffer out = ByteBuffer.allocate(bytes.length);
        out.put(bytes, 0, mdat).put(index).put(bytes, mdat, moov - mdat);
        Files.write(file, out.array());
    }

    /** Where the first frames end, by the tables of chunk offsets and sample sizes. */
    private static int endOfFrames(byte[] bytes, int frames) {
        ByteBuffer boxes = ByteBuffer.wrap(bytes);
        int end = boxes.getInt(indexOf(bytes, "stco") + 12);
        for (int i = 0; i < frames; i++) {
            end += boxes.getInt(indexOf(bytes, "stsz") + 16 + 4 * i);
        }
        return end;
    }

    private static int indexOf(byte[] bytes, String box) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box);
    }
}
