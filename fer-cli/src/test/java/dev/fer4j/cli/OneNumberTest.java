package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.core.io.PredictionsCsv;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.study.Study;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One small study, trained on pictures that show their label most of the time: its threshold, test
 * ROC AUC, interval and accuracy are the same wherever they are printed.
 */
class OneNumberTest {

    private static final int PEOPLE = 8;
    private static final int RECORDINGS = 3;
    private static final int SIDE = 48;

    private static final TrainingPlan TRAINING =
            TrainingPlan.small()
                    .withBackbone(MiniXception.defaults().withWidth(0.25))
                    .withInputSize(SIDE)
                    .withEpochs(2);

    @TempDir private static Path folder;

    private static Manifest manifest;
    private static Path model;
    private static Path card;
    private static Predictions validation;
    private static Predictions test;
    private static JsonNode report;
    private static JsonNode score;

    /** What fer-eval computes. */
    private static Threshold threshold;

    private static Outcome auc;
    private static Interval interval;
    private static Outcome accuracy;

    @BeforeAll
    static void runTheStudy() throws IOException {
        manifest = manifest(folder.resolve("pictures"));
        Path out = folder.resolve("out");
        Path list = folder.resolve("pictures.jsonl");
        ManifestFile.write(list, manifest, folder);
        StudyOutput study =
                Study.of(
                                StudySettings.paper(out)
                                        .withConditions(Condition.BASELINE)
                                        .withTraining(TRAINING))
                        .run(StudySources.of(DataSource.manifest(list)));
        CellResult cell = study.result().cells().get(0);
        String name = study.result().plan().cellName(cell.cell());
        model = out.resolve("models").resolve(name + ".safetensors");
        card = out.resolve("models").resolve(name + ".md");
        report = new ObjectMapper().readTree(out.resolve("report.json").toFile());

        validation = cell.validation();
        test = cell.test();
        PredictionsCsv.write(folder.resolve("validate.csv"), validation);
        PredictionsCsv.write(folder.resolve("test.csv"), test);
        score =
                fer(
                        "score",
                        folder.resolve("test.csv"),
                        "--validation",
                        folder.resolve("validate.csv"),
                        "--json");

        threshold = ThresholdRule.maximalYouden().choose(validation).threshold().orElseThrow();
        auc = RocCurve.of(test.positives(), test.probabilities()).auc();
        interval =
                ClusteredMetric.auc(test, Clusters.participants(test))
                        .estimate()
                        .flatMap(Estimate::shareInterval)
                        .result()
                        .orElseThrow();
        accuracy = ConfusionMatrix.at(test, threshold.value()).accuracy();
    }

    private static JsonNode fer(Object... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                Fer.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        assertThat(status).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    /** The upper or the lower half is bright; of one recording in four the wrong one. */
    private static Manifest manifest(Path pictures) throws IOException {
        List<Sample> samples = new ArrayList<>();
        RandomGenerator random = new Seed(7).generator();
        for (AdCategory category :
                List.of(
                        AdCategory.FOOD_MARKET,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.CAR_TECHNOLOGY)) {
            for (int i = 0; i < PEOPLE * RECORDINGS; i++) {
                Label label = i % 2 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED;
                boolean shown = label == Label.INTERESTED == random.nextInt(4) > 0;
                for (int image = 0; image < 2; image++) {
                    String id = category + "-" + i + "-" + image;
                    Path file = pictures.resolve(id + ".png").toAbsolutePath();
                    ImageFiles.writePng(file, picture(shown, random));
                    samples.add(
                            new Sample(
                                    id,
                                    file,
                                    label,
                                    category + "-p" + i / RECORDINGS,
                                    category + "-r" + i,
                                    Optional.empty(),
                                    Optional.of(category),
                                    "baseline",
                                    new Origin.StillImage(id),
                                    Demographics.UNKNOWN,
                                    Rights.UNKNOWN,
                                    Sha256.of(file)));
                }
            }
        }
        return new Manifest("baseline", samples, List.of());
    }

    private static RgbImage picture(boolean upperIsBright, RandomGenerator random) {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        int contrast = random.nextInt(120);
        for (int i = 0; i < rgb.length; i++) {
            boolean bright = i < rgb.length / 2 == upperIsBright;
            rgb[i] = (byte) (60 + random.nextInt(40) + (bright ? contrast : 0));
        }
        return new RgbImage(SIDE, SIDE, rgb);
    }

    /** Cells of the table of a report with that beginning of its title, its first row. */
    private static List<String> firstRow(String title, String... columns) {
        List<JsonNode> tables = new ArrayList<>();
        report.path("sections").forEach(s -> s.path("blocks").forEach(tables::add));
        JsonNode table =
                tables.stream()
                        .filter(block -> block.path("title").asText().startsWith(title))
                        .findFirst()
                        .orElseThrow();
        List<String> names = new ArrayList<>();
        table.path("columns").forEach(column -> names.add(column.asText()));
        return Stream.of(columns)
                .map(column -> table.path("rows").path(0).path(names.indexOf(column)).asText())
                .toList();
    }

    /** Otherwise equal numbers would say little. */
    @Test
    void modelIsNeitherPerfectNorWithoutSkill() {
        assertThat(auc.value().orElseThrow()).isBetween(0.55, 0.99);
        assertThat(interval.lower()).isLessThan(interval.upper());
        assertThat(threshold.value()).isNotEqualTo(0.5);
    }

    @Test
    void reportHasThem() {
        assertThat(firstRow("Table 2", "ROC AUC", "95% of ROC AUC"))
                .containsExactly(auc.format(3), interval.toText(3));
        assertThat(firstRow("Test split, by unit", "ROC AUC", "95% of ROC AUC"))
                .containsExactly(auc.format(3), interval.toText(3));
        assertThat(firstRow("Test split at the threshold", "Threshold", "Accuracy"))
                .containsExactly(Outcome.of(threshold.value()).format(3), accuracy.format(3));
    }

    @Test
    void table2HasThem() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out/table2.csv"));
        List<String> header = List.of(lines.get(0).split(","));
        List<String> row =
                lines.stream()
                        .map(line -> List.of(line.split(",")))
                        .filter(cells -> cells.contains("test") && cells.contains("image"))
                        .findFirst()
                        .orElseThrow();

        assertThat(Double.parseDouble(row.get(header.indexOf("roc_auc"))))
                .isEqualTo(auc.value().orElseThrow());
        assertThat(Double.parseDouble(row.get(header.indexOf("accuracy"))))
                .isEqualTo(
                        ConfusionMatrix.at(test, Threshold.HALF.value())
                                .accuracy()
                                .value()
                                .orElseThrow());
    }

