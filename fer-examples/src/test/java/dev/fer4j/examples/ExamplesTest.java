package dev.fer4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Erasure;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.describe.DatasetDescription;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.video.SampledFrame;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.scored.Measured;
import dev.fer4j.eval.scored.ScoreComparison;
import dev.fer4j.eval.scored.ScoreMetric;
import dev.fer4j.eval.scored.Scorecard;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.output.TrainOutput;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.model.GroupPrediction;
import dev.fer4j.train.model.HeatMap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs every example as its documentation says, on what it runs on without arguments. */
class ExamplesTest {

    private static final String[] NONE = {};

    private static final PrintStream STANDARD_OUTPUT = System.out;

    private static ToyFolders toy;

    @BeforeAll
    static void startAnew() throws IOException {
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        Path home = ExampleInputs.folder("");
        if (Files.exists(home)) {
            try (Stream<Path> tree = Files.walk(home)) {
                for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (String folder : List.of("toy", "erase/toy")) {
            SharedToyCorpus.copy(home.resolve(folder), new Seed(1), ToyScale.SMALLEST);
        }
        toy = ExampleInputs.toy();
    }

    @AfterAll
    static void printAgain() {
        System.setOut(STANDARD_OUTPUT);
    }

    private static Path written(String example, String file) {
        return ExampleInputs.folder(example).resolve(file);
    }

    @Test
    void tenFramesOfAVideoAreSampled() throws IOException {
        SampleFrames.main(NONE);
        List<SampledFrame> frames =
                SampleFrames.sample(ExampleInputs.clips(1).get(0), ExampleInputs.folder("frames"));
        assertThat(frames).hasSize(10);
        assertThat(frames).extracting(SampledFrame::seconds).isSorted();
        RgbImage last = frames.get(9).image();
        assertThat(ImageFiles.read(written("frames", "9.png")).rgb()).isEqualTo(last.rgb());
        RgbImage sheet = ImageFiles.read(written("frames", "sheet/sheet.png"));
        assertThat(sheet.width()).isEqualTo(5 * (last.width() + 4));
        assertThat(sheet.height()).isEqualTo(2 * (last.height() + 4));
    }

    @Test
    void foldersOfVideosAndOfStillsAreDescribed() throws IOException {
        DescribeFolder.main(NONE);
        DatasetDescription videos = DescribeFolder.describe(toy.baseline()).description();
        assertThat(videos.recordings()).isEqualTo(18);
        assertThat(videos.participants()).isEqualTo(9);
        assertThat(videos.categories()).hasSize(3);
        DatasetDescription stills = DescribeFolder.describe(toy.youtube()).description();
        assertThat(stills.recordings()).isZero();
        assertThat(stills.participants()).isEqualTo(8);
    }

    @Test
    void ownSourceGivesGroupsAndNamesWhatItCannotRead() throws IOException {
        OwnDataSource.main(NONE);
        Manifest manifest = ManifestFile.read(written("own", "own.jsonl"));
        assertThat(manifest.samples())
                .extracting(Sample::participant)
                .containsExactly("ada", "ada", "bo");
        assertThat(manifest.samples().get(2).groups().values()).containsEntry("country", "ES");
        assertThat(manifest.quarantined()).hasSize(1);
    }

    @Test
    void composingAndTrainingEndWithAnAuc() throws IOException {
        ReadmeExample.main(NONE);
        Outcome auc =
                ReadmeExample.rocAuc(
                        toy.baseline(),
                        toy.youtube(),
                        ExampleInputs.folder("readme"),
                        ExampleInputs.SMALL,
                        ProgressListener.none());
        assertThat(auc.value()).hasValueSatisfying(value -> assertThat(value).isBetween(0.0, 1.0));
    }

    @Test
    void studyComparesTwoConditionsAndIsReadTheSecondTime() throws IOException {
        RunStudy.main(NONE);
        StudyOutput out =
                RunStudy.run(
                        toy.baseline(),
                        toy.youtube(),
                        ExampleInputs.folder("study"),
                        ExampleInputs.SMALL);
        assertThat(out.trained()).isZero();
        assertThat(out.reused()).isEqualTo(2);
        assertThat(out.result().cells())
                .extracting(cell -> cell.cell().condition().id())
                .containsExactly("baseline", "baseline-youtube");
        assertThat(out.report()).isNotEmptyFile();
        assertThat(Files.readAllLines(written("study", "table1.csv"))).hasSize(3);
    }

    @Test
    void modelIsTrainedThenPredictsAndIsExplained() throws IOException {
        TrainOneModel.main(NONE);
        TrainOutput trained =
                TrainOneModel.train(
                        toy.baseline(), ExampleInputs.folder("model"), ExampleInputs.SMALL);
        assertThat(trained.trainedNow()).isFalse();
        assertThat(trained.history().epochs()).hasSize(1);
        assertThat(trained.files()).contains("model.safetensors", "MODEL_CARD.md");

        PredictImages.main(NONE);
        Path model = ExampleInputs.model();
        List<Path> clips = List.of(written("clips", "clip0"), written("clips", "clip1"));
        assertThat(PredictImages.predict(model, clips))
                .allSatisfy(clip -> assertThat(clip.probability()).isBetween(0.0, 1.0))
                .extracting(GroupPrediction::images)
                .containsExactly(10, 10);

        ExplainPrediction.main(NONE);
        Path overlay = written("explained", "overlay.png");
        HeatMap map = ExplainPrediction.explain(model, ExampleInputs.still(), overlay);
        assertThat(map.stage()).isEqualTo("block5");
        RgbImage face = ImageFiles.read(ExampleInputs.still());
        assertThat(ImageFiles.read(overlay).rgb()).isEqualTo(map.over(face, 0.7).rgb());
    }

    @Test
    void scoresHaveIntervalsOverPeopleAndGroups() throws IOException {
        ScoreAnyClassifier.main(NONE);
        Scorecard card = ScoreAnyClassifier.score(written("scores", "mine.csv"));
        assertThat(card.n()).isEqualTo(200);
        assertThat(card.independent()).isEqualTo(40);
        Measured auc = card.values().get(ScoreMetric.ROC_AUC);
        Interval interval = auc.interval().result().orElseThrow();
        assertThat(interval.contains(auc.value().value().orElseThrow())).isTrue();
        assertThat(interval.lower()).isGreaterThan(0.5);
        assertThat(card.groups()).extracting(report -> report.column()).containsExactly("gender");
    }

    @Test
    void betterClassifierIsBetter() throws IOException {
        CompareClassifiers.main(NONE);
        ScoreComparison comparison =
                CompareClassifiers.compare(
                        List.of(
                                written("scores", "reference.csv"),
                                written("scores", "better.csv")));
        assertThat(comparison.differences())
                .hasSize(2)
                .allSatisfy(
                        one ->
                                assertThat(
                                                one.difference()
                                                        .interval()
                                                        .result()
                                                        .orElseThrow()
                                                        .liesAboveZero())
                                        .isTrue());
    }

    @Test
    void curvesAreDrawnInBothFormats() throws IOException {
        DrawCurves.main(NONE);
        for (String figure : List.of("roc", "pr", "calibration")) {
            assertThat(written("figures", figure + ".svg")).content().contains("<svg");
            assertThat(ImageFiles.read(written("figures", figure + ".png")).width())
                    .isGreaterThan(200);
        }
    }

    @Test
    void ownAugmentationWritesAnImage() throws IOException {
        OwnAugmentation.main(NONE);
        assertThat(ImageFiles.read(written("augmented", "augmented.png")).width()).isEqualTo(96);
    }

    @Test
    void generatorMakesAnImageOfEachSeed() throws IOException {
        SyntheticFaces.main(NONE);
        Path sheet = written("synthetic", "two.png");
        List<RgbImage> images = SyntheticFaces.generate(toy.generator(), 2, sheet);
        assertThat(images).hasSize(2);
        assertThat(images.get(0).rgb()).isNotEqualTo(images.get(1).rgb());
        RgbImage all = ImageFiles.read(written("synthetic", "sheet.png"));
        assertThat(all.width()).isEqualTo(4 * (images.get(0).width() + 2));
    }

    @Test
    void erasedPersonsImagesAndThoseMadeOfThemAreGone() throws IOException {
        EraseAPerson.main(NONE);
        Path manifests = ExampleInputs.folder("erase").resolve("manifest");
        Manifest synthetic = ManifestFile.read(manifests.resolve("stylegan2.jsonl"));
        String person = synthetic.samples().get(0).participant();
        Erasure erasure = Erasure.of(List.of(synthetic), person);
        assertThat(erasure.removed()).isNotEmpty();
        assertThat(erasure.files()).noneMatch(Files::exists);
        assertThat(erasure.remaining().get(0).samples())
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.file()).exists());
    }

    @Test
    void everyExampleIsAProgramOfLessThanEightyLines() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/fer4j/examples"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThan(80);
            }
        }
    }
}
