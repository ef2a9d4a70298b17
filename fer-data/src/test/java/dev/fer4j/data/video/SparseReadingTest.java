package dev.fer4j.data.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import dev.fer4j.data.video.SamplingRule.BinCentres;
import dev.fer4j.data.video.SamplingRule.TooFew;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseReadingTest {

    @TempDir private Path folder;

    private static List<String> describe(List<SampledFrame> frames) {
        return frames.stream()
                .map(
                        frame ->
                                TestVideo.number(frame.image())
                                        + " at "
                                        + frame.frameIndex()
                                        + " "
                                        + Math.round(1000 * frame.seconds())
                                        + " "
                                        + java.util.Arrays.hashCode(frame.image().rgb()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "MPEG4, mp4, 1", "MPEG4, mp4, 9", "MPEG4, mp4, 83", "MPEG4, mkv, 83",
        "H264, mp4, 1", "H264, mp4, 9", "H264, mp4, 83", "H264, mkv, 83"
    })
    void bothWaysOfReadingGiveTheSameFrames(Coding coding, String container, int frames)
            throws IOException {
        Path clip = TestVideo.write(folder.resolve("a." + container), coding, 5, frames);
        Path next = TestVideo.write(folder.resolve("b." + container), coding, 500, 7);
        Recording recording = FrameSamplerTest.recording(clip, next);
        for (SamplingRule rule :
                List.of(SamplingRule.paper(), SamplingRule.of(new BinCentres(3)))) {
            Optional<List<SampledFrame>> sparse =
                    SparseReading.read(recording.clips(), (r, times) -> rule.indices(times));
            List<SampledFrame> full = new ArrayList<>();
            FullReading.read(recording.clips(), (r, times) -> rule.indices(times), full::add);
            assertThat(sparse).isPresent();
            assertThat(describe(sparse.get())).isEqualTo(describe(full));
        }
    }

    @Test
    void packetsWithoutTimesAreLeftToTheDecoder() throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.avi"), Coding.MPEG4, 0, 20);
        Recording recording = FrameSamplerTest.recording(clip);
        assertThat(
                        SparseReading.read(
                                recording.clips(),
                                (r, times) -> SamplingRule.paper().indices(times)))
                .isEmpty();
        assertThat(new FrameSampler(SamplingRule.paper()).sample(recording)).hasSize(10);
    }

    @Test
    void shortRecordingsAreRepeatedTakenWholeOrRejected() throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.H264, 0, 4);
        Recording recording = FrameSamplerTest.recording(clip);
        assertThat(new FrameSampler(SamplingRule.paper()).sample(recording)).hasSize(10);
        assertThat(
                        new FrameSampler(SamplingRule.paper().withTooFew(TooFew.FEWER))
                                .sample(recording))
                .hasSize(4)
                .noneMatch(SampledFrame::repeated);
        assertThatThrownBy(
                        () ->
                                new FrameSampler(SamplingRule.paper().withTooFew(TooFew.REJECT))
                                        .sample(recording))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.mp4")
                .hasMessageContaining("4 frames");
    }

    @Test
    void frameEverySoManySecondsIsTaken() throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.MPEG4, 0, 60);
        assertThat(
                        new FrameSampler(SamplingRule.of(new SamplingRule.EverySeconds(0.5)))
                                .sample(FrameSamplerTest.recording(clip)))
                .extracting(frame -> TestVideo.number(frame.image()))
                .containsExactly(0, 12, 25, 37, 50);
    }
}
