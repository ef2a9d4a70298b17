package dev.fer4j.data.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clips whose headers state absurd times or numbers. */
class OddTimesTest {

    private static final SamplingRule EVERY_SECOND =
            SamplingRule.of(new SamplingRule.EverySeconds(1));

    @TempDir Path folder;

    private Path clip(int frames) throws IOException {
        return TestVideo.write(folder.resolve("a.mp4"), Coding.H264, 0, frames);
    }

    private static byte[] int32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    /** All frames have the same duration, in ticks (ISO 14496-12, 8.6.1.2). */
    private static Path withDelta(Path clip, long ticks) throws IOException {
        return TestVideo.patch(clip, "stts", 12, int32(ticks));
    }

    /** The file has no edit list, since its box has another name. */
    private static Path withoutEdits(Path clip) throws IOException {
        String text = new String(Files.readAllBytes(clip), StandardCharsets.ISO_8859_1);
        return text.contains("edts")
                ? TestVideo.patch(clip, "edts", -4, "free".getBytes(StandardCharsets.US_ASCII))
                : clip;
    }

    private static List<Problem> notes(Path clip, SamplingRule rule) {
        List<RecordingFacts> facts = new ArrayList<>();
        new FrameSampler(rule).sample(List.of(clip), facts::add, frame -> {});
        return facts.get(0).notes("r", path -> "clip");
    }

    private static void assertRefused(Path clip, SamplingRule rule, String cause) {
        assertThatThrownBy(() -> notes(clip, rule))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(clip.toString())
                .hasMessageContaining(cause);
    }

    @Test
    void aHeaderWithoutATimeScaleIsRefused() throws IOException {
        Path clip = TestVideo.patch(clip(12), "mdhd", 12, int32(0));

        assertRefused(clip, SamplingRule.paper(), "without a time scale");
    }

    @ParameterizedTest
    @ValueSource(longs = {30_000, 0x7fffffffL, 0xffffffffL})
    void moreSamplesThanBytesAreRefused(long samples) throws IOException {
        Path clip = TestVideo.patch(clip(12), "stsz", 4, int32(1));
        TestVideo.patch(clip, "stsz", 8, int32(samples));

        assertRefused(clip, SamplingRule.paper(), "claims " + samples + " samples");
    }

    @Test
    void moreSamplesInAFragmentThanBytesAreRefused() throws IOException {
        Path clip =
                TestVideo.write(
                        folder.resolve("a.mp4"),
                        Coding.H264,
                        0,
                        12,
                        Map.of("movflags", "frag_keyframe+empty_moov"));
        // Version and flags: samples have no fields of their own.
        TestVideo.patch(clip, "trun", 0, int32(1));
        TestVideo.patch(clip, "trun", 4, int32(0x40000000));

        assertRefused(clip, SamplingRule.paper(), "claims 1073741824 samples");
    }

    @Test
    void picturesThatAreShownForMinutesAreUsedWithANote() throws IOException {
        Path clip = clip(2);
        withoutEdits(withDelta(clip, 300 * timeScale(clip)));

        assertThat(notes(clip, SamplingRule.paper().withTooFew(SamplingRule.TooFew.FEWER)))
                .extracting(Problem::kind, Problem::cause)
                .containsExactly(
                        tuple(Problem.Kind.NOTE, "recording r shows frame 0 for 300.000 s"));
    }

    private static long timeScale(Path clip) throws IOException {
        byte[] bytes = Files.readAllBytes(clip);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdhd");
        return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at + 16));
    }

    @Test
    void slidesAreFramesLikeAnyOther() throws IOException {
        Path clip = clip(12);
        withoutEdits(withDelta(clip, 10 * timeScale(clip)));

        assertThat(notes(clip, SamplingRule.paper())).isEmpty();
        assertThat(notes(clip, EVERY_SECOND))
                .extracting(Problem::cause)
                .containsExactly(
                        "recording r has 12 frames; 108 of the 120 that are kept repeat others");
    }

    /** The frames are right if their number is divided, but not if the time is. */
    @Test
    void hoursBetweenFramesMatterOnlyIfTimeIsDivided() throws IOException {
        Path clip = clip(12);
        withoutEdits(withDelta(clip, 4000 * timeScale(clip)));

        assertThat(notes(clip, SamplingRule.paper()))
                .extracting(Problem::cause)
                .containsExactly("recording r shows frame 0 for 4000.000 s");
        assertRefused(clip, EVERY_SECOND, "for 4000.000 s");
        assertRefused(
                clip, SamplingRule.paper().withAxis(SamplingRule.Axis.TIME), "for 4000.000 s");
    }

    @Test
    void aMillionFramesASecondAreNoted() throws IOException {
        Path clip = clip(12);
        TestVideo.patch(withoutEdits(withDelta(clip, 1)), "mdhd", 12, int32(1_000_000));

        assertThat(notes(clip, SamplingRule.paper()))
                .extracting(Problem::cause)
                .containsExactly("recording r shows 12 frames in 0.000012 s");
    }

    @ParameterizedTest
    @CsvSource({"101, 100", "1000000, 500"})
    void aCountFarAboveTheFramesIsRefused(int count, int most) throws IOException {
        Path clip = clip(most == 100 ? 3 : 50);
        SamplingRule rule = SamplingRule.of(new SamplingRule.EqualIntervals(count));

        assertRefused(clip, rule, "it gives at most " + most + " by repetition");
        assertThat(notes(clip, rule.withTooFew(SamplingRule.TooFew.FEWER))).isEmpty();
    }

    @Test
    void tinyIntervalsAreRefusedOrGiveEachFrameOnce() throws IOException {
        Path clip = clip(50);
        SamplingRule rule = SamplingRule.of(new SamplingRule.EverySeconds(1e-9));

        assertRefused(clip, rule, "too few for the 2000000000");
        assertThat(
                        new FrameSampler(rule.withTooFew(SamplingRule.TooFew.FEWER))
                                .sample(FrameSamplerTest.recording(clip)))
                .hasSize(50);
    }
}
