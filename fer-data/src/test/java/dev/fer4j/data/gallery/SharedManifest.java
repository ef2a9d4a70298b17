package dev.fer4j.data.gallery;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.PortablePath;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.manifest.ManifestCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A manifest as somebody else hands it on, with its images. */
final class SharedManifest {

    private final String source;
    private final Path root;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Item> items;

    SharedManifest(String source, Path root, List<Item> items) {
        this.source = source;
        this.root = root;
        this.items = items;
    }

    /** Where an image is to be put that a sample names. */
    Path image(String file) throws IOException {
        Path image = root.resolve(file);
        Files.createDirectories(image.getParent());
        items.add(new Item(source, add(image), List.of(file)));
        return image;
    }

    /** A sample that is to end as its problem, whatever file it names. */
    void sample(Path file, String fileName) {
        String id = add(file);
        items.add(new Item(source, id, List.of(fileName + " sample " + id)));
    }

    private String add(Path file) {
        String id = source + "/" + file.getFileName();
        samples.add(
                new Sample(
                        id,
                        file,
                        Label.INTERESTED,
                        "39",
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        source,
                        new Origin.StillImage(file.getFileName().toString()),
                        Demographics.UNKNOWN,
                        Rights.UNKNOWN,
                        "0".repeat(64)));
        return id;
    }

    Path root() {
        return root;
    }

    Path writeJsonLines() throws IOException {
        Path file = root.resolve("manifest.jsonl");
        // Written for other files, since ManifestFile names no file outside its folder.
        List<Sample> stand = samples.stream().map(s -> at(s, standIn(s))).toList();
        ManifestFile.write(file, new Manifest(source, stand, List.of()), root);
        String text = Files.readString(file);
        for (Sample sample : samples) {
            String name = PortablePath.of(root.relativize(sample.file()));
            text =
                    text.replace(
                            Json.line(standIn(sample).getFileName().toString()), Json.line(name));
        }
        Files.writeString(file, text);
        return file;
    }

    private Path standIn(Sample sample) {
        return root.resolve("stand-in-" + samples.indexOf(sample) + ".png");
    }

    private static Sample at(Sample sample, Path file) {
        return new Sample(
                sample.id(),
                file,
                sample.label(),
                sample.participant(),
                sample.recording(),
                sample.ad(),
                sample.category(),
                sample.source(),
                sample.origin(),
                sample.demographics(),
                sample.rights(),
                sample.sha256());
    }

    Path writeCsv() throws IOException {
        Path file = root.resolve("manifest.csv");
        ManifestCsv.write(file, new Manifest(source, samples, List.of()));
        return file;
    }
}
