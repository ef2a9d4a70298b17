package dev.fer4j.data.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.data.source.Recording;
import dev.fer4j.data.testing.TestVideo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clips with B-frames, whose README says how they were made. */
class CodedClipsTest {

    @TempDir Path folder;

    private Recording clip(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = CodedClipsTest.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return FrameSamplerTest.recording(file);
    }

    private static List<SampledFrame> sparse(Recording recording, SamplingRule rule) {
        Optional<List<SampledFrame>> frames =
                SparseReading.read(recording.clips(), (r, times) -> rule.indices(times));
        assertThat(frames).as("the packets tell the frames").isPresent();
        return frames.get();
    }

    private static List<SampledFrame> full(Recording recording, SamplingRule rule) {
        List<SampledFrame> frames = new ArrayList<>();
        FullReading.read(recording.clips(), (r, times) -> rule.indices(times), frames::add);
        return frames;
    }

    private static List<String> describe(List<SampledFrame> frames) {
        return frames.stream()
                .map(
                        frame ->
                                frame.frameIndex()
                                        + " at "
                                        + Math.round(1000 * frame.seconds())
                                        + " ms "
                                        + Arrays.hashCode(frame.image().rgb()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "h264-b-frames.mp4, 83, 0",
        "h264-open-gop.mp4, 83, 0",
        "hevc-b-frames.mp4, 83, 0",
        "h264-variable.mp4, 60, 0",
        "h264-edit-list.mp4, 70, 13"
    })
    void everyFrameComesAsItself(String name, int frames, int first) throws IOException {
        Recording recording = clip(name);
        SamplingRule all =
                SamplingRule.of(new SamplingRule.EqualIntervals(frames))
                        .withAxis(SamplingRule.Axis.FRAMES);
        assertThat(sparse(recording, all))
                .extracting(frame -> TestVideo.number(frame.image()))
                .containsExactlyElementsOf(IntStream.range(first, first + frames).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "h264-b-frames.mp4",
        "h264-open-gop.mp4",
        "hevc-b-frames.mp4",
        "h264-variable.mp4",
        "h264-edit-list.mp4"
    })
    void skippingFramesChangesNoPixel(String name) throws IOException {
        Recording recording = clip(name);
        for (int count : new int[] {1, 2, 7, 10, 31}) {
            for (SamplingRule rule :
                    List.of(
                            SamplingRule.of(new SamplingRule.EqualIntervals(count)),
                            SamplingRule.of(new SamplingRule.BinCentres(count)),
                            SamplingRule.of(new SamplingRule.EverySeconds(3.0 / count)))) {
                assertThat(describe(sparse(recording, rule)))
                        .as("%s", rule)
                        .isEqualTo(describe(full(recording, rule)));
            }
        }
    }

    @Test
    void aVariableRateIsSampledByTime() throws IOException {
        // 40 frames at 25 a second, then 20 at a third of that, the last one shown for 40 ms: the
        // i-th frame is the one at 0.392 i seconds.
        Recording recording = clip("h264-variable.mp4");
        assertThat(new FrameSampler(SamplingRule.paper()).sample(recording))
                .extracting(SampledFrame::frameIndex)
                .containsExactly(0L, 9L, 19L, 29L, 39L, 43L, 46L, 49L, 52L, 56L);
        assertThat(
                        new FrameSampler(SamplingRule.paper().withAxis(SamplingRule.Axis.FRAMES))
                                .sample(recording))
                .extracting(SampledFrame::frameIndex)
                .containsExactly(0L, 6L, 12L, 18L, 24L, 30L, 36L, 42L, 48L, 54L);
    }

    @Test
    void moreFramesThanAreHeldComeOneByOne() throws IOException {
        Recording recording = clip("h264-b-frames.mp4");
        SamplingRule many = SamplingRule.of(new SamplingRule.EqualIntervals(101));
        assertThat(SparseReading.read(recording.clips(), (r, times) -> many.indices(times)))
                .isEmpty();
        assertThat(new FrameSampler(many).sample(recording)).hasSize(101);
    }
}
