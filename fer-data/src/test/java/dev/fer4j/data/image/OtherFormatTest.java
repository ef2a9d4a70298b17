package dev.fer4j.data.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.data.image.internal.OtherFormat;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OtherFormatTest {

    private static Arguments start(String bytes, String name) {
        return Arguments.of(bytes, name);
    }

    static Stream<Arguments> starts() {
        return Stream.of(
                start("\0\0\0\30ftypheic\0\0\0\0mif1heic", "a HEIC image"),
                start("\0\0\0\34ftypmif1\0\0\0\0mif1heicmiaf", "a HEIC image"),
                start("\0\0\0\34ftypmsf1\0\0\0\0msf1hevc", "a HEIC image"),
                start("\0\0\0\40ftypavif\0\0\0\0avifmif1miaf", "an AVIF image"),
                start("\0\0\0\40ftypmif1\0\0\0\0mif1avifmiaf", "an AVIF image"),
                start("\0\0\0\30ftypcrx \0\0\0\1crx isom", "a camera's raw image"),
                start("\0\0\0\30ftypisom\0\0\2\0isommp42", "a video"),
                start("\0\0\0\24ftypqt  \0\0\0\0qt  ", "a video"),
                start("\u001aE\u00df\u00a3\1\0\0\0", "a video"),
                start("RIFF\0\0\0\0AVI LIST", "a video"),
                start("\u00ff\n\u00fa\177", "a JPEG XL image"),
                start("\0\0\0\fJXL \r\n\u0087\n", "a JPEG XL image"),
                start("\0\0\0\fjP  \r\n\u0087\n", "a JPEG 2000 image"),
                start("GIF89a", "a GIF image"),
                start("GIF87a", "a GIF image"),
                start("II*\0\20\0\0\0CR\2\0", "a camera's raw image"),
                start("FUJIFILMCCD-RAW 0201", "a camera's raw image"),
                start("II*\0\10\0\0\0", "a TIFF image"),
                start("MM\0*\0\0\0\10", "a TIFF image"),
                start("8BPS\0\1", "a Photoshop file"),
                start("<?xml version='1.0'?>\n<!-- x -->\n<svg xmlns=", "an SVG drawing"),
                start("  <svg width='1'>", "an SVG drawing"),
                start("<!DOCTYPE html><html><svg>", "a web page"),
                start("\n<HTML>", "a web page"),
                start("%PDF-1.7", "a PDF document"),
                start("\0\0\1\0\1\0", "an icon"),
                start("P6\n10 10\n", "a Netpbm image"),
                start("version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer"),
                start("PK\3\4", "a zip archive"));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void theFirstBytesTellWhatAFileIs(String bytes, String name) {
        assertThatThrownBy(() -> ImageFiles.decode(bytes.getBytes(ISO_8859_1), Path.of("1.png")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("1.png: is " + name)
                .hasMessageContaining("not a PNG, JPEG, BMP or WebP image (");
    }

    @Test
    void anythingElseIsNotGuessedAt() {
        assertThat(OtherFormat.of("hello".getBytes(ISO_8859_1))).isEqualTo(OtherFormat.UNKNOWN);
        assertThat(OtherFormat.of(new byte[] {1})).isEqualTo(OtherFormat.UNKNOWN);
        assertThat(OtherFormat.of("PX".getBytes(ISO_8859_1))).isEqualTo(OtherFormat.UNKNOWN);
        assertThat(OtherFormat.of("<p>svg</p>".getBytes(ISO_8859_1)))
                .isEqualTo(OtherFormat.UNKNOWN);
    }

    @Test
    void phonesPicturesAreToBeConverted() {
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> ImageFiles.decode(heic))
                .hasMessageContaining("convert it to JPEG")
                .hasMessageContaining("Most Compatible");
    }
}
