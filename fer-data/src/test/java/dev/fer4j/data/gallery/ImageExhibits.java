package dev.fer4j.data.gallery;

import static dev.fer4j.data.gallery.Exhibit.quarantined;

import dev.fer4j.core.Problem.Kind;
import dev.fer4j.data.image.Encoding;
import dev.fer4j.data.image.StillBytes;
import dev.fer4j.data.testing.TestImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Images that cannot be used. */
final class ImageExhibits {

    private ImageExhibits() {}

    @FunctionalInterface
    private interface Writer {
        void write(Path image) throws IOException;
    }

    private static Exhibit image(String name, Kind kind, String cause, String file, Writer writer) {
        return quarantined(
                name,
                kind,
                cause,
                (corpus, number) -> writer.write(corpus.stills().image("p" + number + "/" + file)));
    }

    private static Exhibit bytes(String name, String cause, String file, byte[] bytes) {
        return image(name, Kind.UNREADABLE, cause, file, image -> Files.write(image, bytes));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<Exhibit> all() {
        List<Exhibit> all = new ArrayList<>();
        all.addAll(contents());
        for (ClaimedSize format : ClaimedSize.values()) {
            all.add(
                    bytes(
                            format + " header that claims 65,000 × 65,000 pixels",
                            "of 65000 × 65000 pixels",
                            "1."
                                    + (format == ClaimedSize.JPEG ? "jpg" : format)
                                            .toString()
                                            .toLowerCase(java.util.Locale.ROOT),
                            format.claiming(65_000, 65_000)));
        }
        all.addAll(noFiles());
        return List.copyOf(all);
    }

    private static List<Exhibit> contents() {
        String other = "not a PNG, JPEG, BMP or WebP image";
        byte[] jpeg = Encoding.JPEG.encode(TestImage.noise(32, 32, 1));
        byte[] png = Encoding.PNG.encode(TestImage.noise(32, 32, 2));
        byte[] damaged = png.clone();
        damaged[png.length / 2] ^= 1;
        return List.of(
                bytes("empty file", "is empty", "1.png", new byte[0]),
                bytes("web page named `.jpg`", other, "1.jpg", latin1(Oddities.HTML)),
                bytes("GIF", other, "1.gif", latin1("GIF89a\1\0\1\0\0\0\0;")),
                bytes(
                        "HEIC, as from a phone",
                        other,
                        "1.heic",
                        latin1("\0\0\0\30ftypheic\0\0\0\0mif1heic")),
                bytes(
                        "AVIF",
                        "is an AVIF image",
                        "1.avif",
                        latin1("\0\0\0\34ftypavif\0\0\0\0avifmif1")),
                bytes("TIFF", "is a TIFF image", "1.tif", latin1("II*\0\10\0\0\0")),
                bytes(
                        "BMP that contains a JPEG",
                        "is a BMP of 0 bits a pixel and compression 4",
                        "1.bmp",
                        StillBytes.bmpOfJpeg()),
                image("clip named `.png`", Kind.UNREADABLE, other, "1.png", ClipBytes::healthy),
                bytes(
                        "JPEG cut in the middle",
                        "truncated",
                        "1.jpg",
                        Arrays.copyOf(jpeg, jpeg.length / 2)),
                bytes(
                        "PNG cut in the middle",
                        "truncated",
                        "1.png",
                        Arrays.copyOf(png, png.length / 2)),
                bytes("PNG with a bit flipped", "is damaged", "1.png", damaged),
                bytes(
                        "PNG with fewer pixels than its header claims",
                        "fewer pixels",
                        "1.png",
                        Encoding.pngClaiming(64, 64)));
    }

    private static List<Exhibit> noFiles() {
        String noFile = "is not a regular file";
        String link = "is a dangling link";
        return List.of(
                image("pipe without a writer", Kind.UNREADABLE, noFile, "1.png", Oddities::pipe),
                image("socket", Kind.UNREADABLE, noFile, "1.png", Oddities::socket),
                image(
                        "folder named `1.png`",
                        Kind.UNREADABLE,
                        noFile,
                        "1.png",
                        Files::createDirectory),
                image("dangling link", Kind.MISSING, link, "1.png", Oddities::danglingLink),
                image("link to itself", Kind.MISSING, link, "1.png", Oddities::loop),
                quarantined(
                        "link that leads outside the folder",
                        Kind.UNEXPECTED_LAYOUT,
                        "is a link that leads outside the folder",
                        (corpus, number) -> {
                            Path target = corpus.outside().resolve(number + ".png");
                            Files.write(target, Encoding.PNG.encode(TestImage.quarters(32, 16)));
                            Files.createSymbolicLink(
                                    corpus.stills().image("p" + number + "/1.png"), target);
                        }));
    }
}
