package dev.fer4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.composition.LeakageKind;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.settings.DataSettings;
import dev.fer4j.study.settings.ReportSettings;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(Xception.FULL.withWidth(0.125).withMiddleRepeats(1))
                    .withInputSize(71)
                    .withEpochs(1);

    @TempDir private Path folder;

    private ToyFolders toy;
    private final Told told = new Told();

    @BeforeEach
    void draw() throws IOException {
        toy = SharedToyCorpus.copy(folder.resolve("toy"), new Seed(1), ToyScale.SMALLEST);
    }

    private StudyOutput run(DataSource baseline, Optional<DataSource> youtube) throws IOException {
        return run(baseline, youtube, TrainingMix.ALL, List.of());
    }

    private StudyOutput run(
            DataSource baseline,
            Optional<DataSource> youtube,
            TrainingMix mix,
            List<Control.Means> controls)
            throws IOException {
        return run(baseline, youtube, DataSettings.defaults(), mix, controls);
    }

    private StudyOutput run(
            DataSource baseline,
            Optional<DataSource> youtube,
            DataSettings data,
            TrainingMix mix,
            List<Control.Means> controls)
            throws IOException {
        return Study.of(settings().withData(data).withMix(mix).withControls(controls))
                .withListener(told)
                .run(new StudySources("Test.", baseline, youtube.stream().toList()));
    }

    private StudySettings settings() {
        return StudySettings.paper(folder.resolve("out")).withTraining(PLAN);
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
    void conditionsAreThoseWhoseSourcesAreThereAndAStateOfOthersIsRemoved() throws IOException {
        Path stale = folder.resolve("out/checkpoints/baseline-0123456789abcdef");
        OwnedFolder.mark(stale.getParent(), OwnedFolder.Content.CHECKPOINTS);
        OwnedFolder.mark(stale, OwnedFolder.Content.CHECKPOINTS);
        Files.writeString(stale.resolve("0000000001.json"), "{\"sha256\":\"0\"}");
        StudyOutput output = run(licensed(), Optional.of(DataSource.stills(toy.youtube())));
        assertThat(told.messages)
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "Removed the checkpoints of the unfinished training"
                                                + " baseline-0123456789abcdef: settings, data"));
        assertThat(folder.resolve("out/checkpoints")).doesNotExist();
        assertThat(output.table1().rows().stream().map(row -> row.get(0)))
                .containsExactly("Baseline", "Baseline + YouTube");
        assertThat(withoutMetadata(output)).isEmpty();
        assertThat(output.table2().rows().stream().map(row -> row.get(0)))
                .containsExactly(
                        "Baseline",
                        "Baseline + YouTube",
                        "Metadata only, fitted as Baseline",
                        "Metadata only, fitted as Baseline + YouTube");
    }

    /** The few images of the smallest corpus can be ranked without looking at them. */
    private static List<String> withoutMetadata(StudyOutput output) {
        return output.notes().stream().filter(note -> !note.contains("looks at no image")).toList();
    }

    @Test
    void controlsAndCapsAreTrainedCountedAndExplained() throws IOException {
        DataSource baseline = licensed();
        Optional<DataSource> youtube = Optional.of(DataSource.stills(toy.youtube()));
        run(baseline, youtube);

        StudyOutput output =
                run(
                        baseline,
                        youtube,
                        TrainingMix.ALL.withCap("youtube", 10).withWeight("youtube", 2),
                        List.of(Control.Means.DUPLICATES, Control.Means.UPDATES));

        // Baseline is as it was; the capped condition of the same name is not taken for the old.
        assertThat(output.reused()).isEqualTo(1);
        assertThat(output.trained()).isEqualTo(3);
        assertThat(output.table1().columns().get(5).name()).isEqualTo("Drawn in an epoch");
        assertThat(
                        output.table1().rows().stream()
                                .map(row -> List.of(row.get(0), row.get(1), row.get(5))))
                .containsExactly(
                        List.of("Baseline", "60", "60"),
                        List.of("Baseline + YouTube", "70", "80"),
                        List.of(
                                "Baseline, duplicated to the size of Baseline + YouTube",
                                "60",
                                "80"),
                        List.of("Baseline, as many updates as Baseline + YouTube", "60", "80"));
        assertThat(withoutMetadata(output))
                .containsExactly(
                        "In training, every condition has at most 10 images of youtube, the weight"
                                + " 2.0 for youtube: conditions with the paper's names are not the"
                                + " paper's conditions.");
        assertThat(Files.readString(output.report()))
                .contains("Control conditions", "no more than 10 train", "the weight 2.0 for");
        assertThat(Files.readString(folder.resolve("out/provenance.json")))
                .contains("\"control conditions\" : \"duplicates, updates\"", "{youtube=10}");
        assertThat(Files.readString(folder.resolve("out/table1.csv")).lines().skip(3))
                .allMatch(line -> line.endsWith(",80,80") || line.endsWith(",60,80"));
    }

    @Test
    void mixThatDoesNotFitTheSourcesStopsBeforeAnythingIsDecoded() {
        assertThatThrownBy(
                        () ->
                                run(
                                        DataSource.neuroBioSense(toy.baseline()),
                                        Optional.empty(),
                                        TrainingMix.ALL.withCap("youtube", 10),
                                        List.of(Control.Means.UPDATES)))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("source youtube: has a cap or weight")
                .hasMessageContaining("control conditions: need a condition that adds images");
        assertThat(folder.resolve("out/frames")).doesNotExist();
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

    private DataSource licensed() {
        return DataSource.neuroBioSense(toy.baseline()).withRights(ToyCorpus.RIGHTS);
    }

    private static DataSettings data(
            ImageFormat frames,
            double problemLimit,
            boolean strictRights,
            Map<LeakageKind, String> leaks) {
        return new DataSettings(
                SamplingRule.paper(), frames, problemLimit, strictRights, false, leaks);
    }

    @Test
    void missingRightsAndSimilarPeopleAreReportedOrRefusedBeforeAnythingIsDecoded()
            throws IOException {
        DataSource unlicensed = DataSource.neuroBioSense(toy.baseline());
        assertThatThrownBy(
                        () ->
                                run(
                                        unlicensed,
                                        Optional.empty(),
                                        data(ImageFormat.PNG, 0.5, true, Map.of()),
                                        TrainingMix.ALL,
                                        List.of()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("rights of source baseline: 18 of 18 have no licence");
        assertThat(folder.resolve("out/frames")).doesNotExist();

        StudyOutput output = run(withSimilarPerson(unlicensed.list()), Optional.empty());
        assertThat(output.notes())
                .hasSize(2)
                .contains(
                        "The rights of source baseline: 180 of 180 have no licence and 180 no"
                                + " consent; expected both for each.")
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("1 group of ids of people may be of one person");
        assertThat(told.messages).anyMatch(line -> line.startsWith("Note: participants: 1 group"));
        assertThat(Files.readString(output.report())).contains("180 of 180 have no licence");
        assertThat(folder.resolve("out/models/baseline.md")).content().contains("| unknown |");
    }

    @Test
    void peopleWithSimilarIdsAreRefusedBeforeAnythingIsDecoded() throws IOException {
        DataSource similar = withSimilarPerson(licensed().list());
        DataSettings strict = DataSettings.defaults().withStrictPeople(true);

        assertThatThrownBy(() -> run(similar, Optional.empty(), strict, TrainingMix.ALL, List.of()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("participants: 1 group of ids")
                .hasMessageContaining(" and P0");
        assertThat(folder.resolve("out/frames")).doesNotExist();
    }

    /** One recording of a person is said to be of somebody whose id differs in the prefix only. */
    private static DataSource withSimilarPerson(SourceListing all) {
        List<Recording> recordings = new ArrayList<>(all.recordings());
        Recording first = recordings.get(0);
        recordings.set(0, as(first, "P0" + first.participant()));
        return () ->
                new SourceListing(
                        all.source(), all.folder(), recordings, all.stills(), all.problems());
    }

    @Test
    void facesOfWhomNoConsentIsKnownAreCountedAndNotShown() throws IOException {
        DataSource unlicensed = DataSource.neuroBioSense(toy.baseline());
        StudyOutput output =
                Study.of(
                                settings()
                                        .withReport(
                                                ReportSettings.defaults()
                                                        .withFaces(ReportSettings.Faces.SHOWN)))
                        .run(StudySources.of(unlicensed));
        assertThat(Files.readString(output.report()))
                .containsPattern("[1-6] images are not shown, since the consent")
                .contains("There is no image to show.")
                .doesNotContain("<img src=");
        assertThat(folder.resolve("out/pictures")).doesNotExist();
    }

    @Test
    void aLeakThatIsAllowedStandsInTheReportWithItsReason() throws IOException {
        SourceListing all = licensed().list();
        String stranger =
                all.recordings().stream()
                        .filter(r -> r.category().equals(Optional.of(AdCategory.CAR_TECHNOLOGY)))
                        .findFirst()
                        .orElseThrow()
                        .participant();
        // Somebody of the training category is said to be the person of a test recording.
        DataSource leaking =
                () ->
                        new SourceListing(
                                all.source(),
                                all.folder(),
                                all.recordings().stream()
                                        .map(
                                                r ->
                                                        r.participant().equals("41")
                                                                ? as(r, stranger)
                                                                : r)
                                        .toList(),
                                all.stills(),
                                all.problems());
        assertThatThrownBy(() -> run(leaking, Optional.empty()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(stranger);

        StudyOutput output =
                run(
                        leaking,
                        Optional.empty(),
                        data(
                                ImageFormat.PNG,
                                0.5,
                                false,
                                Map.of(LeakageKind.PARTICIPANT, "a pilot run")),
                        TrainingMix.ALL,
                        List.of());
        assertThat(output.notes())
                .containsExactly(
                        "Leaks of the kind participant between splits did not stop this study: a"
                                + " pilot run.");
        assertThat(Files.readString(output.report())).contains("a pilot run");
    }

    private static Recording as(Recording recording, String participant) {
        return new Recording(
                recording.id(),
                recording.clips(),
                recording.label(),
                participant,
                recording.ad(),
                recording.category(),
                recording.demographics(),
                recording.rights());
    }

    @Test
    void framesAreStoredAsAskedAndTooManyProblemsStopTheStudy() throws IOException {
        Path clip;
        try (Stream<Path> tree = Files.walk(toy.baseline())) {
            clip =
                    tree.filter(path -> path.toString().endsWith(".mp4"))
                            .filter(path -> path.toString().contains("Cosmetics"))
                            .sorted()
                            .findFirst()
                            .orElseThrow();
        }
        Files.writeString(clip, "this is no video");
        assertThatThrownBy(
                        () ->
                                run(
                                        licensed(),
                                        Optional.empty(),
                                        data(ImageFormat.PNG, 0, false, Map.of()),
                                        TrainingMix.ALL,
                                        List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 of 18 items found cannot be used");

        run(
                licensed(),
                Optional.empty(),
                data(ImageFormat.jpeg(85).withLongestSide(120), 0.1, false, Map.of()),
                TrainingMix.ALL,
                List.of());
        var manifest = ManifestFile.read(folder.resolve("out/manifest/baseline.jsonl"));
        Path frame = manifest.samples().get(0).file();
        assertThat(frame.toString()).endsWith(".jpg");
        assertThat(ImageFiles.read(frame).width()).isEqualTo(120);
    }
}
