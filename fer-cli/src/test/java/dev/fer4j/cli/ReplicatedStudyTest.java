package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.plan.ToyScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies with several trainings of a condition, at the smallest size. */
class ReplicatedStudyTest {

    @TempDir private Path folder;

    private FerRun study(Object... more) {
        return FerRun.of(
                Stream.concat(
                                Stream.of(
                                        "study",
                                        "--toy-scale",
                                        "smallest",
                                        "--count",
                                        "3",
                                        "--backbone",
                                        "mini-xception",
                                        "--input",
                                        "48",
                                        "--epochs",
                                        "1",
                                        "--out",
                                        folder),
                                Stream.of(more))
                        .toArray());
    }

    @Test
    void everyRotationAndSeedIsTrainedAndAGrownStudyGoesOn() throws IOException {
        SharedToyCorpus.copy(folder.resolve("toy/smallest-seed1"), new Seed(1), ToyScale.SMALLEST);
        FerRun twice = study("--seeds", "2", "--json");
        assertThat(twice.status()).as(twice.err()).isZero();
        assertThat(twice.json().path("trained").asInt()).isEqualTo(4 * 2);

        FerRun all = study("--seeds", "2", "--rotations", "--json");
        assertThat(all.status()).as(all.err()).isZero();
        assertThat(all.json().path("reused").asInt()).isEqualTo(4 * 2);
        assertThat(all.json().path("trained").asInt()).isEqualTo(4 * 2 * 5);
        assertThat(all.err()).contains("48 trainings");

        assertThat(files("composition", ".json")).hasSize(4 * 6);
        assertThat(files("models", ".safetensors")).hasSizeGreaterThanOrEqualTo(4 * 6 * 2);
        assertThat(Files.readAllLines(folder.resolve("table1.csv"))).hasSize(1 + 4 * 6);
        JsonNode inference = new ObjectMapper().readTree(folder.resolve("anova.json").toFile());
        assertThat(inference.path("seeds")).hasSize(6);
        assertThat(inference.path("comparisons")).hasSize(3 * 6);
        assertThat(inference.path("comparisons").get(0).path("trainings").asInt()).isEqualTo(2);
        // Synthetic images were made of people of one category only.
        assertThat(all.json().path("notes").toString())
                .contains("has no image of stylegan2 where [cosmetics-fashion] or [car-technology]")
                .doesNotContain("has no image of youtube");
        assertThat(folder.resolve("gaps.json")).isNotEmptyFile();
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("cosmetics-fashion, car-technology, food-market", "all 6 rotations");
    }

    /** Of the smallest corpus with the seed 4, where one trained person has both labels. */
    @Test
    void heldOutPeopleAreComparedWithTestPeople() throws IOException {
        SharedToyCorpus.copy(folder.resolve("toy/smallest-seed4"), new Seed(4), ToyScale.SMALLEST);
        FerRun seen = study("--seed", "4", "--seen", "30", "--json");
        assertThat(seen.status()).as(seen.err()).isZero();
        assertThat(seen.json().path("trained").asInt()).isEqualTo(4);
        assertThat(files("predictions", "-seen.jsonl")).hasSize(4);

        List<String> table1 = Files.readAllLines(folder.resolve("table1.csv"));
        assertThat(table1.get(0))
                .contains(",train,validate,test,seen,total,", ",seen_participants");
        assertThat(table1.get(1))
                .startsWith("baseline,Baseline,")
                .contains("_seen30-1,12,18,18,6,");
        JsonNode gaps = new ObjectMapper().readTree(folder.resolve("gaps.json").toFile());
        int ofSeen = 0;
        for (JsonNode gap : gaps.path("gaps")) {
            if (gap.path("gap").asText().equals("SEEN")) {
                ofSeen++;
                assertThat(gap.path("difference").has("value")).as(gap.toString()).isTrue();
                assertThat(gap.has("overBoth")).isTrue();
            }
        }
        assertThat(ofSeen).isEqualTo(4 * 2);
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("New people in both", "among new people, a ROC AUC of")
                .contains("held out of training and predicted once", ">Seen</th>");

        FerRun everybody = study("--seed", "4", "--json");
        assertThat(everybody.json().path("trained").asInt()).isEqualTo(4);
        assertThat(files("predictions", "-seen.jsonl")).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("table1.csv")).get(0)).doesNotContain("seen");
        assertThat(folder.resolve("report.html"))
                .content()
                .doesNotContain("New people in both", ">Seen</th>");
    }

    private List<String> files(String name, String ending) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(name))) {
            return entries.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .toList();
        }
    }

    @Test
    void numberOfSeedsIsChecked() {
        FerRun none = study("--seeds", "0");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("--seeds 0: expected 1 or more");
        FerRun idle = study("--parallel", "0");
        assertThat(idle.status()).isEqualTo(2);
        assertThat(idle.err()).contains("--parallel 0: expected 1 or more");
    }
}
