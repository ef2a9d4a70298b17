package dev.fer4j.data.image;

import static dev.fer4j.data.testing.TestImage.corners;
import static dev.fer4j.data.testing.TestImage.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    /** The corners as they are to be seen, of R G / B Y as stored; EXIF 2.3, table 3. */
    private static final List<String> CORNERS =
            List.of("RGBY", "GRYB", "YBGR", "BYRG", "RBGY", "BRYG", "YGBR", "GYRB");

    private static final byte[] JPEG = Encoding.JPEG.encode(quarters(32, 16));
    private static final byte[] PNG = Encoding.PNG.encode(quarters(32, 16));
    private static final byte[] WEBP = Encoding.WEBP.encode(quarters(32, 16));

    private static byte[] webp(Object... metadata) {
        Object[] chunks = new Object[metadata.length + 2];
        chunks[0] = new String(WEBP, 12, 4, StandardCharsets.US_ASCII);
        chunks[1] = webpPixels();
        System.arraycopy(metadata, 0, chunks, 2, metadata.length);
        return ImageMetadata.webp(32, 16, 0x0c, chunks);
    }

    private static byte[] webpPixels() {
        int length = ByteBuffer.wrap(WEBP).order(ByteOrder.LITTLE_ENDIAN).getInt(16);
        return Arrays.copyOfRange(WEBP, 20, 20 + length);
    }

    private static Map<String, byte[]> files(int orientation) {
        byte[] big = ImageMetadata.exif(orientation, ByteOrder.BIG_ENDIAN);
        byte[] little = ImageMetadata.exif(orientation, ByteOrder.LITTLE_ENDIAN);
        byte[] prefixed = ImageMetadata.prefixed(little);
        byte[] element = ImageMetadata.xmpElement(orientation);
        byte[] attribute = ImageMetadata.xmpAttribute(orientation);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("JPEG, big-endian", ImageMetadata.jpeg(JPEG, 0xe1, ImageMetadata.prefixed(big)));
        files.put("JPEG, little-endian", ImageMetadata.jpeg(JPEG, 0xe1, prefixed));
        files.put("JPEG, XMP", ImageMetadata.jpeg(JPEG, 0xe1, ImageMetadata.jpegXmp(element)));
        files.put(
                "JPEG, XMP's attribute",
                ImageMetadata.jpeg(JPEG, 0xe1, ImageMetadata.jpegXmp(attribute)));
        files.put("PNG, big-endian", ImageMetadata.png(PNG, "eXIf", big, true));
        files.put("PNG, little-endian, last", ImageMetadata.png(PNG, "eXIf", little, false));
        files.put("PNG, prefixed", ImageMetadata.png(PNG, "eXIf", prefixed, true));
        String raw = "Raw profile type ";
        files.put(
                "PNG, ImageMagick's text",
                ImageMetadata.png(
                        PNG,
                        "tEXt",
                        ImageMetadata.text(
                                raw + "exif", ImageMetadata.rawProfile("exif", prefixed)),
                        true));
        files.put(
                "PNG, ImageMagick's packed text",
                ImageMetadata.png(
                        PNG,
                        "zTXt",
                        ImageMetadata.packedText(
                                raw + "APP1", ImageMetadata.rawProfile("generic", prefixed)),
                        false));
        files.put(
                "PNG, ImageMagick's XMP",
                ImageMetadata.png(
                        PNG,
                        "zTXt",
                        ImageMetadata.packedText(
                                raw + "xmp", ImageMetadata.rawProfile("xmp", attribute)),
                        true));
        files.put(
                "PNG, XMP in APP1",
                ImageMetadata.png(
                        PNG,
                        "iTXt",
                        ImageMetadata.international(
                                raw + "APP1",
                                ImageMetadata.rawProfile("app1", ImageMetadata.jpegXmp(element)),
                                false),
                        true));
        for (boolean packed : new boolean[] {false, true}) {
            files.put(
                    "PNG, XMP, packed: " + packed,
                    ImageMetadata.png(
                            PNG,
                            "iTXt",
                            ImageMetadata.international("XML:com.adobe.xmp", attribute, packed),
                            packed));
        }
        files.put("WebP, big-endian", webp("EXIF", big));
        files.put("WebP, little-endian", webp("EXIF", little));
        files.put("WebP, prefixed", webp("EXIF", prefixed));
        files.put("WebP, XMP", webp("XMP ", element));
        files.put("WebP, XMP's attribute", webp("XMP ", attribute));
        return files;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationInEveryPlace(int orientation) {
        files(orientation)
                .forEach(
                        (name, bytes) -> {
                            RgbImage image = ImageFiles.decode(bytes);
                            assertThat(image.width())
                                    .as("%s", name)
                                    .isEqualTo(orientation < 5 ? 32 : 16);
                            assertThat(corners(image))
                                    .as("%s", name)
                                    .isEqualTo(CORNERS.get(orientation - 1));
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    void otherValuesMeanNothing(int orientation) {
        files(orientation)
                .forEach(
                        (name, bytes) ->
                                assertThat(corners(ImageFiles.decode(bytes)))
                                        .as("%s", name)
                                        .isEqualTo("RGBY"));
    }

    @Test
    void exifDecidesAgainstXmp() {
        byte[] exif = ImageMetadata.exif(6, ByteOrder.BIG_ENDIAN);
        byte[] xmp = ImageMetadata.xmpElement(3);
        byte[] text = ImageMetadata.international("XML:com.adobe.xmp", xmp, false);
        List<byte[]> files =
                List.of(
                        ImageMetadata.jpeg(
                                ImageMetadata.jpeg(JPEG, 0xe1, ImageMetadata.prefixed(exif)),
                                0xe1,
                                ImageMetadata.jpegXmp(xmp)),
                        ImageMetadata.png(
                                ImageMetadata.png(PNG, "iTXt", text, true), "eXIf", exif, false),
                        webp("XMP ", xmp, "EXIF", exif));
        assertThat(files)
                .allSatisfy(file -> assertThat(corners(ImageFiles.decode(file))).isEqualTo("BRYG"));
    }

    @Test
    void xmpDecidesWhereExifSaysNothing() {
        byte[] exif = ImageMetadata.exif(0, ByteOrder.BIG_ENDIAN);
        assertThat(
                        corners(
                                ImageFiles.decode(
                                        webp("EXIF", exif, "XMP ", ImageMetadata.xmpElement(3)))))
                .isEqualTo("YBGR");
    }

    /** A thumbnail's orientation, one in a comment, and one of another namespace. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:Description xmlns:tiff='http://ns.adobe.com/tiff/1.0/'"
                        + " xmlns:m='urn:m'><m:Thumbnail><rdf:Description tiff:Orientation='6'/>"
                        + "</m:Thumbnail></rdf:Description>",
                "<!-- <tiff:Orientation>6</tiff:Orientation> -->",
                "<rdf:Description xmlns:tiff='urn:other' tiff:Orientation='6'/>",
                "<rdf:Description xmlns:tiff='http://ns.adobe.com/tiff/1.0/'>"
                        + "<tiff:Orientation>six</tiff:Orientation></rdf:Description>",
                "<not closed",
                "&undefined;"
            })
    void orientationsOfSomethingElseMeanNothing(String xmp) {
        assertThat(corners(ImageFiles.decode(webp("XMP ", ImageMetadata.xmp(xmp)))))
                .isEqualTo("RGBY");
    }

    @Test
    void entitiesAreNotExpanded() {
        String entities =
                "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>"
                        + "<!ENTITY c SYSTEM 'file:///etc/passwd'>]><x>&b;&c;</x>";
        byte[] xmp = entities.getBytes(StandardCharsets.UTF_8);
        assertThat(corners(ImageFiles.decode(webp("XMP ", xmp)))).isEqualTo("RGBY");
    }

    @Test
    void damagedExifMeansNothing() {
        byte[] exif = ImageMetadata.exif(6, ByteOrder.LITTLE_ENDIAN);
        for (int length = 0; length < 30; length++) {
            byte[] cut = Arrays.copyOf(exif, length);
            assertThat(corners(ImageFiles.decode(webp("EXIF", cut)))).isEqualTo("RGBY");
        }
        for (int offset : new int[] {0, 1, 37, 38, 1 << 20, Integer.MAX_VALUE, -1}) {
            byte[] far =
                    ByteBuffer.wrap(exif.clone())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(4, offset)
                            .array();
            assertThat(corners(ImageFiles.decode(webp("EXIF", far)))).isEqualTo("RGBY");
        }
    }

    @Test
    void metadataThatUnpackToGigabytesAreRefused() {
        byte[] blanks = new byte[17 << 20];
        Arrays.fill(blanks, (byte) ' ');
        byte[] bomb = ImageMetadata.packedText("Raw profile type exif", blanks);
        assertThat(bomb.length).isLessThan(20_000);
        assertThatThrownBy(() -> ImageFiles.decode(ImageMetadata.png(PNG, "zTXt", bomb, true)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more than 16 MiB of metadata");
        assertThatThrownBy(() -> ImageFiles.decode(webp("XMP ", blanks)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more than 16 MiB of metadata");
    }

    @Test
    void otherTextIsNotUnpacked() {
        byte[] bomb = ImageMetadata.packedText("Comment", new byte[17 << 20]);
        byte[] damaged = ImageMetadata.text("Comment\0", new byte[] {1, 2, 3});
        byte[] png = ImageMetadata.png(PNG, "zTXt", bomb, true);
        assertThat(corners(ImageFiles.decode(ImageMetadata.png(png, "zTXt", damaged, false))))
                .isEqualTo("RGBY");
    }
}
