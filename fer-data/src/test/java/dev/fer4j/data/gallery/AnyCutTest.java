package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Seed;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import dev.fer4j.data.video.FrameSampler;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clip that is cut anywhere is read whole or refused, never read in part. */
class AnyCutTest {

    private static final int FRAMES = 12;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Container.class)
    void aClipIsReadWholeOrRefused(Container container) throws IOException {
        for (Coding coding : Coding.values()) {
            byte[] whole = container.encode(folder, coding, 100, FRAMES);
            List<Integer> expected = numbers(write(container, whole, whole.length));
            assertThat(expected).hasSize(FRAMES).first().isEqualTo(100);
            Set<Integer> ends =
                    container == Container.MP4_FRAGMENTS ? fragmentEnds(whole) : Set.of();
            RandomGenerator random = new Seed(9).derive(container + " " + coding).generator();
            for (int i = 0; i < 60; i++) {
                int length = i < 12 ? whole.length - 1 - i : random.nextInt(whole.length);
                if (!ends.contains(length)) {
                    assertWholeOrRefused(write(container, whole, length), expected);
                }
            }
        }
    }

    private static void assertWholeOrRefused(Path cut, List<Integer> expected) throws IOException {
        try {
            assertThat(numbers(cut)).as("of %s bytes", Files.size(cut)).isEqualTo(expected);
        } catch (InputException e) {
            assertThat(e).hasMessageStartingWith(cut.toString());
        }
    }

    /** The cut that nothing tells of: what is left is a file as a shorter recording gives it. */
    @Test
    void aCutBetweenTwoFragmentsIsNotSeen() throws IOException {
        byte[] whole = Container.MP4_FRAGMENTS.encode(folder, Coding.H264, 0, FRAMES);
        List<Integer> ends = fragmentEnds(whole).stream().sorted().toList();
        assertThat(ends).hasSize(FRAMES);
        Path half = write(Container.MP4_FRAGMENTS, whole, ends.get(FRAMES / 2 - 1));
        assertThat(numbers(half)).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        Path more = write(Container.MP4_FRAGMENTS, whole, ends.get(FRAMES / 2 - 1) + 1);
        assertThatThrownBy(() -> numbers(more))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("truncated");
    }

    /** What cameras and editors append to a finished file harms nobody. */
    @Test
    void bytesBehindTheEndAreNoCut() throws IOException {
        for (Container container : Container.values()) {
            if (container != Container.MP4_FRAGMENTS) {
                byte[] whole = container.encode(folder, Coding.MPEG4, 0, FRAMES);
                assertThat(numbers(write(container, whole, whole.length + 1000)))
                        .as("%s", container)
                        .hasSize(FRAMES)
                        .doesNotHaveDuplicates();
            }
        }
    }

    private Path write(Container container, byte[] whole, int length) throws IOException {
        return Files.write(
                folder.resolve("cut." + container.ending()), Arrays.copyOf(whole, length));
    }

    /** Where the boxes with frames end. */
    private static Set<Integer> fragmentEnds(byte[] mp4) {
        Set<Integer> ends = new HashSet<>();
        for (int at = 0; at < mp4.length; ) {
            boolean frames = mp4[at + 4] == 'm' && mp4[at + 5] == 'd';
            at += ByteBuffer.wrap(mp4).getInt(at);
            if (frames) {
                ends.add(at);
            }
        }
        return ends;
    }

    private static List<Integer> numbers(Path clip) {
        Recording recording =
                new Recording(
                        "39-A01-J",
                        List.of(clip),
                        Label.INTERESTED,
                        "39",
                        Optional.empty(),
                        Optional.empty(),
                        Demographics.UNKNOWN,
                        Rights.UNKNOWN);
        return new FrameSampler(SamplingRule.of(new SamplingRule.EqualIntervals(FRAMES)))
                .sample(recording).stream().map(frame -> TestVideo.number(frame.image())).toList();
    }
}
