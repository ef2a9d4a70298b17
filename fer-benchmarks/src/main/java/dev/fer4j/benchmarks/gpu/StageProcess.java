package dev.fer4j.benchmarks.gpu;

import com.google.common.collect.ImmutableList;
import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.device.PretendedGpu;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A stage in a process of its own.
 *
 * @param device such as {@code gpu:0}
 * @param folder an empty folder, where its log is
 */
record StageProcess(Stage stage, String device, Scale scale, Path folder) {

    /**
     * Runs the stage to its end, or until a time has passed.
     *
     * @param messages receives a line for each finding
     */
    StageResult run(Duration limit, Consumer<String> messages)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        ProcessBuilder builder = new ProcessBuilder(command()).redirectError(log.toFile());
        builder.environment().putAll(stage.environment());
        long start = System.nanoTime();
        Process process = builder.start();
        List<GpuFinding> findings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(() -> read(process, findings, problems, messages));
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
            problems.add("ended after " + limit.toSeconds() + " s, its limit");
        }
        reading.join();
        if (process.exitValue() != 0 && problems.isEmpty()) {
            problems.add("ended with status " + process.exitValue() + ": see " + log);
        }
        return StageResult.of(
                stage, (System.nanoTime() - start) / 1e9, problems.stream().findFirst(), findings);
    }

    private List<String> command() throws IOException {
        List<String> command =
                new ArrayList<>(
                        Benchmarks.jvm(
                                StageProgram.class,
                                stage.name(),
                                device,
                                scale.name(),
                                folder.toString()));
        if (stage == Stage.COUNTS) {
            Path classes = folder.resolve("classes");
            PretendedGpu.count(classes);
            int path = command.indexOf("-cp") + 1;
            command.set(path, classes + File.pathSeparator + command.get(path));
        }
        command.addAll(1, flags());
        return command;
    }

    private List<String> flags() {
        ImmutableList.Builder<String> flags = ImmutableList.builder();
        flags.add(
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-XX:ErrorFile=" + folder.resolve("crash.txt"));
        if (scale.equals(Scale.TINY)) {
            // What starts fast is what counts.
            flags.add("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        }
        return flags.build();
    }

    private static void read(
            Process process,
            List<GpuFinding> findings,
            List<String> problems,
            Consumer<String> messages) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(StageProgram.FINDING)) {
                    String json = line.substring(StageProgram.FINDING.length());
                    GpuFinding one = Json.parse(json, GpuFinding.class, "finding");
                    findings.add(one);
                    messages.accept("  " + GpuReport.line(one));
                } else if (line.startsWith(StageProgram.PROBLEM)) {
                    problems.add(line.substring(StageProgram.PROBLEM.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
