package dev.fer4j.data.image;

import static dev.fer4j.data.testing.TestImage.corners;
import static dev.fer4j.data.testing.TestImage.quarters;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import dev.fer4j.core.InputException;
import dev.fer4j.data.image.internal.StrippedImage;
import dev.fer4j.data.image.internal.jpeg.JpegFile;
import dev.fer4j.data.testing.DrawnPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** JPEG files that every viewer shows, and those that none should. */
class JpegFileTest {

    private static final byte[] JPEG = Encoding.JPEG.encode(quarters(32, 16));

    private static int indexOf(int marker) {
        return Bytes.indexOf(JPEG, new byte[] {(byte) 0xff, (byte) marker});
    }

    private static byte[] with(int at, int... inserted) {
        byte[] bytes = new byte[inserted.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) inserted[i];
        }
        return Bytes.concat(
                Arrays.copyOf(JPEG, at), bytes, Arrays.copyOfRange(JPEG, at, JPEG.length));
    }

    private static byte[] segment(int marker, String content) {
        return ImageMetadata.jpeg(JPEG, marker, content.getBytes(ISO_8859_1));
    }

    private static byte[] withoutApp0() {
        return Bytes.concat(Arrays.copyOf(JPEG, 2), Arrays.copyOfRange(JPEG, 20, JPEG.length));
    }

    private static Map<String, byte[]> shown() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bytes behind the start", with(2, 0, 0));
        files.put("bytes before DQT", with(indexOf(0xdb), 0, 1, 2));
        files.put("bytes before SOF", with(indexOf(0xc0), 0x11, 0x22, 0));
        files.put("bytes before DHT", with(indexOf(0xc4), 0));
        files.put("bytes before SOS", with(indexOf(0xda), 0, 0, 0));
        files.put("a reserved code before SOS", with(indexOf(0xda), 0xff, 0x3c));
        files.put("bytes that fill up", with(indexOf(0xdb), 0xff, 0xff, 0xff));
        files.put("a second start", with(indexOf(0xdb), 0xff, 0xd8));
        files.put("an unknown segment", with(2, 0xff, 0xf5, 0, 4, 1, 2));
        files.put("a length of 0", with(2, 0xff, 0xe5, 0, 0));
        files.put("a length of 1", with(2, 0xff, 0xe5, 0, 1));
        files.put("APP14 of 5 bytes", segment(0xee, "Adobe"));
        files.put("empty APP14", segment(0xee, ""));
        files.put("APP14 of 11 bytes", segment(0xee, "Adobe\0d\0\0\0\0"));
        files.put(
                "APP14 longer than it says",
                with(2, 0xff, 0xee, 0, 7, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0, 1));
        files.put("APP14 of an unknown transform", segment(0xee, "Adobe\0d\0\0\0\0\0\7"));
        files.put("short APP1", segment(0xe1, "Ex"));
        files.put("EXIF of nothing", segment(0xe1, "Exif\0\0"));
        files.put("empty APP2", segment(0xe2, ""));
        files.put("an odd APP13", segment(0xed, "Photoshop 3.0\0008BIM"));
        files.put("a thumbnail", segment(0xe1, "Exif\0\0MM\0*\0\0\0\10\0\0" + text(JPEG)));
        files.put("no JFIF", withoutApp0());
        files.put("JFIF of another version", with(11, 9).clone());
        files.get("JFIF of another version")[5] = 17;
        files.put("bytes behind the end", Bytes.concat(JPEG, new byte[999]));
        files.put("a second picture", Bytes.concat(JPEG, Encoding.JPEG.encode(quarters(8, 8))));
        files.put("a cut second picture", Bytes.concat(JPEG, Arrays.copyOf(JPEG, 300)));
        return files;
    }

    private static byte[] encoded(int... options) {
        Mat mat = new Mat(53, 61, CvType.CV_8UC3);
        MatOfByte bytes = new MatOfByte();
        MatOfInt given = new MatOfInt(options);
        try {
            mat.put(0, 0, DrawnPicture.of(61, 53, 4).rgb());
            Imgcodecs.imencode(".jpg", mat, bytes, given);
            return bytes.toArray();
        } finally {
            mat.release();
            bytes.release();
            given.release();
        }
    }

    /** The options of OpenCV's encoder: progressive, restarts, sampling and better tables. */
    static Stream<byte[]> codings() {
        List<byte[]> files = new ArrayList<>();
        int[] samplings = {
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_411,
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420,
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422,
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_440,
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444
        };
        for (int sampling : samplings) {
            for (int progressive = 0; progressive < 2; progressive++) {
                for (int restarts : new int[] {0, 1, 5}) {
                    files.add(
                            encoded(
                                    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
                                    sampling,
                                    Imgcodecs.IMWRITE_JPEG_PROGRESSIVE,
                                    progressive,
                                    Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
                                    restarts,
                                    Imgcodecs.IMWRITE_JPEG_OPTIMIZE,
                                    restarts % 2));
                }
            }
        }
        files.add(Encoding.JPEG_GREY.encode(DrawnPicture.of(61, 53, 4)));
        files.add(Encoding.JPEG_CMYK.encode(DrawnPicture.of(61, 53, 4)));
        return files.stream();
    }

    private static byte[] byOpenCv(byte[] jpeg) {
        MatOfByte bytes = new MatOfByte(jpeg);
        Mat bgr = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
        try {
            byte[] values = new byte[3 * bgr.rows() * bgr.cols()];
            bgr.get(0, 0, values);
            for (int i = 0; i < values.length; i += 3) {
                byte blue = values[i];
                values[i] = values[i + 2];
                values[i + 2] = blue;
            }
            return values;
        } finally {
            bytes.release();
            bgr.release();
        }
    }

    @ParameterizedTest
    @MethodSource("codings")
    void everyCodingGivesLibjpegsPixels(byte[] jpeg) {
        assertThat(ImageFiles.decode(jpeg).rgb()).isEqualTo(byOpenCv(jpeg));
    }

    /** As recovery programs append one. */
    @ParameterizedTest
    @MethodSource("codings")
    void missingPixelsAreNotedDespiteAnEnd(byte[] jpeg) {
        for (int share : new int[] {60, 75, 90}) {
            byte[] cut = Arrays.copyOf(jpeg, jpeg.length * share / 100);
            cut[cut.length - 2] = (byte) 0xff;
            cut[cut.length - 1] = (byte) 0xd9;
            assertThatThrownBy(() -> ImageFiles.decode(cut))
                    .as("%s %%", share)
                    .isInstanceOf(InputException.class)
                    .hasMessageMatching(".*(truncated|damaged|without).*");
        }
    }

    @ParameterizedTest
    @MethodSource("codings")
    void bytesBeforeTheEndAreLeftOut(byte[] jpeg) throws Exception {
        byte[] longer =
                Bytes.concat(
                        Arrays.copyOf(jpeg, jpeg.length - 2),
                        new byte[40],
                        new byte[] {(byte) 0xff, (byte) 0xd9});
        StrippedImage plain = JpegFile.strip(new dev.fer4j.data.image.internal.Bytes(jpeg));
        StrippedImage stripped = JpegFile.strip(new dev.fer4j.data.image.internal.Bytes(longer));
        assertThat(stripped.bytes()).isEqualTo(plain.bytes());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    @Test
    void whatViewersPassOverIsPassedOver() {
        byte[] plain = ImageFiles.decode(JPEG).rgb();
        shown().forEach(
                        (name, bytes) ->
                                assertThat(ImageFiles.decode(bytes).rgb())
                                        .as("%s", name)
                                        .isEqualTo(plain));
    }

    @Test
    void redGreenAndBlueAreNotTakenForLumaAndChroma() {
        byte[] rgb =
                ImageMetadata.jpeg(
                        withoutApp0(), 0xee, "Adobe\0d\0\0\0\0\0\0".getBytes(ISO_8859_1));
        assertThat(ImageFiles.decode(rgb).rgb()).isNotEqualTo(ImageFiles.decode(JPEG).rgb());
    }

    /** A cut leaves no end, even if a thumbnail or a former picture has one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 50})
    void aCutIsNotedDespiteAThumbnail(int missing) {
        byte[] whole = segment(0xe1, "Exif\0\0MM\0*\0\0\0\10\0\0" + text(JPEG));
        assertThat(corners(ImageFiles.decode(whole))).isEqualTo("RGBY");
        assertThatThrownBy(() -> ImageFiles.decode(Arrays.copyOf(whole, whole.length - missing)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("truncated: the JPEG has no end-of-image marker");
    }

    @ParameterizedTest
    @CsvSource({
        "192, 12, is a JPEG of 12 bits a channel",
        "195, 8, is a lossless or hierarchical JPEG",
        "197, 8, is a lossless or hierarchical JPEG",
        "205, 8, is a lossless or hierarchical JPEG"
    })
    void otherCodingsAreNamed(int frame, int bits, String expected) {
        byte[] bytes = JPEG.clone();
        bytes[indexOf(0xc0) + 4] = (byte) bits;
        bytes[indexOf(0xc0) + 1] = (byte) frame;
        assertThatThrownBy(() -> ImageFiles.decode(bytes))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void tablesWithoutAPictureAreRefused() {
        byte[] tables =
                Bytes.concat(
                        Arrays.copyOf(JPEG, indexOf(0xc0)), new byte[] {(byte) 0xff, (byte) 0xd9});
        assertThatThrownBy(() -> ImageFiles.decode(tables))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("without a frame header");
    }
}
