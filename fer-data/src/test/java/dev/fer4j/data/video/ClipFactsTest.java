package dev.fer4j.data.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Problem;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipFactsTest {

    /** The id of an element of Matroska that holds a frame. */
    private static final byte SIMPLE_BLOCK = (byte) 0xa3;

    @TempDir Path folder;

    private static RecordingFacts facts(Path... clips) {
        List<RecordingFacts> facts = new ArrayList<>();
        new FrameSampler(SamplingRule.paper()).sample(List.of(clips), facts::add, frame -> {});
        assertThat(facts).hasSize(1);
        return facts.get(0);
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = ClipFactsTest.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }

    private static List<Problem> notes(RecordingFacts facts) {
        return facts.notes("r", path -> path.getFileName().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "two-streams.mp4, 2, 0, 64, 64",
        "two-streams-second-default.mkv, 2, 1, 96, 48",
        "cover-art.mp4, 1, 0, 64, 64"
    })
    void videoStreamsAreCounted(String name, int streams, int used, int width, int height)
            throws IOException {
        RecordingFacts facts = facts(resource(name));

        ClipFacts clip = facts.clips().get(0);
        assertThat(clip.videoStreams()).isEqualTo(streams);
        assertThat(clip.stream()).isEqualTo(used);
        assertThat(clip.picture().width()).isEqualTo(width);
        assertThat(clip.picture().height()).isEqualTo(height);
        assertThat(notes(facts))
                .extracting(Problem::cause)
                .isEqualTo(
                        streams == 1
                                ? List.of()
                                : List.of(
                                        "has 2 video streams; recording r uses stream %d of %d × %d pixels only"
                                                .formatted(used, width, height)));
    }

    /** Also before and after all frames that are kept. */
    @ParameterizedTest
    @CsvSource({"0", "7", "29"})
    void damageIsFoundWhereverItIs(int picture) throws IOException {
        Path clip = TestVideo.write(folder.resolve("1.mp4"), Coding.MPEG4, 0, 30);
        Path whole = TestVideo.write(folder.resolve("2.mp4"), Coding.MPEG4, 0, 30);
        TestVideo.blank(clip, picture);

        RecordingFacts facts = facts(whole, clip);

        assertThat(facts.damagedPackets()).isEqualTo(1);
        assertThat(facts.clips()).extracting(ClipFacts::damagedPackets).containsExactly(0L, 1L);
        assertThat(notes(facts).get(0))
                .isEqualTo(
                        new Problem(
                                Problem.Kind.DAMAGED,
                                "1.mp4",
                                "1 packet of recording r cannot be decoded; the rest is used",
                                "copy its clips again, or leave it out"));
    }

    /** A block claims to reach beyond its cluster, or to belong to a track that there is not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDamagedClusterIsFound(boolean tooLong) throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mkv"), Coding.MPEG4, 0, 30);
        assertThat(facts(clip).damagedPackets()).isZero();
        byte[] bytes = Files.readAllBytes(clip);
        int cluster = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u001fC\u00b6u");
        int length = 1 + nth(bytes, SIMPLE_BLOCK, cluster, 20);
        int track = length + (bytes[length] < 0 ? 1 : 2);
        bytes[tooLong ? length : track] = tooLong ? 0x1f : (byte) 0x9f;
        Files.write(clip, bytes);

        RecordingFacts facts = facts(clip);

        assertThat(facts.damagedPackets()).isPositive();
        assertThat(facts.times().size()).isLessThan(30);
    }

    /** The n-th occurrence of an element's id that is followed by a length of one or two bytes. */
    private static int nth(byte[] bytes, byte id, int from, int n) {
        int at = from;
        for (int found = 0; found < n; at++) {
            if (bytes[at] == id && (bytes[at + 1] & 0xc0) != 0 && bytes[at + 2] != 0) {
                found++;
            }
        }
        return at - 1;
    }

    @Test
    void hiddenFramesAreCounted() throws IOException {
        RecordingFacts facts = facts(resource("h264-edit-list.mp4"));

        assertThat(facts.times().size()).isEqualTo(70);
        assertThat(facts.clips().get(0).hiddenFrames()).isEqualTo(13);
        assertThat(notes(facts))
                .extracting(Problem::cause)
                .containsExactly("13 frames of recording r are hidden by the clip's edit list");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 frame; 9 of the 10 that are kept repeat others",
        "9, 9 frames; 1 of the 10 that are kept repeats another"
    })
    void repeatedFramesAreCounted(int frames, String words) throws IOException {
        Path clip = TestVideo.write(folder.resolve("a.mp4"), Coding.MPEG4, 0, frames);

        assertThat(notes(facts(clip)))
                .extracting(Problem::cause)
                .containsExactly("recording r has " + words);
    }
}
