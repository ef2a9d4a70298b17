package dev.fer4j.data.gallery;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.Encoding;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.testing.TestImage;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One source of every sort, each with healthy inputs, to which others are added. Everything that is
 * put in is written down, so that it can be looked for in the manifests.
 */
final class Corpus {

    /** How many frames of each recording are kept. */
    static final int FRAMES = 4;

    private final Path root;
    private final List<Item> items = new ArrayList<>();
    private final LabFolder lab;
    private final IndexedFolder stills;
    private final IndexedFolder synthetic;
    private final SharedManifest shared;
    private final SharedManifest table;

    /** In an empty folder, with healthy inputs only. */
    Corpus(Path root) throws IOException {
        this.root = root;
        lab = new LabFolder(root.resolve("lab"), items);
        stills = IndexedFolder.stills(root.resolve("youtube"), items);
        synthetic = IndexedFolder.synthetic(root.resolve("synthetic"), items);
        shared = new SharedManifest("shared", root.resolve("shared"), items);
        table = new SharedManifest("table", root.resolve("table"), items);
        for (int person : new int[] {7, 8}) {
            TestVideo.write(lab.clip(person, "1.mp4"), TestVideo.Coding.MPEG4, person, 5);
        }
        for (IndexedFolder folder : List.of(stills, synthetic)) {
            Files.write(folder.image("healthy/1.png"), picture(Encoding.PNG));
            Files.write(folder.image("healthy/2.jpg"), picture(Encoding.JPEG));
        }
        for (SharedManifest manifest : List.of(shared, table)) {
            Files.write(manifest.image("healthy.png"), picture(Encoding.PNG));
        }
    }

    private static byte[] picture(Encoding encoding) {
        return encoding.encode(TestImage.quarters(32, 16));
    }

    LabFolder lab() {
        return lab;
    }

    IndexedFolder stills() {
        return stills;
    }

    IndexedFolder synthetic() {
        return synthetic;
    }

    /** A manifest as JSON lines. */
    SharedManifest shared() {
        return shared;
    }

    /** A manifest as CSV. */
    SharedManifest table() {
        return table;
    }

    /** A folder outside of all sources. */
    Path outside() throws IOException {
        return Files.createDirectories(root.resolve("outside"));
    }

    /** Everything that was put in. */
    List<Item> items() {
        return List.copyOf(items);
    }

    /** Lists and ingests all sources, and writes and reads their manifests. */
    List<Manifest> ingest() throws IOException {
        DataSource baseline = DataSource.neuroBioSense(lab.write());
        List<DataSource> sources =
                List.of(
                        baseline,
                        DataSource.stills(stills.write()),
                        DataSource.synthetic(synthetic.write(), baseline),
                        DataSource.manifest(shared.writeJsonLines()),
                        DataSource.manifest(table.writeCsv()));
        Path out = root.resolve("out");
        SamplingRule rule = SamplingRule.of(new SamplingRule.EqualIntervals(FRAMES));
        List<Manifest> manifests = new ArrayList<>();
        for (DataSource source : sources) {
            Manifest manifest =
                    new Ingestion(out.resolve("frames"), rule)
                            .withProblemLimit(1)
                            .run(source.list(), ProgressListener.none());
            Path file = out.resolve(manifest.source() + ".jsonl");
            ManifestFile.write(file, manifest, out.resolve("frames"));
            manifests.add(ManifestFile.read(file));
            if (!manifests.contains(manifest)) {
                throw new AssertionError(file + " is not what was written");
            }
        }
        return List.copyOf(manifests);
    }
}
