package dev.fer4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.settings.CheckSettings;
import dev.fer4j.study.settings.CheckSettings.SourceProbing;
import dev.fer4j.study.settings.DataSettings;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.toy.SharedToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study with all checks, on real videos and by real trainings. */
class CheckedStudyTest {

    /** Three people of each label are what a network can be asked about. */
    private static final ToyScale SCALE =
            new ToyScale(
                    new ToyScale.Category(8, 8, 0.5),
                    new ToyScale.Category(8, 8, 0.65),
                    new ToyScale.Category(8, 8, 0.83),
                    12,
                    2,
                    1,
                    2,
                    0.5,
                    0.6);

    @TempDir private Path folder;

    private ToyFolders toy;
    private final Told told = new Told();

    @BeforeEach
    void draw() throws IOException {
        toy = SharedToyCorpus.of(new Seed(1), SCALE);
    }

    private StudyOutput run(CheckSettings checks, boolean withYoutube) throws IOException {
        told.clear();
        StudySettings settings =
                StudySettings.paper(folder.resolve("out"))
                        .withData(
                                DataSettings.defaults()
                                        .withSampling(
                                                SamplingRule.of(
                                                        new SamplingRule.EqualIntervals(2))))
                        .withTraining(
                                TrainingPlan.small()
                                        .withBackbone(
                                                Xception.FULL.withWidth(0.125).withMiddleRepeats(1))
                                        .withInputSize(71)
                                        .withEpochs(1))
                        .withChecks(checks);
        DataSource baseline = DataSource.neuroBioSense(toy.baseline());
        return Study.of(settings)
                .withListener(told)
                .run(
                        withYoutube
                                ? StudySources.of(baseline, DataSource.stills(toy.youtube()))
                                : StudySources.of(baseline));
    }

    private long trainings(String task) {
        return told.progress.stream()
                .filter(p -> p.task().startsWith(task))
                .filter(p -> p.note().contains(" finished;") || p.note().endsWith(" finished"))
                .filter(p -> !p.note().contains("already"))
                .count();
    }

    private JsonNode checks() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("out/audit/checks.json").toFile());
    }

    @Test
    void checksAreTrainedKeptAndTold() throws IOException {
        CheckSettings all = new CheckSettings(2, SourceProbing.NETWORK);
        StudyOutput output = run(all, true);

        assertThat(told.messages)
                .contains(
                        "Check by shuffled labels: 4 trainings",
                        "Source probe by the study's network: 6 trainings");
        assertThat(trainings("study")).isEqualTo(2);
        assertThat(trainings("source probe, youtube INTERESTED")).isEqualTo(3);
        assertThat(trainings("source probe, youtube NOT_INTERESTED")).isEqualTo(3);
        assertThat(trainings("label shuffle")).isEqualTo(4);
        assertThat(told.progress)
                .anyMatch(p -> p.task().equals("label shuffle") && p.note().contains(" left"));
        assertThat(output.trained()).isEqualTo(2);
        assertThat(checks().path("byNumbers")).hasSize(2);
        assertThat(checks().path("byNetwork"))
                .hasSize(2)
                .allMatch(probe -> probe.path("auc").has("value"));
        assertThat(checks().at("/labelShuffle/rows")).hasSize(2);
        String report = Files.readString(output.report());
        assertThat(report).contains("Shortcuts and leaks", "network", "too few shuffles");
        try (Stream<Path> models = Files.list(folder.resolve("out/models"))) {
            assertThat(models.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("shuffled") || name.contains("probe"));
        }
        assertThat(folder.resolve("out/checkpoints")).doesNotExist();
        assertThat(Files.readString(folder.resolve("out/provenance.json")))
                .contains("\"label shuffles\" : \"2\"", "audit/checks.json");
        String before = checks().toString();

        run(all, true);
        assertThat(told.progress).noneMatch(p -> p.task().startsWith("training "));
        assertThat(checks().toString()).isEqualTo(before);

        run(new CheckSettings(3, SourceProbing.STATISTICS), true);
        assertThat(trainings("label shuffle")).isEqualTo(2);
        assertThat(checks().path("byNetwork")).isEmpty();

        StudyOutput cheap = run(CheckSettings.defaults(), true);
        assertThat(told.progress).noneMatch(p -> p.task().startsWith("training "));
        assertThat(Files.readString(cheap.report()))
                .contains("no model was trained on shuffled labels")
                .contains("own network was not used as a probe");
        assertThat(checks().path("byNumbers")).hasSize(2);
    }

    @Test
    void networkThatHasNothingToTellApartIsRefusedBeforeAnythingIsDecoded() {
        assertThatThrownBy(() -> run(new CheckSettings(0, SourceProbing.NETWORK), false))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("the source probe: has no sources to tell baseline from");
        assertThat(folder.resolve("out/frames")).doesNotExist();
    }
}
