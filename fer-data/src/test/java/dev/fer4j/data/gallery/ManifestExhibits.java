package dev.fer4j.data.gallery;

import static dev.fer4j.data.gallery.Exhibit.quarantined;

import dev.fer4j.core.Problem.Kind;
import dev.fer4j.data.image.Encoding;
import dev.fer4j.data.testing.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Samples of manifests that somebody else made. */
final class ManifestExhibits {

    private ManifestExhibits() {}

    static List<Exhibit> all() {
        List<Exhibit> all = new ArrayList<>();
        all.addAll(of("JSON lines", "manifest.jsonl", Corpus::shared));
        all.addAll(of("CSV", "manifest.csv", Corpus::table));
        return List.copyOf(all);
    }

    private static List<Exhibit> of(
            String format, String file, Function<Corpus, SharedManifest> manifest) {
        return List.of(
                quarantined(
                        format + ": `../`",
                        Kind.UNEXPECTED_LAYOUT,
                        "does not lie inside",
                        (corpus, number) ->
                                manifest.apply(corpus).sample(outside(corpus, number), file)),
                quarantined(
                        format + ": link that leads outside the folder",
                        Kind.UNEXPECTED_LAYOUT,
                        "is a link that leads outside",
                        (corpus, number) -> {
                            Path link = manifest.apply(corpus).root().resolve("l" + number);
                            Files.createSymbolicLink(link, outside(corpus, number));
                            manifest.apply(corpus).sample(link, file);
                        }),
                quarantined(
                        format + ": image that does not exist",
                        Kind.MISSING,
                        "is not a regular file",
                        (corpus, number) -> {
                            Path gone = manifest.apply(corpus).root().resolve("g" + number);
                            manifest.apply(corpus).sample(gone, file);
                        }),
                quarantined(
                        format + ": pipe",
                        Kind.UNREADABLE,
                        "is not a regular file",
                        (corpus, number) -> {
                            Path pipe = manifest.apply(corpus).root().resolve("p" + number);
                            Oddities.pipe(pipe);
                            manifest.apply(corpus).sample(pipe, file);
                        }),
                quarantined(
                        format + ": image that is a web page",
                        Kind.UNREADABLE,
                        "not a PNG",
                        (corpus, number) ->
                                Files.writeString(
                                        manifest.apply(corpus).image("w" + number + ".png"),
                                        Oddities.HTML)));
    }

    private static Path outside(Corpus corpus, int number) throws IOException {
        Path image = corpus.outside().resolve(number + ".png");
        Files.write(image, Encoding.PNG.encode(TestImage.quarters(32, 16)));
        return image;
    }
}
