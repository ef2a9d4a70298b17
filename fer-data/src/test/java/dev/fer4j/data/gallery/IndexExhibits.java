package dev.fer4j.data.gallery;

import static dev.fer4j.data.gallery.Exhibit.partlyUsed;
import static dev.fer4j.data.gallery.Exhibit.problem;
import static dev.fer4j.data.gallery.Exhibit.quarantined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Problem.Kind;
import dev.fer4j.data.image.Encoding;
import dev.fer4j.data.testing.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Entries of {@code labels.csv} and {@code synthetic.jsonl}, and images that have none. */
final class IndexExhibits {

    private IndexExhibits() {}

    private static void write(Path image) throws IOException {
        Files.write(image, Encoding.PNG.encode(TestImage.quarters(32, 16)));
    }

    /** An image beside the folder, so that the entry would be readable if it were followed. */
    private static Path outside(Corpus corpus, int number) throws IOException {
        Path image = corpus.outside().resolve(number + ".png");
        write(image);
        return image;
    }

    static List<Exhibit> all() {
        return List.of(
                label("image with an unknown label", Kind.UNKNOWN_LABEL, "'maybe'", "maybe"),
                label(
                        "number of a scale as a label (`4` of 1 to 5)",
                        Kind.UNKNOWN_LABEL,
                        "where the column has other numbers",
                        "4"),
                label("image without a label", Kind.NO_LABEL, "has no label", ""),
                quarantined(
                        "image with two labels",
                        (corpus, number) -> {
                            String file = "p" + number + "/1.png";
                            write(corpus.stills().image(file));
                            corpus.stills().line(file + ",no");
                        },
                        problem(Kind.DUPLICATE, "which other lines contradict"),
                        problem(Kind.DUPLICATE, "which other lines contradict")),
                partlyUsed(
                        "image named twice with the same label",
                        1,
                        (corpus, number) -> {
                            String file = "p" + number + "/1.png";
                            write(corpus.stills().image(file));
                            corpus.stills().entry(file);
                        },
                        problem(Kind.UNUSED, "again")),
                new Exhibit(
                        "two images whose names differ in the extension only",
                        (corpus, number) -> {
                            write(corpus.stills().sameName("p" + number + "/1.png"));
                            write(corpus.stills().sameName("p" + number + "/1.bmp"));
                        },
                        List.of(),
                        2,
                        "the extension belongs to their ids",
                        (samples, images) ->
                                assertThat(samples)
                                        .extracting(sample -> sample.id().replaceAll(".*/", ""))
                                        .containsExactly("1.png", "1.bmp")),
                quarantined(
                        "image that does not exist",
                        Kind.MISSING,
                        "does not exist",
                        (corpus, number) -> corpus.stills().entry("p" + number + "/gone.png")),
                quarantined(
                        "image that is not listed",
                        Kind.UNUSED,
                        "is not named in labels.csv",
                        (corpus, number) ->
                                write(corpus.stills().unnamed("p" + number + "/1.png"))),
                quarantined(
                        "dangling link that is not listed",
                        Kind.UNUSED,
                        "is not named in labels.csv",
                        (corpus, number) ->
                                Oddities.danglingLink(
                                        corpus.stills().unnamed("p" + number + "/1.png"))),
                quarantined(
                        "pipe that is not listed",
                        Kind.UNUSED,
                        "is not named in labels.csv",
                        (corpus, number) ->
                                Oddities.pipe(corpus.stills().unnamed("p" + number + "/1.png"))),
                quarantined(
                        "name with a combining accent (\u00e9 as two characters) on disk only",
                        (corpus, number) -> {
                            write(corpus.stills().unnamed("p" + number + "/e\u0301.png"));
                            corpus.stills().entry("p" + number + "/\u00e9.png");
                        },
                        problem(Kind.MISSING, "does not exist"),
                        problem(Kind.UNUSED, "is not named in labels.csv")),
                still("`../` in `labels.csv`", "does not lie inside the folder", "../outside/%s"),
                still(
                        "`../` behind a folder",
                        "does not lie inside the folder",
                        "healthy/../../outside/%s"),
                still("absolute path", "does not lie inside the folder", "/outside/%s"),
                quarantined(
                        "name with a NUL character",
                        Kind.UNEXPECTED_LAYOUT,
                        "is not a valid file name",
                        (corpus, number) -> corpus.stills().entry("p" + number + "/a\0.png")),
                quarantined(
                        "`../` in `synthetic.jsonl`",
                        Kind.UNEXPECTED_LAYOUT,
                        "does not lie inside the folder",
                        (corpus, number) ->
                                corpus.synthetic()
                                        .entry(
                                                "../outside/"
                                                        + outside(corpus, number).getFileName())),
                quarantined(
                        "synthetic image without its parent",
                        Kind.DANGLING_REFERENCE,
                        "has no usable recording",
                        (corpus, number) -> {
                            String file = "p" + number + "/1.png";
                            write(
                                    corpus.synthetic()
                                            .image(file, IndexedFolder.line(file, "99-A99-J")));
                        }),
                quarantined(
                        "line that is not JSON",
                        Kind.UNREADABLE,
                        "is not a line for an image",
                        (corpus, number) -> corpus.synthetic().line("{\"file\":\"p" + number)),
                quarantined(
                        "synthetic image that is a web page",
                        Kind.UNREADABLE,
                        "not a PNG",
                        (corpus, number) ->
                                Files.writeString(
                                        corpus.synthetic().image("p" + number + "/1.png"),
                                        Oddities.HTML)));
    }

    private static Exhibit label(String name, Kind kind, String cause, String label) {
        return quarantined(
                name,
                kind,
                cause,
                (corpus, number) -> {
                    String file = "p" + number + "/1.png";
                    write(corpus.stills().image(file, file + "," + label));
                });
    }

    private static Exhibit still(String name, String cause, String format) {
        return quarantined(
                name,
                Kind.UNEXPECTED_LAYOUT,
                cause,
                (corpus, number) ->
                        corpus.stills()
                                .entry(
                                        format.replace(
                                                "%s",
                                                outside(corpus, number).getFileName().toString())));
    }
}
