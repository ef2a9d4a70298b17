package dev.fer4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.cli.Fer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path scores;
    private Path better;

    @BeforeEach
    void writeScores() throws IOException {
        scores = write("scores.csv", 0.6);
        better = write("better.csv", 0.9);
    }

    private Path write(String name, double weight) throws IOException {
        StringBuilder csv = new StringBuilder("label,score,recording,participant,gender\n");
        for (int i = 0; i < 60; i++) {
            int label = i % 3 == 0 ? 0 : 1;
            double noise = (i * 7919 % 101) / 101.0;
            csv.append(label)
                    .append(',')
                    .append(weight * label * 0.5 + (1 - 0.5 * weight) * noise)
                    .append(",r")
                    .append(i / 6)
                    .append('-')
                    .append(label)
                    .append(",p")
                    .append(i / 6)
                    .append(i / 6 % 2 == 0 ? ",F\n" : ",\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private int fer(String... arguments) {
        return Fer.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void tablesAreForPeople() {
        assertThat(fer("score", scores.toString())).isZero();
        assertThat(out.toString())
                .contains("ROC AUC", "Average precision", "0.667")
                .contains("jackknife over 10 participants")
                .contains("By gender", "unknown", "Equalized odds difference");
    }

    @Test
    void jsonHasValuesWithIntervals() throws IOException {
        assertThat(fer("score", "--json", scores.toString())).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("n").asInt()).isEqualTo(60);
        for (String key :
                new String[] {"prevalence", "roc_auc", "average_precision", "pr_auc_trapezoid"}) {
            JsonNode value = json.get(key);
            assertThat(value.get("value").asDouble()).as(key).isBetween(0.0, 1.0);
        }
        JsonNode auc = json.get("roc_auc");
        assertThat(auc.get("low").asDouble()).isLessThan(auc.get("value").asDouble());
        assertThat(auc.get("high").asDouble()).isGreaterThan(auc.get("value").asDouble());
        assertThat(json.get("by_recording").get("n").asInt()).isEqualTo(20);
    }

    @Test
    void oneClassIsUndefinedWithItsReason() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "label,score\n1,0.5\n1,0.7\n");
        assertThat(fer("score", "--json", one.toString())).isZero();
        JsonNode auc = new ObjectMapper().readTree(out.toString()).get("roc_auc");
        assertThat(auc.get("undefined").asText())
                .isEqualTo("all 2 samples are of the positive class");
        assertThat(auc.has("value")).isFalse();
    }

    @Test
    void thresholdIsChosenOnOtherCases() {
        assertThat(fer("score", "--validation", better.toString(), scores.toString())).isZero();
        assertThat(out.toString()).contains("the largest Youden's J on 60 validation cases");
        assertThat(fer("score", "--threshold", "0.3", "--validation", "x", scores.toString()))
                .isEqualTo(2);
    }

    @Test
    void testFileIsRefusedAsValidation() throws IOException {
        Path copy = Files.copy(scores, folder.resolve("copy.csv"));

        assertThat(fer("score", "--validation", scores.toString(), scores.toString())).isEqualTo(1);
        assertThat(fer("score", "--validation", copy.toString(), scores.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("the same 60"));
        assertThat(fer("score", "--validation", better.toString(), scores.toString())).isZero();
        assertThat(out.toString()).contains("Note: 10 of the 10 participants of the validation");
    }

    @Test
    void groupsWithoutARateAreNamed() throws IOException {
        Path oneSided =
                Files.writeString(
                        folder.resolve("groups.csv"),
                        "label,score,gender\n1,0.8,A\n0,0.2,A\n0,0.8,B\n0,0.2,B\n");

        assertThat(fer("score", oneSided.toString())).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "Equal opportunity difference: undefined (needs two groups",
                        "Left out of gaps: B has no true positive rate: no sample");
    }

    @Test
    void fileNamesAreNoGroupsUnlessAskedFor() throws IOException {
        StringBuilder csv = new StringBuilder("image,label,score,participant_id\n");
        for (int i = 0; i < 200; i++) {
            csv.append("%04d.png,%s,%s,s%s\n".formatted(i, i % 2, i % 7 / 10.0, i / 10));
        }
        Path file = Files.writeString(folder.resolve("names.csv"), csv);

        assertThat(fer("score", file.toString())).isZero();
        assertThat(out.toString())
                .contains("jackknife over 20 participants")
                .contains("Column image is not used as a group: it has 200 values", "--group image")
                .contains("ECE and MCE: over 10 bins of")
                .doesNotContain("By image", "By participant_id");
        out.getBuffer().setLength(0);
        assertThat(fer("score", "--json", "--group", "image", file.toString())).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("groups").get(0).get("groups")).hasSize(200);
        assertThat(json.get("columns_not_grouped")).isEmpty();
        assertThat(json.get("calibration_bins").get("bins").asInt()).isEqualTo(10);
        assertThat(json.get("intervals_over").asText()).isEqualTo("participant");
        out.getBuffer().setLength(0);
        assertThat(
                        fer(
                                "score",
                                "--json",
                                "--column",
                                "participant=image",
                                "--column=Score=score",
                                file.toString()))
                .isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("independent").asInt())
                .isEqualTo(200);
        assertThat(fer("score", "--column", "participant", file.toString())).isEqualTo(2);
        assertThat(fer("score", "--column", "color=image", file.toString())).isEqualTo(2);
        assertThat(fer("score", "--group", "nothing", file.toString())).isEqualTo(1);
    }

    @Test
    void headerWithoutRowsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("header.csv"), "label,score,participant\n");

        assertThat(fer("score", file.toString())).isEqualTo(1);
        assertThat(fer("compare", scores.toString(), file.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("header.csv: has a header and no row"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anotherOrderIsExplainedAndIdsUndoIt() throws IOException {
        Path ordered = order("a.csv", "", false);
        Path reversed = order("b.csv", "", true);

        assertThat(fer("compare", ordered.toString(), reversed.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("line 2 is participant p5, not interested; line 2 of")
                .contains("is participant p0, interested. The cases seem to be in another order")
                .contains("column id")
                .doesNotContain("ScoredCase", "Optional");

        Path known = order("c.csv", "id,", false);
        Path shuffled = order("d.csv", "id,", true);
        assertThat(fer("compare", "--json", known.toString(), shuffled.toString())).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("comparisons").get(0).get("difference").get("value").asDouble())
                .isZero();
    }

    private Path order(String name, String id, boolean reversed) throws IOException {
        StringBuilder csv = new StringBuilder(id + "label,score,participant\n");
        for (int i = 0; i < 12; i++) {
            int at = reversed ? 11 - i : i;
            csv.append(id.isEmpty() ? "" : "c" + at + ",")
                    .append((at + 1) % 2 + "," + at % 5 + ",p" + at / 2 + "\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    @Test
    void wrongFileIsNamed() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "label,score\n2,0.5\n");
        assertThat(fer("score", wrong.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("wrong.csv", "line 2 label '2' is not 1 or 0");
    }

    @Test
    void classifiersAreCompared() throws IOException {
        assertThat(fer("compare", scores.toString(), better.toString())).isZero();
        assertThat(out.toString()).contains("better.csv", "p, Holm", "10 participants");
        out.getBuffer().setLength(0);
        assertThat(fer("compare", "--json", scores.toString(), better.toString())).isZero();
        JsonNode first = new ObjectMapper().readTree(out.toString()).get("comparisons").get(0);
        assertThat(first.get("metric").asText()).isEqualTo("roc_auc");
        assertThat(first.get("difference").get("value").asDouble()).isPositive();
        assertThat(first.get("difference").has("low")).isTrue();
        assertThat(first.get("p").get("value").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void otherCasesCannotBeCompared() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "label,score\n1,0.5\n0,0.4\n");
        assertThat(fer("compare", scores.toString(), other.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("has 2 cases, but the reference has 60");
    }
}
