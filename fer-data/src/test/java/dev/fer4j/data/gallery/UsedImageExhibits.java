package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.Encoding;
import dev.fer4j.data.image.StillBytes;
import dev.fer4j.data.testing.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Images that look odd and are used. */
final class UsedImageExhibits {

    private UsedImageExhibits() {}

    private static Exhibit image(
            String name, String note, String file, byte[] bytes, Exhibit.Check check) {
        return Exhibit.used(
                name,
                note,
                (corpus, number) ->
                        Files.write(corpus.stills().image("p" + number + "/" + file), bytes),
                check);
    }

    private static byte[] quarters(Encoding encoding) {
        return encoding.encode(TestImage.quarters(32, 16));
    }

    static List<Exhibit> all() {
        return List.of(
                image(
                        "CMYK",
                        "inverted, as Adobe stores it; its profile is ignored",
                        "1.jpg",
                        quarters(Encoding.JPEG_CMYK),
                        UsedImageExhibits::coloured),
                image(
                        "16 bits a channel",
                        "the upper eight bits",
                        "1.png",
                        quarters(Encoding.PNG_16),
                        UsedImageExhibits::coloured),
                image(
                        "grey",
                        "three equal channels",
                        "1.png",
                        quarters(Encoding.PNG_GREY),
                        UsedImageExhibits::grey),
                image(
                        "alpha",
                        "dropped, not blended",
                        "1.png",
                        quarters(Encoding.PNG_ALPHA),
                        UsedImageExhibits::coloured),
                image(
                        "EXIF orientation 6",
                        "rotated upright",
                        "1.jpg",
                        Encoding.jpegWithOrientation(TestImage.quarters(32, 16), 6),
                        UsedImageExhibits::turned),
                image(
                        "orientation 6 in XMP of a PNG",
                        "rotated upright, if EXIF does not say otherwise",
                        "1.png",
                        StillBytes.turnedPng(TestImage.quarters(32, 16)),
                        UsedImageExhibits::turned),
                image(
                        "EXIF orientation 6 in a WebP",
                        "rotated upright",
                        "1.webp",
                        StillBytes.turnedWebp(TestImage.quarters(32, 16)),
                        UsedImageExhibits::turned),
                image(
                        "animated WebP",
                        "the first picture, as of an animated PNG",
                        "1.webp",
                        StillBytes.animatedWebp(TestImage.quarters(32, 16)),
                        UsedImageExhibits::coloured),
                image(
                        "JPEG with bytes between its segments",
                        "passed over, as viewers do",
                        "1.jpg",
                        StillBytes.jpegWithStrayBytes(TestImage.quarters(32, 16)),
                        UsedImageExhibits::coloured),
                image(
                        "BMP with bit masks, red first",
                        "the masks say where red, green and blue are",
                        "1.bmp",
                        StillBytes.maskedBmp(TestImage.quarters(32, 16)),
                        UsedImageExhibits::coloured),
                image(
                        "16-bit BMP",
                        "few bits are spread over 0 to 255",
                        "1.bmp",
                        StillBytes.sixteenBitBmp(TestImage.quarters(32, 16)),
                        UsedImageExhibits::coloured),
                image(
                        "twice as wide as high",
                        "counted by the audit; stretched to the network's square unless `--fit`"
                                + " says otherwise",
                        "1.png",
                        Encoding.PNG.encode(TestImage.quarters(64, 32)),
                        UsedImageExhibits::coloured),
                image(
                        "1 × 1 pixel",
                        "like any other",
                        "1.png",
                        Encoding.PNG.encode(new RgbImage(1, 1, new byte[] {10, 20, 30})),
                        UsedImageExhibits::pixel),
                image(
                        "PNG named `.jpg`",
                        "the content determines the format",
                        "1.jpg",
                        quarters(Encoding.PNG),
                        UsedImageExhibits::coloured),
                image(
                        "name that is not ASCII",
                        "like any other",
                        "gülüş 笑, \u00e9.png",
                        quarters(Encoding.PNG),
                        UsedImageExhibits::coloured),
                Exhibit.used(
                        "link to an image inside the folder",
                        "followed",
                        UsedImageExhibits::linked,
                        UsedImageExhibits::coloured));
    }

    private static void linked(Corpus corpus, int number) throws IOException {
        Path image = corpus.stills().image("p" + number + "/1.png");
        Path target = image.resolveSibling("1.original");
        Files.write(target, quarters(Encoding.PNG));
        Files.createSymbolicLink(image, target);
    }

    private static void coloured(List<Sample> samples, List<RgbImage> images) {
        assertThat(images).hasSize(1);
        assertThat(TestImage.corners(images.get(0))).isEqualTo("RGBY");
        assertThat(images.get(0).at(1, 1, 0)).isBetween(240, 255);
    }

    private static void grey(List<Sample> samples, List<RgbImage> images) {
        // BT.601 luma of red and yellow, as OpenCV greys.
        assertThat(images.get(0).at(1, 1, 0)).isBetween(76, 80);
        assertThat(images.get(0).at(1, 1, 2)).isEqualTo(images.get(0).at(1, 1, 0));
        assertThat(images.get(0).at(30, 14, 1)).isBetween(219, 223);
    }

    private static void turned(List<Sample> samples, List<RgbImage> images) {
        assertThat(images.get(0).width()).isEqualTo(16);
        assertThat(TestImage.corners(images.get(0))).isEqualTo("BRYG");
    }

    private static void pixel(List<Sample> samples, List<RgbImage> images) {
        assertThat(images.get(0).rgb()).isEqualTo(new byte[] {10, 20, 30});
    }
}
