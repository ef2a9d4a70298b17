package dev.fer4j.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.fer4j.benchmarks.augment.AugmentBenchmark;
import dev.fer4j.benchmarks.checkpoint.CheckpointBenchmark;
import dev.fer4j.benchmarks.evaluation.EvaluationBenchmark;
import dev.fer4j.benchmarks.fuzz.FuzzCommand;
import dev.fer4j.benchmarks.gan.GanBenchmark;
import dev.fer4j.benchmarks.gan.ProjectionBenchmark;
import dev.fer4j.benchmarks.gpu.GpuBenchmark;
import dev.fer4j.benchmarks.keras.KerasParity;
import dev.fer4j.benchmarks.kills.KillsBenchmark;
import dev.fer4j.benchmarks.layers.LayersBenchmark;
import dev.fer4j.benchmarks.loader.LoaderBenchmark;
import dev.fer4j.benchmarks.memory.MemoryBenchmark;
import dev.fer4j.benchmarks.optimizer.OptimizerBenchmark;
import dev.fer4j.benchmarks.predict.PredictBenchmark;
import dev.fer4j.benchmarks.report.ReportBenchmark;
import dev.fer4j.benchmarks.resume.ResumeBenchmark;
import dev.fer4j.benchmarks.sampling.SamplingBenchmark;
import dev.fer4j.benchmarks.startup.StartupBenchmark;
import dev.fer4j.benchmarks.training.TrainingBenchmark;
import dev.fer4j.benchmarks.validity.ValidityBenchmark;
import dev.fer4j.benchmarks.xception.XceptionParity;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code benchmark} command. */
@Command(
        name = "benchmark",
        description = "Measures fer4j against its peers, in alternating runs on this machine.",
        subcommands = {
            SamplingBenchmark.class,
            AugmentBenchmark.class,
            LoaderBenchmark.class,
            XceptionParity.class,
            KerasParity.class,
            FuzzCommand.class,
            CheckpointBenchmark.class,
            PredictBenchmark.class,
            TrainingBenchmark.class,
            LayersBenchmark.class,
            OptimizerBenchmark.class,
            ResumeBenchmark.class,
            KillsBenchmark.class,
            MemoryBenchmark.class,
            EvaluationBenchmark.class,
            ReportBenchmark.class,
            StartupBenchmark.class,
            GanBenchmark.class,
            ProjectionBenchmark.class,
            GpuBenchmark.class,
            ValidityBenchmark.class
        },
        mixinStandardHelpOptions = true)
public final class Benchmarks {

    /** Runs a benchmark and exits with its status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    /** The folder of this module, which contains the scripts of the peers. */
    public static Path home() {
        return Path.of(System.getProperty("benchmarks.home", "fer-benchmarks")).toAbsolutePath();
    }

    /** Returns the command that runs a class of this module in a new JVM with the same settings. */
    public static List<String> jvm(Class<?> main, String... arguments) {
        return ImmutableList.<String>builder()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .add("-cp", System.getProperty("java.class.path"))
                .add(main.getName())
                .add(arguments)
                .build();
    }

    /** Describes the processor cores, machine, operating system and Java version, for reports. */
    public static String machine() {
        return "%s cores, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }
}
