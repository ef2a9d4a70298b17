package dev.fer4j.data.video;

import static dev.fer4j.data.video.FrameSamplerTest.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquarePixelsTest {

    private static final SamplingRule ONE = SamplingRule.of(new SamplingRule.EqualIntervals(1));

    @TempDir Path folder;

    private static RgbImage frame(Path clip) {
        return new FrameSampler(ONE).sample(recording(clip)).get(0).image();
    }

    private static List<Problem> notes(Path clip) {
        List<RecordingFacts> facts = new ArrayList<>();
        new FrameSampler(ONE).sample(List.of(clip), facts::add, frame -> {});
        return facts.get(0).notes("r", path -> path.getFileName().toString());
    }

    /** The shape in the box of a sample entry (ISO 14496-12, 12.1.4). */
    private static Path withBox(Path clip, int width, int height) throws IOException {
        ByteBuffer shape = ByteBuffer.allocate(8).putInt(width).putInt(height);
        return TestVideo.patch(clip, "pasp", 0, shape.array());
    }

    @ParameterizedTest
    @CsvSource({
        "mp4, MPEG4, 2, 128",
        "mp4, H264, 0.5, 32",
        "mov, MPEG4, 0.75, 48",
        "mkv, MPEG4, 2, 128",
        "mkv, H264, 1.5, 96",
        "avi, MPEG4, 2, 128",
        "mp4, MPEG4, 0.8888888888888888, 57"
    })
    void rowsAreLengthenedOrShortened(String ending, Coding coding, double shape, int width)
            throws IOException {
        // Only the square in the upper left is white.
        Path clip = TestVideo.writeShaped(folder.resolve("a." + ending), coding, 1, 3, shape);

        RgbImage image = frame(clip);

        assertThat(image.width()).isEqualTo(width);
        assertThat(image.height()).isEqualTo(64);
        assertThat(image.at(width / 8, 8, 0)).isGreaterThan(200);
        assertThat(image.at(3 * width / 8, 8, 0)).isLessThan(50);
        assertThat(image.at(width / 8, 24, 0)).isLessThan(50);
        assertThat(notes(clip))
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Problem.Kind.NOTE, "a." + ending));
    }

    @Test
    void squarePixelsAreNotTouched() throws IOException {
        Path unknown = TestVideo.write(folder.resolve("a.mp4"), Coding.MPEG4, 77, 3);
        Path square = TestVideo.writeShaped(folder.resolve("b.mp4"), Coding.MPEG4, 77, 3, 1);

        assertThat(frame(square).rgb()).isEqualTo(frame(unknown).rgb());
        assertThat(notes(square)).isEmpty();
    }

    /** The white square is stored in the upper left corner. */
    @Test
    void framesAreResizedBeforeTheyAreTurned() throws IOException {
        Path clip = TestVideo.writeShaped(folder.resolve("a.mp4"), Coding.MPEG4, 1, 1, 2);
        TestVideo.turn(clip, 90);

        RgbImage image = frame(clip);

        assertThat(image.width()).isEqualTo(64);
        assertThat(image.height()).isEqualTo(128);
        assertThat(image.at(56, 16, 0)).isGreaterThan(200);
        assertThat(image.at(56, 48, 0)).isLessThan(50);
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 256", "1, 1, 64", "0, 1, 128", "1, 0, 128", "0, 0, 128", "-1, 1, 128"})
    void theContainerTakesPrecedenceIfItStatesAShape(int width, int height, int shown)
            throws IOException {
        Path clip = TestVideo.writeShaped(folder.resolve("a.mp4"), Coding.MPEG4, 1, 1, 2);

        assertThat(frame(withBox(clip, width, height)).width()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"65535, 1", "1, 65535", "11, 1", "2147483647, 1"})
    void absurdShapesAreRefused(int width, int height) throws IOException {
        Path clip = TestVideo.writeShaped(folder.resolve("a.mp4"), Coding.MPEG4, 1, 1, 2);
        withBox(clip, width, height);

        assertThatThrownBy(() -> frame(clip))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(clip.toString())
                .hasMessageContaining("shape " + width + ":" + height);
    }
}
