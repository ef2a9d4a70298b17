package dev.fer4j.benchmarks.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.device.PretendedGpu;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuBenchmarkTest {

    @TempDir private Path home;

    /** The command, as its launcher runs it. */
    private record Outcome(int status, String output, GpuReport report) {

        List<String> problems() {
            return report.stages().stream()
                    .flatMap(
                            stage ->
                                    Stream.concat(
                                            stage.problem().stream(),
                                            stage.findings().stream()
                                                    .flatMap(one -> one.problem().stream())))
                    .toList();
        }
    }

    private Outcome run(Optional<Path> classes, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Benchmarks.jvm(Benchmarks.class, "gpu"));
        command.addAll(List.of(options));
        command.addAll(1, List.of("-Dbenchmarks.home=" + home, "-XX:TieredStopAtLevel=1"));
        classes.ifPresent(
                first -> {
                    int path = command.indexOf("-cp") + 1;
                    command.set(path, first + File.pathSeparator + command.get(path));
                });
        Process process =
                new ProcessBuilder(command)
                        .redirectError(home.resolve("messages.txt").toFile())
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        Path folder = home.resolve("target/gpu");
        assertThat(folder.resolve("gpu.md")).hasContent(output);
        return new Outcome(status, output, Json.read(folder.resolve("gpu.json"), GpuReport.class));
    }

    @Test
    void everyStageRunsOnTheCpuAndAgreesWithIt() throws IOException, InterruptedException {
        Outcome outcome = run(Optional.empty(), "--device", "cpu", "--tiny");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.status()).isZero();
        GpuReport report = outcome.report();
        assertThat(report.device()).isEqualTo("cpu");
        assertThat(report.scale()).isEqualTo("tiny");
        assertThat(report.stages())
                .extracting(StageResult::stage)
                .containsExactlyElementsOf(Arrays.stream(Stage.values()).map(Stage::id).toList());
        for (StageResult stage : report.stages()) {
            assertThat(stage.passed()).as(stage.stage()).isTrue();
            assertThat(stage.seconds()).isPositive();
            assertThat(stage.findings()).as(stage.stage()).isNotEmpty();
            assertThat(outcome.output()).contains("| " + stage.stage() + " |");
            for (GpuFinding one : stage.findings()) {
                assertThat(one.value().isPresent()).isNotEqualTo(one.text().isPresent());
                one.value().ifPresent(value -> assertThat(value).as(one.name()).isFinite());
                if (!one.unit().isEmpty() && !one.unit().equals("KB a step")) {
                    assertThat(one.value().orElseThrow()).as(one.name()).isPositive();
                }
                assertThat(outcome.output()).contains("| " + one.name() + " | " + stage.stage());
            }
        }
        assertThat(names(report, Stage.STEP_BFLOAT16))
                .contains("bfloat16, channels-last, batch of 4");
        assertThat(names(report, Stage.GAN))
                .containsExactly("16 px, batches of 2", "32 px, batches of 2");
        // The CPU differs from itself in bfloat16 only.
        assertThat(value(report, Stage.GRADIENTS, "gradients, full network, float32")).isZero();
        assertThat(value(report, Stage.GRADIENTS, "gradients, full network, bfloat16"))
                .isBetween(0.01, 0.8);
        assertThat(value(report, Stage.COUNTS, "launches, step")).isGreaterThan(100);
    }

    private static List<String> names(GpuReport report, Stage stage) {
        return findings(report, stage).stream().map(GpuFinding::name).toList();
    }

    private static double value(GpuReport report, Stage stage, String name) {
        return findings(report, stage).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .flatMap(GpuFinding::value)
                .orElseThrow();
    }

    private static List<GpuFinding> findings(GpuReport report, Stage stage) {
        return report.stages().stream()
                .filter(result -> result.stage().equals(stage.id()))
                .findFirst()
                .orElseThrow()
                .findings();
    }

    /** What is done differently for a GPU: the default layout, updates, where arrays are. */
    @Test
    void stagesRunOnAGpu() throws IOException, InterruptedException {
        Path classes = Files.createDirectory(home.resolve("classes"));
        PretendedGpu.pretend(classes);
        Outcome outcome = run(Optional.of(classes), "--tiny", "--stages", "gradients,adam,resume");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.status()).isZero();
        GpuReport report = outcome.report();
        assertThat(report.device()).isEqualTo("gpu");
        // Another layout and another way to update, which round differently.
        assertThat(value(report, Stage.GRADIENTS, "gradients, full network, float32")).isPositive();
        assertThat(value(report, Stage.ADAM, "weights after an update")).isPositive();
    }

    @Test
    void anAbsentGpuIsAProblemOfItsStagesOnly() throws IOException, InterruptedException {
        Outcome outcome =
                run(Optional.empty(), "--device", "gpu:99", "--tiny", "--stages", "adam,hidden");

        assertThat(outcome.status()).isEqualTo(1);
        List<StageResult> stages = outcome.report().stages();
        assertThat(stages).extracting(StageResult::passed).containsExactly(false, true);
        assertThat(stages.get(0).problem().orElseThrow()).contains("device gpu:99");
    }

    @Test
    void aStageEndsAtItsLimit() throws IOException, InterruptedException {
        Outcome outcome =
                run(
                        Optional.empty(),
                        "--device",
                        "cpu",
                        "--stages",
                        "memory,projection",
                        "--limit",
                        "0.001");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.problems()).hasSize(2).allMatch(problem -> problem.contains("limit"));
    }
}
