package dev.fer4j.data.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrameSamplerTest {

    @TempDir Path folder;

    private final FrameSampler sampler = new FrameSampler(SamplingRule.paper());

    static Recording recording(Path... clips) {
        return new Recording(
                "39-A01-J",
                List.of(clips),
                Label.INTERESTED,
                "39",
                Optional.of("A01"),
                Optional.empty(),
                Demographics.UNKNOWN,
                Rights.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Coding.class)
    void takesTheFirstFrameOfEachTenth(Coding coding) throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), coding, 0, 83);

        List<SampledFrame> frames = sampler.sample(recording(clip));

        assertThat(frames)
                .extracting(frame -> TestVideo.number(frame.image()))
                .containsExactly(0, 8, 16, 24, 33, 41, 49, 58, 66, 74);
        assertThat(frames)
                .extracting(SampledFrame::frameIndex)
                .containsExactly(0L, 8L, 16L, 24L, 33L, 41L, 49L, 58L, 66L, 74L);
        assertThat(frames).noneMatch(SampledFrame::repeated);
        assertThat(frames.get(4).seconds()).isEqualTo(33 / TestVideo.RATE);
    }

    @Test
    void countsOverAllClipsOfARecording() throws IOException {
        Path first = TestVideo.write(folder.resolve("1.mp4"), Coding.MPEG4, 100, 12);
        Path second = TestVideo.write(folder.resolve("2.avi"), Coding.MPEG4, 200, 5);
        Path third = TestVideo.write(folder.resolve("3.mkv"), Coding.H264, 300, 8);

        List<SampledFrame> frames = sampler.sample(recording(first, second, third));

        // 25 frames: 0 2 5 7 10 | 12 15 | 17 20 22
        assertThat(frames)
                .extracting(frame -> TestVideo.number(frame.image()))
                .containsExactly(100, 102, 105, 107, 110, 200, 203, 300, 303, 305);
        assertThat(frames.get(6).clip()).isEqualTo(second);
        assertThat(frames.get(6).frameIndex()).isEqualTo(15);
        assertThat(frames.get(6).seconds()).isEqualTo(3 / TestVideo.RATE);
    }

    @Test
    void repeatsAndMarksFramesOfShortRecordings() throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.H264, 0, 7);

        List<SampledFrame> frames = sampler.sample(recording(clip));

        assertThat(frames)
                .extracting(frame -> TestVideo.number(frame.image()))
                .containsExactly(0, 0, 1, 2, 2, 3, 4, 4, 5, 6);
        assertThat(frames)
                .extracting(SampledFrame::repeated)
                .containsExactly(true, true, false, true, true, false, true, true, false, false);
    }

    @Test
    void twoReadingsGiveTheSamePixels() throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.H264, 0, 30);

        List<byte[]> once = pixels(clip);
        List<byte[]> again = pixels(clip);

        assertThat(IntStream.range(0, 10))
                .allMatch(i -> java.util.Arrays.equals(once.get(i), again.get(i)));
    }

    private List<byte[]> pixels(Path clip) {
        return sampler.sample(recording(clip)).stream()
                .map(SampledFrame::image)
                .map(RgbImage::rgb)
                .toList();
    }

    /** The frame's number is 1, so a single square is white: the upper left one as stored. */
    @ParameterizedTest
    @CsvSource({"90, 56, 8", "180, 56, 56", "270, 8, 56"})
    void turnsFramesAsTheContainerSays(int clockwise, int x, int y) throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.MPEG4, 1, 1, clockwise);

        RgbImage image = sampler.sample(recording(clip)).get(0).image();

        assertThat(image.at(x, y, 0)).isGreaterThan(200);
        assertThat(image.at(8, 8, 0)).isLessThan(50);
    }

    /** Above 64 frames they are handed out as they come instead of being held. */
    @ParameterizedTest
    @CsvSource({"64", "65"})
    void framesAreKnownBeforeTheFirstIsHandedOut(int count) throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.H264, 0, 130);
        List<String> told = new ArrayList<>();

        new FrameSampler(SamplingRule.of(new SamplingRule.EqualIntervals(count)))
                .sample(
                        List.of(clip),
                        facts -> told.add(facts.times().size() + " frames"),
                        frame -> told.add(Integer.toString(TestVideo.number(frame.image()))));

        assertThat(told).hasSize(count + 1).startsWith("130 frames", "0", "2");
        assertThat(told.get(count)).isEqualTo(Integer.toString((count - 1) * 130 / count));
    }

    @Test
    void keepsBlackWhiteAndGreyLevels() throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.MPEG4, 1, 1);

        RgbImage image = sampler.sample(recording(clip)).get(0).image();

        assertThat(image.at(8, 8, 0)).isBetween(231, 239);
        assertThat(image.at(24, 8, 0)).isBetween(16, 24);
        assertThat(image.at(8, 8, 2)).isBetween(231, 239);
    }

    @Test
    void opensNamesThatAreNotAscii() throws IOException {
        Path plain = TestVideo.write(folder.resolve("a.mp4"), Coding.MPEG4, 5, 3);
        Path clip = Files.move(plain, folder.resolve("Kaçınar, gülüş: 笑.mp4"));

        assertThat(TestVideo.number(sampler.sample(recording(clip)).get(0).image())).isEqualTo(5);
    }
}
