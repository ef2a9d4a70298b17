package dev.fer4j.data.internal.video;

import static dev.fer4j.data.testing.TestImage.corners;
import static dev.fer4j.data.testing.TestImage.quarters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayMatrixTest {

    private static byte[] sideData(int... matrix) {
        ByteBuffer bytes = ByteBuffer.allocate(36).order(ByteOrder.nativeOrder());
        bytes.asIntBuffer().put(matrix);
        return bytes.array();
    }

    /** FFmpeg makes the matrix, so its meaning of clockwise is ours. */
    @ParameterizedTest
    @CsvSource({
        "0, 12, 8, RGBY",
        "90, 8, 12, BRYG",
        "180, 12, 8, YBGR",
        "270, 8, 12, GYRB",
        "-90, 8, 12, GYRB"
    })
    void turnsClockwise(double degrees, int width, int height, String expected) {
        int[] matrix = new int[9];
        avutil.av_display_rotation_set(matrix, degrees);

        RgbImage turned = DisplayMatrix.read(sideData(matrix)).apply(quarters(12, 8));

        assertThat(turned.width()).isEqualTo(width);
        assertThat(turned.height()).isEqualTo(height);
        assertThat(corners(turned)).isEqualTo(expected);
    }

    @Test
    void mirrors() {
        int[] matrix = new int[9];
        avutil.av_display_rotation_set(matrix, 0);
        avutil.av_display_matrix_flip(matrix, 1, 0);

        assertThat(corners(DisplayMatrix.read(sideData(matrix)).apply(quarters(12, 8))))
                .isEqualTo("GRYB");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 45, 89})
    void takesOtherAnglesAsNone(double degrees) {
        int[] matrix = new int[9];
        avutil.av_display_rotation_set(matrix, degrees);

        assertThat(DisplayMatrix.read(sideData(matrix))).isEqualTo(DisplayMatrix.IDENTITY);
    }

    @Test
    void takesAShortOrEmptyMatrixAsNone() {
        assertThat(DisplayMatrix.read(new byte[8])).isEqualTo(DisplayMatrix.IDENTITY);
        assertThat(DisplayMatrix.read(sideData(new int[9]))).isEqualTo(DisplayMatrix.IDENTITY);
    }
}
