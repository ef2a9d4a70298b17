package dev.fer4j.benchmarks.training;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times updates of Xception. */
@Command(
        name = "training",
        sortOptions = false,
        description = {
            "One update of Xception (forward, loss, backward, Adam) on a batch: fer4j against"
                    + " PyTorch in Python, channels-last, and against a plain DJL loop. All are"
                    + " processes that stay alive and take turns; each round begins with another"
                    + " one. fer4j has the environment that its launcher sets, the others the"
                    + " one that their users have."
        },
        mixinStandardHelpOptions = true)
public final class TrainingBenchmark implements Callable<Integer> {

    /**
     * Multiplications and additions, in 10⁹, of the published network's convolutions in the forward
     * pass for an image of 299 × 299, counted layer by layer.
     */
    private static final double FORWARD = 2 * 8.3554;

    private static final String OURS = "fer4j";
    private static final String PLAIN_HEAP = "fer4j, without GLIBC_TUNABLES";
    private static final String TORCH = "PyTorch, Python, channels-last";
    private static final String DJL = "DJL, plain loop";
    private static final String PRODUCT = "matrix product";

    /** The environment set by the launcher of this process. */
    private static final Map<String, String> LAUNCHER = Map.of();

    /** The C library's default heap settings. An empty value removes a variable. */
    private static final Map<String, String> PLAIN = Map.of("GLIBC_TUNABLES", "");

    /** The default environment. */
    private static final Map<String, String> USUAL =
            Map.of("GLIBC_TUNABLES", "", "OMP_WAIT_POLICY", "");

    @Spec private CommandSpec spec;

    @Option(names = "--size", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "299")
    private int size;

    @Option(names = "--batch", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "16")
    private int batchSize;

    @Option(
            names = "--width",
            description = "Of Xception; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private double width;

    @Option(names = "--warm-ups", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "3")
    private int warmUps;

    @Option(names = "--rounds", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "7")
    private int rounds;

    @Option(
            names = "--same-environment",
            description =
                    "PyTorch in Python gets the environment that fer4j's launcher sets. Takes 8 GB"
                            + " more at full size.")
    private boolean sameEnvironment;

    @Override
    public Integer call() throws IOException {
        Map<String, Timings> timings;
        try (StepProcess ours = java(OURS, "fer4j", LAUNCHER);
                StepProcess plainHeap = java(PLAIN_HEAP, "fer4j", PLAIN);
                StepProcess torch = python();
                StepProcess djl = java(DJL, "djl", PLAIN)) {
            timings =
                    run(
                            ImmutableMap.of(
                                    OURS, ours,
                                    PLAIN_HEAP, plainHeap,
                                    TORCH, torch,
                                    DJL, djl));
        }
        String report = report(timings);
        WholeFile.writeString(
                Benchmarks.home().resolve("target/training/training-" + size + ".md"), report);
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private StepProcess java(String name, String kind, Map<String, String> environment)
            throws IOException {
        return new StepProcess(
                name,
                Benchmarks.jvm(
                        StepProgram.class,
                        kind,
                        Integer.toString(size),
                        Integer.toString(batchSize),
                        Double.toString(width)),
                environment);
    }

    private StepProcess python() throws IOException {
        Path script = Benchmarks.home().resolve("peers/training_torch.py");
        return new StepProcess(
                TORCH,
                List.of(
                        "/usr/bin/python3",
                        script.toString(),
                        Integer.toString(size),
                        Integer.toString(batchSize),
                        Double.toString(width)),
                sameEnvironment ? LAUNCHER : USUAL);
    }

    private Map<String, Timings> run(Map<String, StepProcess> contestants) throws IOException {
        List<String> names = List.copyOf(contestants.keySet());
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        names.forEach(name -> seconds.put(name, new ArrayList<>()));
        seconds.put(PRODUCT, new ArrayList<>());
        for (int round = -warmUps; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(Math.floorMod(round + i, names.size()));
                double taken = contestants.get(name).ask("step");
                say(round, name, taken);
                if (round >= 0) {
                    seconds.get(name).add(taken);
                }
                if (name.equals(OURS) && round >= 0) {
                    seconds.get(PRODUCT).add(contestants.get(name).ask("product"));
                }
            }
        }
        Map<String, Timings> timings = new LinkedHashMap<>();
        seconds.forEach((name, values) -> timings.put(name, new Timings(name, values)));
        return timings;
    }

    private void say(int round, String name, double seconds) {
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%s, %s: %.2f s%n",
                        round < 0 ? "warm-up" : "round " + (round + 1),
                        name,
                        seconds);
    }

    private String report(Map<String, Timings> timings) {
        RatioTable table =
                new RatioTable(
                        "contestant", "images/s", "median s", "fer4j's speed / its", "min–max");
        Timings ours = timings.get(OURS);
        for (Timings own : timings.values()) {
            if (!own.name().equals(PRODUCT)) {
                Timings ratio = own.over(ours);
                table.row(
                        own.name(),
                        format("%.2f", batchSize / own.median()),
                        format("%.2f", own.median()),
                        format("%.2f", ratio.median()),
                        format("%.2f–%.2f", ratio.min(), ratio.max()));
            }
        }
        return format(
                        "%d × %d pixels, batches of %d, width %s, %d rounds, %s%n%n",
                        size, size, batchSize, width, rounds, Benchmarks.machine())
                + table.toText()
                + arithmetic(timings);
    }

    /**
     * The arithmetic rate of a step, counted as three forward passes: the backward pass computes
     * the gradients of inputs and of kernels.
     */
    private String arithmetic(Map<String, Timings> timings) {
        if (size != 299 || width != 1) {
            return "";
        }
        double work = 3 * FORWARD * batchSize;
        Timings product = timings.get(PRODUCT);
        double peak = 2 * Math.pow(2048, 3) / 1e9;
        Timings ratio = product.over(timings.get(OURS));
        return format(
                "%nA step is %.0f · 10⁹ operations: %.0f · 10⁹/s. A product of two matrices of 2048"
                        + " × 2048 runs at %.0f · 10⁹/s in the same process: %.2f × (%.2f–%.2f).%n",
                work,
                work / timings.get(OURS).median(),
                peak / product.median(),
                ratio.median() * work / peak,
                ratio.min() * work / peak,
                ratio.max() * work / peak);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
