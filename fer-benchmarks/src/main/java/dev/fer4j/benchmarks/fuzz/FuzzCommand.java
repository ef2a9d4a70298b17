package dev.fer4j.benchmarks.fuzz;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches with Jazzer for inputs that crash the parsers. */
@Command(
        name = "fuzz",
        description = {
            "Feeds mutated files to the parsers of safetensors, checkpoint manifests and Keras's"
                    + " HDF5, guided by coverage (Jazzer).",
            "Ends with status 1 if one ends in anything but the typed error, takes longer than 10"
                    + " s, or more than 512 MB of heap."
        },
        mixinStandardHelpOptions = true)
public final class FuzzCommand implements Callable<Integer> {

    private static final Map<String, Class<?>> TARGETS =
            ImmutableMap.of(
                    "safetensors", SafetensorsTarget.class,
                    "manifest", ManifestTarget.class,
                    "hdf5", KerasTarget.class);

    private static final String EXECUTED = "stat::number_of_executed_units:";

    @Mixin private Output output;

    @Option(
            names = "--seconds",
            description = "Of each parser; default: ${DEFAULT-VALUE}.",
            defaultValue = "60")
    private int seconds;

    @Option(names = "--only", description = "One of safetensors, manifest, hdf5; default: all.")
    private List<String> only = List.copyOf(TARGETS.keySet());

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = output.folder();
        RatioTable table = new RatioTable("parser", "inputs", "result");
        boolean clean = true;
        for (String name : only) {
            Path corpus = Files.createDirectories(work.resolve(name).resolve("corpus"));
            Process process =
                    new ProcessBuilder(command(name, corpus)).redirectErrorStream(true).start();
            String executed = "?";
            try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line : printed.lines().toList()) {
                    output.messages().accept(line);
                    if (line.startsWith(EXECUTED)) {
                        executed = line.substring(EXECUTED.length()).strip();
                    }
                }
            }
            int status = process.waitFor();
            clean &= status == 0;
            table.row(name, executed, status == 0 ? "clean" : "status " + status);
        }
        output.report("fuzz", seconds + " s each", table.toText());
        return clean ? 0 : 1;
    }

    private List<String> command(String name, Path corpus) {
        return ImmutableList.<String>builder()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .add("-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
                .add("-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true")
                .add("-cp", System.getProperty("java.class.path"))
                .add("com.code_intelligence.jazzer.Jazzer")
                .add("--target_class=" + TARGETS.get(name).getName())
                .add("--instrumentation_includes=dev.fer4j.train.**:io.jhdf.**")
                .add("--custom_hook_includes=dev.fer4j.train.**:io.jhdf.**")
                .add("--reproducer_path=" + corpus.getParent())
                .add("-artifact_prefix=" + corpus.getParent() + "/")
                .add("-max_total_time=" + seconds, "-timeout=10", "-rss_limit_mb=4096")
                .add("-max_len=65536", "-len_control=20", "-print_final_stats=1")
                .add(corpus.toString(), seeds(name).toString())
                .build();
    }

    /** The seed inputs, which the tests replay. */
    private static Path seeds(String name) {
        return Benchmarks.home().resolveSibling("fer-train/src/test/resources/fuzz").resolve(name);
    }
}