    @Test
    void modelFileAndCardHaveThem() throws IOException {
        assertThat(ModelFile.describe(model).threshold().value()).isEqualTo(threshold.value());
        assertThat(ModelFile.describe(model).threshold().origin()).isEqualTo(threshold.origin());
        assertThat(Files.readString(card)).contains(threshold.origin());
        List<String> images =
                Files.readString(card)
                        .lines()
                        .filter(line -> line.startsWith("| image |"))
                        .map(line -> List.of(line.split(" *\\| *")))
                        .findFirst()
                        .orElseThrow();
        assertThat(images.get(5)).isEqualTo(auc.format(3) + " (" + interval.toText(3) + ")");
        assertThat(images.get(6)).startsWith(accuracy.format(3) + " (");
    }

    @Test
    void scoreHasThem() {
        assertThat(score.path("threshold").path("threshold").asDouble())
                .isEqualTo(threshold.value());
        assertThat(score.path("roc_auc").path("value").asDouble())
                .isEqualTo(auc.value().orElseThrow());
        assertThat(score.path("roc_auc").path("low").asDouble())
                .isCloseTo(interval.lower(), within(1e-12));
        assertThat(score.path("roc_auc").path("high").asDouble())
                .isCloseTo(interval.upper(), within(1e-12));
        assertThat(score.path("at_threshold").path("accuracy").path("value").asDouble())
                .isEqualTo(accuracy.value().orElseThrow());
    }

    /** From pixels, by a folded network: equal to the last digit that is printed. */
    @Test
    void predictHasThem() throws IOException {
        List<Sample> samples =
                Composition.compose(Condition.BASELINE, CategorySplit.paper(), List.of(manifest))
                        .samples(Split.TEST);
        Path file = folder.resolve("test.jsonl");
        ManifestFile.write(file, new Manifest("baseline", samples, List.of()), folder);
        JsonNode predicted = fer("predict", model, file, "--json");

        assertThat(predicted.path("threshold").asDouble()).isEqualTo(threshold.value());
        double[] probabilities = new double[samples.size()];
        int right = 0;
        for (int i = 0; i < probabilities.length; i++) {
            JsonNode row = predicted.path("predictions").path(i);
            probabilities[i] = row.path("probability").asDouble();
            right += row.path("label").asText().equals(samples.get(i).label().name()) ? 1 : 0;
        }
        assertThat(probabilities)
                .hasSize(test.size())
                .containsExactly(test.probabilities(), within(1e-5));
        assertThat(RocCurve.of(test.positives(), probabilities).auc().format(3))
                .isEqualTo(auc.format(3));
        assertThat((double) right / samples.size()).isEqualTo(accuracy.value().orElseThrow());
    }
}
