package dev.fer4j.benchmarks.gpu;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Checks and measures a GPU. */
@Command(
        name = "gpu",
        sortOptions = false,
        description = {
            "Checks a GPU against the CPU (logits, gradients, an update by Adam, a resumed"
                + " training) and measures it: training, prediction, the input pipeline, StyleGAN2,"
                + " projection, launches, memory. Needs a build with -Pcuda and nothing else.",
            "Each stage is a process of its own; if one fails, the others go on. Writes gpu.md and"
                + " gpu.json; the exit status is 1 if a stage did not pass. docs/gpu.md tells how"
                + " to read them."
        },
        mixinStandardHelpOptions = true)
public final class GpuBenchmark implements Callable<Integer> {

    @Option(
            names = "--device",
            description = "cpu, gpu or gpu:N. Default: ${DEFAULT-VALUE}.",
            defaultValue = "gpu")
    private String device;

    @Option(
            names = "--tiny",
            description =
                    "As little as goes through all stages, for a trial on a CPU. Its times mean"
                            + " nothing.")
    private boolean tiny;

    @Option(
            names = "--stages",
            split = ",",
            paramLabel = "STAGE",
            converter = StageName.class,
            description =
                    "Of machine, hidden, gradients, adam, resume, counts, step-float32, step-tf32,"
                            + " step-bfloat16, prediction, pipeline, gan, projection, memory."
                            + " Default: all.")
    private List<Stage> stages = List.of(Stage.values());

    @Option(
            names = "--limit",
            paramLabel = "MINUTES",
            description = "After which a stage is ended. Default: ${DEFAULT-VALUE}.",
            defaultValue = "20")
    private double limit;

    @Mixin private Output output;

    /** Reads the name of a stage. */
    private static final class StageName implements ITypeConverter<Stage> {
        @Override
        public Stage convert(String text) {
            return Arrays.stream(Stage.values())
                    .filter(stage -> stage.id().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("no stage '" + text + "'"));
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = output.folder();
        Scale scale = tiny ? Scale.TINY : Scale.FULL;
        List<StageResult> results = new ArrayList<>();
        for (Stage stage : stages) {
            String place = "stage %d of %d, ".formatted(results.size() + 1, stages.size());
            output.messages().accept(place + stage.id() + ": " + stage.title());
            StageResult result =
                    new StageProcess(stage, device, scale, fresh(folder.resolve(stage.id())))
                            .run(Duration.ofMillis((long) (60_000 * limit)), output.messages());
            result.problem().ifPresent(output.messages());
            results.add(result);
        }
        GpuReport report = new GpuReport(device, scale.name(), Benchmarks.machine(), results);
        WholeFile.writeString(folder.resolve("gpu.json"), Json.pretty(report));
        output.report("gpu", "%s, %s sizes".formatted(device, report.scale()), report.toMarkdown());
        return report.passed() ? 0 : 1;
    }

    private static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        return Files.createDirectories(folder);
    }
}
