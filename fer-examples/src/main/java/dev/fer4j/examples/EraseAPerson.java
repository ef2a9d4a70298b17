package dev.fer4j.examples;

import dev.fer4j.core.Erasure;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.file.ErasedImages;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.toy.ToyFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes the images of a person who withdraws, and those that were synthesized from them. */
public final class EraseAPerson {

    private EraseAPerson() {}

    /**
     * Arguments: a study's folder {@code manifest} and a person's id, as manifests give it; without
     * any, somebody of a corpus that is drawn for this.
     */
    public static void main(String[] arguments) throws IOException {
        boolean given = arguments.length > 1;
        Path manifests = given ? Path.of(arguments[0]) : drawn();
        String person = given ? arguments[1] : firstPerson(manifests);
        Erasure erasure = erase(manifests, person);
        erasure.removedIds().forEach((source, ids) -> System.out.println(source + " " + ids));
        System.out.println("Now delete the clips and questionnaire rows of " + person);
    }

    /**
     * All manifests of the study at once: synthetic images name the recordings of their parents.
     */
    public static Erasure erase(Path folder, String person) throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        Set<Path> images = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                manifests.add(ManifestFile.read(file));
                images.add(ManifestFile.folder(file));
            }
        }
        Erasure erasure = Erasure.of(manifests, person);
        for (Problem problem : ErasedImages.delete(erasure, images)) {
            System.err.println(problem.message());
        }
        // A new run of the study rewrites its files without the person, and trains again.
        return erasure;
    }

    private static Path drawn() throws IOException {
        Path home = ExampleInputs.folder("erase");
        ToyFolders toy = ExampleInputs.toy(home.resolve("toy"));
        DataSource baseline = DataSource.neuroBioSense(toy.baseline());
        DataSource synthetic = DataSource.synthetic(toy.synthetic(), baseline);
        for (DataSource source : List.of(baseline, synthetic)) {
            Manifest manifest =
                    new Ingestion(home.resolve("frames"), SamplingRule.paper())
                            .run(source.list(), ProgressListener.none());
            Path file = home.resolve("manifest").resolve(manifest.source() + ".jsonl");
            ManifestFile.write(file, manifest, home);
        }
        return home.resolve("manifest");
    }

    private static String firstPerson(Path manifests) throws IOException {
        Path synthetic = manifests.resolve("stylegan2.jsonl");
        return ManifestFile.read(synthetic).samples().get(0).participant();
    }
}
