package dev.fer4j.data.testing;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A manifest with samples of every origin, whose images are real files in a folder. */
public final class SampleFolder {

    /** What the manifest quarantined. */
    public static final Problem QUARANTINED =
            new Problem(Problem.Kind.UNREADABLE, "40/01.mp4", "is no video", "replace it");

    private SampleFolder() {}

    /** Writes the images and returns the manifest, whose source is {@code mixed}. */
    public static Manifest write(Path folder) throws IOException {
        Sample frame =
                sample(
                        folder,
                        "frame 0 ü",
                        new Origin.VideoFrame("39/A01/J/01.mp4", 12, 1.0 / 3, true),
                        new Demographics(Optional.of(Gender.FEMALE), Optional.of(27)),
                        Rights.of("CC-BY-4.0", "signed; \"for research\",\nnot for sale"),
                        Optional.of(AdCategory.FOOD_MARKET));
        Sample still =
                sample(
                        folder,
                        "still",
                        new Origin.StillImage("https://example.org/watch?v=1,2;3"),
                        new Demographics(Optional.of(Gender.OTHER), Optional.empty()),
                        new Rights(Optional.of(" spaced\t"), Optional.empty()),
                        Optional.empty());
        Sample synthetic =
                sample(
                        folder,
                        "synthetic",
                        new Origin.Synthetic("39-A01-J", Optional.of(3L), "toy", Long.MIN_VALUE),
                        Demographics.UNKNOWN,
                        new Rights(Optional.empty(), Optional.of("line\r\nbreak")),
                        Optional.of(new AdCategory("x1")));
        Sample orphan =
                sample(
                        folder,
                        "orphan",
                        new Origin.Synthetic("39-A01-J", Optional.empty(), "toy", 5),
                        Demographics.UNKNOWN,
                        Rights.UNKNOWN,
                        Optional.empty());
        return new Manifest(
                "mixed", List.of(frame, still, synthetic, orphan), List.of(QUARANTINED));
    }

    private static Sample sample(
            Path folder,
            String name,
            Origin origin,
            Demographics demographics,
            Rights rights,
            Optional<AdCategory> category)
            throws IOException {
        byte[] png = ImageFiles.encodePng(TestImage.noise(8, 8, name.hashCode()));
        Path file = folder.resolve("pictures").resolve(name + ".png").toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.write(file, png);
        return new Sample(
                "mixed/" + name,
                file,
                origin instanceof Origin.StillImage ? Label.NOT_INTERESTED : Label.INTERESTED,
                "039",
                "mixed/" + name,
                Optional.of("A01"),
                category,
                "mixed",
                origin,
                demographics,
                rights,
                Sha256.of(png));
    }
}
