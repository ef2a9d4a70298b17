package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.ResumableTraining.Checkpoints;
import dev.fer4j.train.checkpoint.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five batches an epoch, and a checkpoint after each of them and after the epoch. */
class ResumableTrainingTest {

    private static final int KILLS = 20;
    private static final int EPOCHS = 12;
    private static final String ALL = "1000";

    @TempDir private Path folder;

    private Path images;

    @BeforeEach
    void nameFolders() throws IOException {
        images = Files.createDirectory(folder.resolve("images"));
    }

    private Process start(Path checkpoints, String kept) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ResumeProgram.class.getName(),
                        images.toString(),
                        checkpoints.toString(),
                        kept,
                        Integer.toString(EPOCHS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Runs until so many steps are done, or to the end; what was printed. */
    private static List<String> run(int steps, Runnable then, Process it)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = it.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (lines.size() == steps) {
                    then.run();
                }
            }
        }
        it.waitFor();
        return lines;
    }

    private List<String> runToTheEnd(Path checkpoints, String kept)
            throws IOException, InterruptedException {
        Process process = start(checkpoints, kept);
        List<String> lines = run(-1, () -> {}, process);
        assertThat(process.exitValue()).isZero();
        return lines;
    }

    private static List<Path> manifests(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static void requireSame(Path manifest, Path reference) throws IOException {
        String name = manifest.getFileName().toString();
        assertThat(manifest).hasSameBinaryContentAs(reference.resolve(name));
        String tensors = name.replace(".json", ".safetensors");
        assertThat(manifest.resolveSibling(tensors))
                .hasSameBinaryContentAs(reference.resolve(tensors));
    }

    @Test
    void killedAtTwentyRandomMomentsItEndsWithTheSameBits()
            throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        assertThat(runToTheEnd(whole, ALL)).hasSize(5 * EPOCHS + 1).endsWith("COMPLETED");
        assertThat(manifests(whole)).hasSize(6 * EPOCHS);

        Path killed = folder.resolve("killed");
        Random random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(killed, "2");
            run(1 + random.nextInt(4), process.toHandle()::destroyForcibly, process);
            assertThat(process.exitValue()).isEqualTo(137);
            for (Path manifest : manifests(killed)) {
                requireSame(manifest, whole);
            }
        }
        assertThat(manifests(killed)).isNotEmpty();
        assertThat(runToTheEnd(killed, "2")).endsWith("COMPLETED");
        List<Path> last = manifests(killed);
        assertThat(last).hasSize(2);
        assertThat(last.get(1).getFileName()).isEqualTo(manifests(whole).get(71).getFileName());
        requireSame(last.get(1), whole);
        assertThat(runToTheEnd(killed, "2")).containsExactly("COMPLETED");
    }

    @Test
    void askedToEndItKeepsItsStateAfterTheStep() throws IOException, InterruptedException {
        Path checkpoints = folder.resolve("asked");
        Process process = start(checkpoints, ALL);
        List<String> lines = run(3, process.toHandle()::destroy, process);
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(lines.size()).isBetween(4, 6);
        // One for each step, the last of them for the stop too; the last line is no step.
        assertThat(manifests(checkpoints)).hasSize(lines.size() - 1);
        assertThat(runToTheEnd(checkpoints, ALL)).endsWith("COMPLETED");
    }

    @Test
    void otherPlanIsRefusedNamingTheDifferenceAndDamageIsSaid() throws IOException {
        Composition composition = Pictures.compose(images, 24);
        Path kept = folder.resolve("kept");
        Checkpoints checkpoints = new Checkpoints(kept, Duration.ofDays(1), Settings.DEFAULT);
        TrainingPlan plan = ResumeProgram.plan(1);
        Seed seed = new Seed(3);
        ResumableTraining.run(plan, composition, seed, TrainingOptions.NONE, checkpoints).close();
        assertThat(manifests(kept)).hasSize(1);

        assertThatThrownBy(
                        () ->
                                ResumableTraining.run(
                                        plan.withEpochs(2),
                                        composition,
                                        seed,
                                        TrainingOptions.NONE,
                                        checkpoints))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("config.epochs")
                .hasMessageContaining("1 in the checkpoint, 2 now");

        Files.writeString(manifests(kept).get(0), "nothing");
        assertThatThrownBy(
                        () ->
                                ResumableTraining.run(
                                        plan, composition, seed, TrainingOptions.NONE, checkpoints))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of its 1 checkpoints can be used")
                .hasMessageContaining("delete the folder");
    }
}
