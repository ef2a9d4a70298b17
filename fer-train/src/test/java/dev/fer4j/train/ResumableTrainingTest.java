package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.KillTrial.Moment;
import dev.fer4j.train.KillTrial.Outcome;
import dev.fer4j.train.KillTrial.Signal;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five batches an epoch, and a checkpoint after each of them and after the epoch. */
class ResumableTrainingTest {

    private static final int KILLS = 20;
    private static final int EPOCHS = 3;
    private static final TrainingPlan PLAN = ResumeProgram.plan(EPOCHS);

    @TempDir private Path folder;

    private Path images;
    private Path kept;

    @BeforeEach
    void nameFolders() throws IOException {
        images = Files.createDirectory(folder.resolve("images"));
        kept = folder.resolve("kept");
    }

    private Process start(ChildJvm jvm) throws IOException {
        return jvm.start(
                ResumeProgram.class,
                images.toString(),
                kept.toString(),
                Integer.toString(EPOCHS),
                "100",
                "-");
    }

    private static List<String> rest(BufferedReader lines) {
        return lines.lines().toList();
    }

    private List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    /** fer-benchmarks' {@code kills} does the same more often. */
    @Test
    void killedAtAnyStepOfASaveOrAtAnyMomentItEndsWithTheSameBits()
            throws IOException, InterruptedException {
        KillTrial trial = new KillTrial(folder, EPOCHS);
        assertThat(trial.trained()).isEqualTo(5 * EPOCHS);
        assertThat(trial.saves()).isEqualTo(6 * EPOCHS);
        List<String> steps = trial.saveSteps();
        assertThat(steps)
                .hasSize(14)
                .startsWith("create N.safetensors.part")
                .contains("write half of N.safetensors.part", "force folder after N.json")
                .endsWith("delete N.json", "delete N.safetensors");
        RandomGenerator random = new Seed(5).generator();
        List<Outcome> outcomes = new ArrayList<>();
        for (String step : steps) {
            outcomes.add(trial.killAtStep(step, random));
        }
        while (outcomes.size() < KILLS) {
            // The last epoch is left out: the process must not be done before it is killed.
            int moment = random.nextInt(trial.trained() - 5);
            outcomes.add(trial.end(Signal.KILL, new Moment(moment, Duration.ZERO)));
        }
        assertThat(outcomes)
                .hasSize(KILLS)
                .allSatisfy(
                        outcome -> {
                            assertThat(outcome.status()).isEqualTo(137);
                            assertThat(outcome.intact()).isTrue();
                            assertThat(outcome.end()).isEqualTo(trial.end());
                        });
    }

    /** The promise is five seconds and a step; a machine that is busy may take longer. */
    @Test
    void askedToEndItKeepsItsStateAfterTheStep() throws IOException, InterruptedException {
        Process process = start(ChildJvm.SMALL);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (int step = 0; step < 3; step++) {
                assertThat(lines.readLine()).isEqualTo(ResumeProgram.STEP);
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            List<String> after = rest(lines);
            assertThat(after).endsWith("STOPPED");
            assertThat(after.stream().filter(ResumeProgram.ASKED::equals).count())
                    .isLessThanOrEqualTo(1);
            // One for each step, the last of them for the stop too; the last line is no step.
            assertThat(manifests().size()).isEqualTo(3 + after.size() - 1);
        }
    }

    private void train(TrainingPlan plan, Composition composition, Settings settings) {
        ResumableTraining.run(
                        plan,
                        composition,
                        ResumeProgram.SEED,
                        TrainingOptions.defaults().withStopRequested(() -> true),
                        new Checkpoints(kept, Duration.ofDays(1), settings))
                .close();
    }

    @Test
    void learningRateOfOnesOwnIsResumedUnderItsDescriptionOnly() throws IOException {
        Composition composition = Pictures.compose(images, ResumeProgram.IMAGES);
        for (int run = 0; run < 2; run++) {
            train(
                    PLAN.withLearningRate(LearningRate.of("steady", (e, step, steps) -> 1e-3)),
                    composition,
                    Settings.defaults());
        }
        assertThatThrownBy(
                        () ->
                                train(
                                        PLAN.withLearningRate(
                                                LearningRate.of("other", (e, step, steps) -> 1e-3)),
                                        composition,
                                        Settings.defaults()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("learningRate.description")
                .hasMessageContaining("steady");
    }

    @Test
    void otherPlanDataOrThreadsAreRefusedByName() throws IOException, InterruptedException {
        Composition composition = Pictures.compose(images, ResumeProgram.IMAGES);
        train(PLAN, composition, Settings.defaults());
        assertThat(manifests()).hasSize(1);

        assertThatThrownBy(
                        () ->
                                train(
                                        PLAN.withEpochs(9).withBatchSize(4),
                                        Pictures.compose(images, ResumeProgram.IMAGES + 2),
                                        Settings.defaults()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("config.epochs: 3 in the checkpoint, 9 now")
                .hasMessageContaining("config.batchSize: 8 in the checkpoint, 4 now")
                .hasMessageContaining("data: ");

        int threads = EngineInfo.current().threads();
        int others = threads == 1 ? 2 : 1;
        Process other =
                start(
                        ChildJvm.SMALL
                                .withVariable("OMP_NUM_THREADS", Integer.toString(others))
                                .withVariable("MKL_DYNAMIC", "FALSE"));
        try (BufferedReader lines = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(String.join("\n", rest(lines)))
                    .contains("threads: " + threads + " in the checkpoint, " + others + " now")
                    .doesNotContain("config.", "data: ");
        }
        assertThat(manifests()).hasSize(1);
    }

    @Test
    void differencesThatAreAllowedAreRecordedFromThenOn() throws IOException {
        Composition composition = Pictures.compose(images, ResumeProgram.IMAGES);
        train(PLAN, composition, Settings.defaults());
        Composition other = Pictures.compose(images, ResumeProgram.IMAGES + 2);
        train(PLAN.withEpochs(9), other, Settings.defaults().allowingDifferences());
        train(PLAN.withEpochs(9), other, Settings.defaults());

        assertThat(manifests()).hasSize(2);
        for (Path manifest : manifests()) {
            assertThat(manifest)
                    .content()
                    .contains("checkpoint 1: config.epochs: 3 in the checkpoint, 9 now")
                    .contains("checkpoint 1: data: ");
        }
    }

    @Test
    void damageIsSaidAndNothingIsBegunAnew() throws IOException {
        Composition composition = Pictures.compose(images, 24);
        train(PLAN, composition, Settings.defaults());
        Files.writeString(manifests().get(0), "nothing");
        assertThatThrownBy(() -> train(PLAN, composition, Settings.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of its 1 checkpoints can be used")
                .hasMessageContaining("delete the folder");
    }
}
