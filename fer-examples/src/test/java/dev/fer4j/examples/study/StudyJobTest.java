package dev.fer4j.examples.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Label;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.examples.toy.ToyCorpus;
import dev.fer4j.examples.toy.ToyFolders;
import dev.fer4j.examples.toy.ToyScale;
import dev.fer4j.train.TrainingPlan;
import dev.fer4j.train.xception.XceptionConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyJobTest {

    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(XceptionConfig.FULL.withWidth(0.125).withMiddleRepeats(1))
                    .withInputSize(71)
                    .withEpochs(1);

    @TempDir private Path folder;

    private ToyFolders toy;
    private final List<String> messages = new ArrayList<>();

    @BeforeEach
    void draw() throws IOException {
        toy =
                ToyCorpus.write(
                        folder.resolve("toy"),
                        new Seed(1),
                        ToyScale.SMALLEST,
                        ProgressListener.none());
    }

    private StudyOutput run(DataSource baseline, Optional<DataSource> youtube) throws IOException {
        StudySettings settings =
                new StudySettings(
                        folder.resolve("out"),
                        SamplingRule.PAPER,
                        CategorySplit.PAPER,
                        PLAN,
                        new Seed(1));
        return new StudyJob(settings, messages::add, ProgressListener.none())
                .run(out -> new StudySources("Test.", baseline, youtube, Optional.empty()));
    }

    @Test
    void brokenVideoIsCountedAndNamedInTheReport() throws IOException {
        Path broken;
        try (Stream<Path> tree = Files.walk(toy.baseline())) {
            broken =
                    tree.filter(path -> path.toString().endsWith(".mp4"))
                            .filter(path -> path.toString().contains("Cosmetics"))
                            .sorted()
                            .findFirst()
                            .orElseThrow();
        }
        Files.writeString(broken, "this is no video");

        StudyOutput output = run(DataSource.neuroBioSense(toy.baseline()), Optional.empty());

        var manifest = ManifestFile.read(folder.resolve("out/manifest/baseline.jsonl"));
        assertThat(manifest.samples()).hasSize(17 * 10);
        assertThat(manifest.quarantined()).hasSize(1);
        String report = Files.readString(output.report());
        assertThat(report).contains("Found and not used").contains(broken.getFileName().toString());
    }

    @Test
    void conditionsAreThoseWhoseSourcesAreThere() throws IOException {
        StudyOutput output =
                run(
                        DataSource.neuroBioSense(toy.baseline()),
                        Optional.of(DataSource.stills(toy.youtube())));
        assertThat(output.table1().rows().stream().map(row -> row.get(0)))
                .containsExactly("Baseline", "Baseline + YouTube");
        assertThat(output.notes()).isEmpty();
    }

    @Test
    void classThatIsMissingFromASplitStopsBeforeAnythingIsDecoded() throws IOException {
        SourceListing all = DataSource.neuroBioSense(toy.baseline()).list();
        List<Recording> kept =
                all.recordings().stream()
                        .filter(
                                recording ->
                                        recording.label() == Label.INTERESTED
                                                || !recording
                                                        .category()
                                                        .equals(
                                                                Optional.of(
                                                                        AdCategory.CAR_TECHNOLOGY)))
                        .toList();
        DataSource oneSided =
                () ->
                        new SourceListing(
                                all.source(), all.folder(), kept, all.stills(), all.problems());
        assertThatThrownBy(() -> run(oneSided, Optional.empty()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("test")
                .hasMessageContaining("car-technology")
                .hasMessageContaining("NOT_INTERESTED");
        assertThat(folder.resolve("out/frames")).doesNotExist();
    }
}
