package dev.fer4j.synthesis.recipe;

import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The names of a recipe's images, and what is recorded of them.
 *
 * @param folder the recipe's folder
 * @param settings the recipe's settings
 */
record FrameFiles(Path folder, StyleGan2Recipe.Settings settings) {

    /** A line of synthetic.jsonl. */
    private record Line(
            String file,
            String parentRecording,
            Optional<Long> parentFrame,
            String generator,
            long seed) {}

    /** The folder of what is made from a frame. */
    Path of(Sample frame) {
        return folder.resolve(name(frame));
    }

    /** The file of an image made from a frame. */
    Path image(Sample frame, int variant) {
        return of(frame).resolve(variant + ".png");
    }

    /** Whether a number of images of a frame exist. */
    boolean areThere(Sample frame, int count) {
        return IntStream.range(0, count).allMatch(i -> Files.isRegularFile(image(frame, i)));
    }

    private static String name(Sample frame) {
        String plain = frame.recording().replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.equals(frame.recording())
                ? plain
                : plain + "-" + Sha256.of(frame.recording()).substring(0, 8);
    }

    /** The line of synthetic.jsonl for an image. */
    String line(Sample frame, int variant) {
        return Json.line(
                new Line(
                        name(frame) + "/" + variant + ".png",
                        frame.recording(),
                        parentFrame(frame),
                        settings.generatorName(),
                        settings.seed().value()));
    }

    private static Optional<Long> parentFrame(Sample frame) {
        return frame.origin() instanceof Origin.VideoFrame video
                ? Optional.of(video.frameIndex())
                : Optional.empty();
    }

    /** An image that exists, with its frame's label, person, category, groups and rights. */
    Sample sample(Sample frame, int variant) throws IOException {
        Path file = image(frame, variant);
        return new Sample(
                SyntheticGenerator.SOURCE + "/" + name(frame) + "/" + variant,
                file,
                frame.label(),
                frame.participant(),
                SyntheticGenerator.SOURCE + "/" + frame.recording(),
                frame.ad(),
                frame.category(),
                SyntheticGenerator.SOURCE,
                new Origin.Synthetic(
                        frame.recording(),
                        parentFrame(frame),
                        settings.generatorName(),
                        settings.seed().value()),
                frame.demographics(),
                frame.rights(),
                Sha256.of(file),
                frame.groups());
    }
}
