package dev.fer4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.cli.ClipFile;
import dev.fer4j.cli.FerRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeCommandTest {

    @TempDir private Path folder;

    private Path data;

    /** Two clips in one folder, one of which lasts 2 s, and 25 folders without a label. */
    @BeforeEach
    void start() throws IOException {
        data = folder.resolve("data");
        Path person = data.resolve("Advertisement Categories/Food_and_Market/39");
        ClipFile.write(person.resolve("A01/J/1.mp4"), 10);
        ClipFile.write(person.resolve("A01/J/2.mp4"), 50);
        for (int ad = 10; ad < 35; ad++) {
            Path empty = Files.createDirectories(person.resolve("A" + ad + "/J"));
            Files.createFile(empty.resolve("1.mp4"));
        }
        Path people = Files.createDirectories(data.resolve("Participant Data"));
        Files.writeString(
                people.resolve("questionnaire.csv"),
                "SUBID,GENDER,AGE,ADDNO,INTERESTED IN\n39,F,20,A01,Yes\n");
    }

    @Test
    void laboratoryDataIsComparedWithThePaper() {
        FerRun run = FerRun.of("describe", data);

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "against the profile 'paper':",
                        "25 without a label in the questionnaire; no folder of participants 40–58",
                        "no folder of this category");
    }

    @Test
    void firstTwentyProblemsAreListed() {
        String out = FerRun.of("describe", data, "--expect", "none").out();

        assertThat(out)
                .doesNotContain("against the profile")
                .contains("problems:\n  NO_LABEL (25)\n    ")
                .endsWith("  … and 5 more; --json lists all\n");
        assertThat(out.lines().filter(line -> line.contains("is left out: has no row")))
                .hasSize(20);
    }

    @Test
    void jsonHoldsDescriptionComparisonAndAllProblems() throws IOException {
        JsonNode document = FerRun.of("describe", data, "--json").json();

        assertThat(document.path("description").path("recordings").asInt()).isEqualTo(1);
        assertThat(document.path("comparison").path("profile").asText()).isEqualTo("paper");
        JsonNode row = document.path("comparison").path("rows").get(0);
        assertThat(row.path("quantity").asText()).isEqualTo("RECORDINGS");
        assertThat(row.path("found").isInt()).isTrue();
        assertThat(row.path("difference").asInt()).isEqualTo(-302);
        assertThat(document.path("problems")).hasSize(25);
        assertThat(FerRun.of("describe", data, "--json", "--expect", "none").json().fieldNames())
                .toIterable()
                .containsExactly("description", "problems");
    }

    @Test
    void usersExpectTheirOwn() throws IOException {
        Path profile = folder.resolve("pilot.json");
        Files.writeString(
                profile,
                "{\"name\":\"pilot\",\"categories\":[{\"category\":\"food-market\","
                        + "\"recordings\":26,\"participants\":1}]}");

        assertThat(FerRun.of("describe", data, "--expect", profile).out())
                .contains("against the profile 'pilot':")
                .containsPattern("food-market recordings +1 +26 +-25  25 without a label")
                .containsPattern("food-market participants +1 +1 +0\n");

        FerRun missing = FerRun.of("describe", data, "--expect", folder.resolve("none.json"));
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).contains("none.json: is not a regular file");
    }

    @Test
    void unitAndLongestClipChooseTheRecordings() {
        assertThat(FerRun.of("describe", data, "--expect", "none").out())
                .startsWith("baseline: 1 recordings (2 clips)");
        assertThat(FerRun.of("describe", data, "--expect", "none", "--unit", "file").out())
                .startsWith("baseline: 2 recordings (2 clips)");
        String limited =
                FerRun.of("describe", data, "--json", "--unit", "file", "--longest-clip", "1.5")
                        .out();
        assertThat(limited)
                .contains("\"recordings\" : 1")
                .contains("lasts 2.000 s, longer than the longest clip of 1.5 s");
        assertThat(FerRun.of("describe", data, "--longest-clip", "0.2").out())
                .contains(
                        "25 without a label in the questionnaire; 1 without a clip that is short"
                                + " enough; no folder of participants 40–58");
    }

    @Test
    void otherLayoutsAreComparedOnRequestOnly() throws IOException {
        Path stills = Files.createDirectories(folder.resolve("stills"));
        Files.createFile(stills.resolve("a.png"));
        Files.writeString(stills.resolve("labels.csv"), "file,label\na.png,yes\n");

        assertThat(FerRun.of("describe", stills).out()).doesNotContain("against the profile");
        assertThat(FerRun.of("describe", stills, "--expect", "paper").out())
                .contains("against the profile 'paper'");
        FerRun unit = FerRun.of("describe", stills, "--unit", "file");
        assertThat(unit.status()).isEqualTo(2);
        assertThat(unit.err()).contains("--unit", "holds stills");
    }

    @Test
    void answersMayBeNamedAsLabels() throws IOException {
        Path stills = Files.createDirectories(folder.resolve("stills"));
        StringBuilder labels = new StringBuilder("file,label\n");
        for (int answer = 1; answer <= 5; answer++) {
            Files.createFile(stills.resolve(answer + ".png"));
            labels.append(answer).append(".png,").append(answer).append('\n');
        }
        Files.writeString(stills.resolve("labels.csv"), labels);

        assertThat(FerRun.of("describe", stills).out())
                .contains("0 stills", "UNKNOWN_LABEL (5)", "--positive");
        assertThat(FerRun.of("describe", stills, "--positive", "4,5", "--negative", "1").out())
                .contains("labels: INTERESTED 2, NOT_INTERESTED 1", "UNKNOWN_LABEL (2)");
        FerRun contradiction =
                FerRun.of("describe", stills, "--positive", "4", "--negative", "4.0");
        assertThat(contradiction.status()).isEqualTo(2);
        assertThat(contradiction.err()).contains("--positive and --negative");
    }

    @Test
    void wrongUsageIsTold() {
        for (String seconds : new String[] {"0", "-1", "NaN", "Infinity", "long"}) {
            FerRun run = FerRun.of("describe", data, "--longest-clip", seconds);
            assertThat(run.status()).as(seconds).isEqualTo(2);
            assertThat(run.err()).contains("--longest-clip");
        }
        assertThat(FerRun.of("describe", data, "--unit", "clip").status()).isEqualTo(2);
    }

    @Test
    void linkedFoldersAreDescribedAsTheirTargets() throws IOException {
        Path stills = folder.resolve("stills");
        for (String name : List.of("stills/interested/p1.png", "elsewhere/p2.png")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
        Files.createSymbolicLink(stills.resolve("not-interested"), Path.of("../elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("stills"));
        Path lab = Files.createSymbolicLink(folder.resolve("lab"), Path.of("data"));
        for (Path one : List.of(stills, link)) {
            JsonNode found = FerRun.of("describe", one, "--json").json();
            assertThat(found.path("description").path("stills").asInt()).isEqualTo(2);
            assertThat(found.path("problems")).isEmpty();
        }
        assertThat(FerRun.of("describe", lab).out()).contains("against the profile 'paper':");
    }
}
