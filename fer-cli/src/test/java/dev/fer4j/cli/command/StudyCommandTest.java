package dev.fer4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.cli.Fer;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.FolderLock;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.core.io.PredictionsFile;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole study at its smallest, on real videos, a real workbook and real trainings. */
class StudyCommandTest {

    private static final List<String> CONDITIONS =
            List.of(
                    "baseline",
                    "baseline-youtube",
                    "baseline-stylegan2",
                    "baseline-youtube-stylegan2");

    @TempDir private static Path folder;

    private static Path first;
    private static String printed;

    private static String study(Path out, String... more) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        String[] arguments =
                Stream.concat(
                                Stream.of(
                                        "study",
                                        "--toy-scale",
                                        "smallest",
                                        "--input",
                                        "71",
                                        "--width",
                                        "0.125",
                                        "--out",
                                        out.toString()),
                                Arrays.asList(more).contains("--epochs")
                                        ? Stream.of(more)
                                        : Stream.concat(
                                                Stream.of("--epochs", "2"), Stream.of(more)))
                        .toArray(String[]::new);
        int status = Fer.run(new PrintWriter(stdout), new PrintWriter(stderr), arguments);
        assertThat(status).as(stderr.toString()).isZero();
        return stdout.toString();
    }

    @BeforeAll
    static void runOnce() throws IOException {
        first = folder.resolve("first");
        SharedToyCorpus.copy(first.resolve("toy/smallest-seed1"), new Seed(1), ToyScale.SMALLEST);
        printed = study(first);
    }

    @Test
    void everyOutputIsThere() throws IOException {
        for (String condition : CONDITIONS) {
            assertThat(first.resolve("composition/" + condition + ".json")).isNotEmptyFile();
            assertThat(first.resolve("croissant/" + condition + ".json")).isNotEmptyFile();
            assertThat(first.resolve("croissant/" + condition + "-samples.csv")).isNotEmptyFile();
            assertThat(first.resolve("audit/" + condition + ".json")).isNotEmptyFile();
            assertThat(first.resolve("audit/" + condition + ".csv")).isNotEmptyFile();
            assertThat(first.resolve("history/" + condition + ".csv")).isNotEmptyFile();
            assertThat(first.resolve("predictions/" + condition + "-validate.jsonl"))
                    .isNotEmptyFile();
            assertThat(first.resolve("predictions/" + condition + "-test.jsonl")).isNotEmptyFile();
            ModelDescription model =
                    ModelFile.describe(first.resolve("models/" + condition + ".safetensors"));
            assertThat(model.trainedOn().notes()).containsEntry("ending", "COMPLETED");
            assertThat(model.threshold().rule()).contains("60 validation cases");
            assertThat(first.resolve("models/" + condition + ".md"))
                    .content()
                    .contains(model.threshold().rule(), "| Trained on | food-market |")
                    .contains("CC0-1.0", "not needed: drawn, no real person", "Out of scope");
        }
        for (String figure : List.of("loss", "accuracy", "pr", "roc")) {
            assertThat(first.resolve("figures/" + figure + ".png")).isNotEmptyFile();
            assertThat(first.resolve("figures/" + figure + ".svg")).isNotEmptyFile();
        }
        for (String file :
                List.of(
                        "manifest/baseline.jsonl",
                        "manifest/youtube.jsonl",
                        "manifest/stylegan2.jsonl",
                        "audit/quality.json",
                        "audit/synthetic.json",
                        "table1.csv",
                        "table2.csv",
                        "anova.json",
                        "report.html",
                        "provenance.json")) {
            assertThat(first.resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void consoleEndsWithBothTables() {
        assertThat(printed.indexOf("Table 2")).isGreaterThan(printed.lastIndexOf("Table 1."));
        assertThat(printed).contains("Prevalence");
    }

    @Test
    void lastLinesAreTheFindingTheDifferencesAndTheReport() throws IOException {
        String end = printed.substring(printed.indexOf("\nFinding: ") + 1);
        assertThat(end.lines().skip(end.lines().count() - 5))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "Difference of the test ROC AUC per image from"
                                                        + " Baseline:"),
                        line -> assertThat(line).matches("  Baseline \\+ YouTube: [+-]0.*"),
                        line -> assertThat(line).matches("  Baseline \\+ StyleGAN2: [+-]0.*"),
                        line ->
                                assertThat(line)
                                        .matches("  Baseline \\+ YouTube \\+ StyleGAN2: [+-]0.*"),
                        line ->
                                assertThat(line)
                                        .isEqualTo("Report: " + first.resolve("report.html")));
        String finding =
                end.substring("Finding: ".length(), end.indexOf("\nDifference "))
                        .replace("\n ", "");
        assertThat(first.resolve("report.html")).content().contains(finding);
        assertThat(end.lines().limit(2)).allMatch(line -> line.length() <= 100);
    }

    @Test
    void everyOutputOfSyntheticImagesSaysThatStyleGan2MadeThem() throws IOException {
        assertThat(printed).contains("Baseline + StyleGAN2");
        for (String file :
                List.of(
                        "report.html",
                        "composition/baseline-stylegan2.json",
                        "table1.csv",
                        "table2.csv",
                        "anova.json")) {
            assertThat(Files.readString(first.resolve(file)))
                    .as(file)
                    .contains("Baseline + StyleGAN2");
        }
        for (String file : List.of("manifest/stylegan2.jsonl", "provenance.json", "report.html")) {
            assertThat(Files.readString(first.resolve(file))).as(file).contains("stylegan2-fer4j-");
        }
    }

    @Test
    void tenFramesOfEveryRecordingAreSampled() throws IOException {
        var manifest = ManifestFile.read(first.resolve("manifest/baseline.jsonl"));
        assertThat(manifest.samples()).hasSize(18 * 10);
        assertThat(manifest.quarantined()).isEmpty();
        assertThat(manifest.samples()).allMatch(sample -> Files.exists(sample.file()));
    }

    @Test
    void auditsCountEveryImage() throws IOException {
        for (String condition : CONDITIONS) {
            List<String> cells = Files.readAllLines(first.resolve("audit/" + condition + ".csv"));
            int images =
                    cells.stream()
                            .skip(1)
                            .mapToInt(row -> Integer.parseInt(row.replace("\"", "").split(",")[6]))
                            .sum();
            JsonNode counts =
                    new ObjectMapper()
                            .readTree(first.resolve("composition/" + condition + ".json").toFile())
                            .path("counts");
            assertThat(images)
                    .isPositive()
                    .isEqualTo(
                            counts.at("/train/total").asInt()
                                    + counts.at("/validate/total").asInt()
                                    + counts.at("/test/total").asInt());
        }
        JsonNode quality =
                new ObjectMapper().readTree(first.resolve("audit/quality.json").toFile());
        assertThat(quality.at("/audit/sources/0/images").asInt()).isEqualTo(18 * 10);
    }

    @Test
    void reportShowsWhatWentInWithoutRepeatingTheEvaluationSplits() throws IOException {
        String html = Files.readString(first.resolve("report.html"));
        String prevalence =
                html.substring(
                        html.indexOf("<h3>Prevalence, and its shift"),
                        html.indexOf("<h3>People, and how many"));
        assertThat(prevalence.split("<td>Train: ", -1)).hasSize(CONDITIONS.size() + 1);
        assertThat(prevalence)
                .containsOnlyOnce("<td>Validate</td>")
                .containsOnlyOnce("<td>Test</td>");
        assertThat(html)
                .contains("<h3>Smallest groups of split")
                .contains("<h3>Images with quality flags")
                .contains("<h3>Measures of image quality");
    }

    @Test
    void reportNeedsNoNetwork() throws IOException {
        String html = Files.readString(first.resolve("report.html"));
        assertThat(html)
                .doesNotContainPattern("(src|href)=[\"'](https?:)?//")
                .doesNotContain("<script src")
                .contains("<svg")
                .contains("prevalence");
    }

    @Test
    void sameSeedGivesTheSamePredictionsByteForByte() throws IOException {
        Path second = folder.resolve("second");
        study(second);
        assertThat(digests(second)).isEqualTo(digests(first));
    }

    private static Map<String, String> digests(Path out) throws IOException {
        JsonNode provenance =
                new ObjectMapper().readTree(out.resolve("provenance.json").toFile()).get("sha256");
        Map<String, String> digests = new TreeMap<>();
        provenance
                .fields()
                .forEachRemaining(
                        field -> {
                            // Still images lie outside the output folder: their manifests name it.
                            if (field.getKey()
                                    .matches(
                                            "(predictions|history|figures|audit|models)/.*|table.*")) {
                                digests.put(field.getKey(), field.getValue().asText());
                            }
                        });
        assertThat(digests).hasSizeGreaterThan(18);
        return digests;
    }

    @Test
    void rerunDoesNothingAgainAndPrintsOneJsonDocument() throws IOException {
        Path predictions = first.resolve("predictions/baseline-test.jsonl");
        var before = Files.getLastModifiedTime(predictions);
        String json = study(first, "--json");
        JsonNode document = new ObjectMapper().readTree(json);
        assertThat(document.path("trained").asInt()).isZero();
        assertThat(document.path("reused").asInt()).isEqualTo(4);
        // Each condition's network, and a model of metadata.
        assertThat(document.path("table2").size()).isEqualTo(2 * 4 * 2 * 3);
        assertThat(Files.getLastModifiedTime(predictions)).isEqualTo(before);
    }

    @Test
    void facesAreShownOnlyWhileTheUserAsksForThem() throws IOException {
        Path out = folder.resolve("faces");
        SharedToyCorpus.copy(out.resolve("toy/smallest-seed1"), new Seed(1), ToyScale.SMALLEST);
        study(out, "--show-faces", "--epochs", "1");
        String withFaces = Files.readString(out.resolve("report.html"));
        assertThat(withFaces)
                .contains("Worst scored", "Recorded as ", "Grad-CAM")
                .contains("<img src=\"data:image/png");
        assertThat(out.resolve("pictures")).isNotEmptyDirectory();

        study(out, "--epochs", "1");
        assertThat(Files.readString(out.resolve("report.html")))
                .doesNotContain("Worst scored", "<img src=\"data:");
        assertThat(out.resolve("pictures")).isEmptyDirectory();
    }

    @Test
    void testPredictionsBelongToPeopleWhoWereNotTrainedOn() throws IOException {
        var test = PredictionsFile.read(first.resolve("predictions/baseline-test.jsonl"));
        var validation = PredictionsFile.read(first.resolve("predictions/baseline-validate.jsonl"));
        assertThat(test.all().stream().map(p -> p.participant()))
                .doesNotContainAnyElementsOf(
                        validation.all().stream().map(p -> p.participant()).toList());
        assertThat(test.all()).hasSize(60);
    }

    @Test
    void folderInUseIsRefused() throws IOException {
        StringWriter err = new StringWriter();
        try (FolderLock held =
                FolderLock.acquire(folder.resolve("held"), OwnedFolder.Content.RESULTS)) {
            int status =
                    Fer.run(
                            new PrintWriter(new StringWriter()),
                            new PrintWriter(err),
                            "study",
                            "--out",
                            held.folder().toString());
            assertThat(status).isEqualTo(1);
        }
        assertThat(err.toString()).contains("held").contains("in use");
    }
}
