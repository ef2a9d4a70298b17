package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FerTest {

    @TempDir private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run fer(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Fer.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(status, out.toString(), err.toString());
    }

    @Test
    void helpNamesEverySubcommand() {
        Run run = fer("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("study", "train", "toy", "describe", "sample");
    }

    @ParameterizedTest
    @CsvSource({
        "study, study",
        "train, train",
        "gan-train, gan",
        "generate, generated",
        "synthesize, synthetic"
    })
    void outputGoesToTheWorkingFolderUnlessTheLauncherSetsAnother(String command, String name) {
        assertThat(fer(command, "--help").out()).contains("Default: fer-" + name + ".");
        System.setProperty("fer.out", "checkout/");
        try {
            assertThat(fer(command, "--help").out()).contains("Default: checkout/" + name + ".");
        } finally {
            System.clearProperty("fer.out");
        }
    }

    @Test
    void nothingAtAllIsWrongUsage() {
        Run run = fer();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: fer");
    }

    @Test
    void unknownOptionIsWrongUsage() {
        Run run = fer("study", "--epoch", "3");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--epoch").contains("--epochs");
    }

    @Test
    void badSettingsAreWrongUsageOrAMessage() {
        assertThat(fer("study", "--epochs", "0").status()).isEqualTo(2);
        assertThat(fer("study", "--input", "50").err()).contains("71");
        assertThat(fer("study", "--youtube", "x").err()).contains("--baseline");
        assertThat(fer("study", "--cap", "youtube=0").err()).contains("cap 0 of source youtube");
        assertThat(fer("study", "--weight", "youtube=-1").status()).isEqualTo(2);
        assertThat(fer("study", "--controls", "duplicates,more").err()).contains("more");
        Run device = fer("study", "--device", "tpu");
        assertThat(device.status()).isEqualTo(1);
        assertThat(device.err()).contains("tpu").contains("gpu:N");
    }

    @Test
    void planSaysHowMuchOfEachSourceTrains() {
        Run run =
                fer(
                        "study",
                        "--cap",
                        "youtube=500",
                        "--cap",
                        "baseline=1000",
                        "--weight",
                        "stylegan2=0.5",
                        "--controls",
                        "updates,duplicates",
                        "--device",
                        "gpu:7",
                        "--out",
                        folder.resolve("out").toString());
        assertThat(run.out())
                .containsPattern("most images +\\{baseline=1000, youtube=500\\}")
                .containsPattern("weights +\\{stylegan2=0.5\\}")
                .containsPattern("control conditions +duplicates, updates");
    }

    @Test
    void absentGpuIsAMessageAndNoStackTrace() {
        Run run = fer("study", "--device", "gpu:7", "--out", folder.resolve("out").toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("fer: device gpu:7").doesNotContain("\tat ");
    }

    @Test
    void missingFolderIsAMessageAndNoStackTrace() {
        Run run = fer("describe", folder.resolve("nowhere").toString());
        assertThat(run.status()).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(run.err()).startsWith("fer: ").contains("nowhere").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void emptyFolderIsAMessage() throws IOException {
        Run run =
                fer(
                        "study",
                        "--baseline",
                        Files.createDirectory(folder.resolve("empty")).toString(),
                        "--out",
                        folder.resolve("out").toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("empty").doesNotContain("\tat ");
    }

    @Test
    void toyCorpusIsWrittenAndDescribed() throws IOException {
        String home = folder.resolve("toy").toString();
        Run toy = fer("toy", home, "--scale", "smallest", "--json");
        assertThat(toy.status()).isZero();
        JsonNode folders = new ObjectMapper().readTree(toy.out());
        String baseline = folders.path("baseline").asText();

        Run text = fer("describe", baseline);
        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("food-market", "cosmetics-fashion", "car-technology");

        JsonNode description =
                new ObjectMapper().readTree(fer("describe", baseline, "--json").out());
        assertThat(description.isObject()).isTrue();

        assertThat(fer("describe", folders.path("youtube").asText()).status()).isZero();
        Run orphan = fer("describe", folders.path("synthetic").asText());
        assertThat(orphan.status()).isEqualTo(2);
        assertThat(orphan.err()).contains("--parents");
        assertThat(
                        fer("describe", folders.path("synthetic").asText(), "--parents", baseline)
                                .status())
                .isZero();
    }
}
