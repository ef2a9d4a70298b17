package dev.fer4j.benchmarks.gan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.fer4j.benchmarks.Benchmarks;
import dev.fer4j.benchmarks.Output;
import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.benchmarks.Rounds;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.synthesis.GanTimingProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the steps of StyleGAN2's training. */
@Command(
        name = "gan",
        description = {
            "Milliseconds an image of the generator's and the discriminator's step, of R1, of path"
                    + " lengths (half a batch), of all of them as training mixes them, and of"
                    + " generation: fer4j against the same networks in plain PyTorch, in the"
                    + " fastest of its four forms for each (convolutions grouped over the batch or"
                    + " scaled activations, channels first or last).",
            "Processes in turn; each gives the median of its own rounds after a warm-up. Needs"
                    + " python3 with torch."
        },
        mixinStandardHelpOptions = true)
public final class GanBenchmark implements Callable<Integer> {

    private static final List<String> STEPS =
            List.of(
                    "generator step",
                    "discriminator step",
                    "r1 step",
                    "path length step",
                    "training",
                    "generation");

    @Mixin private Output output;

    @Mixin private Rounds rounds;

    @Option(names = "--resolution", description = "Default: 64.", defaultValue = "64")
    private int resolution;

    @Option(names = "--batch", description = "Default: 8.", defaultValue = "8")
    private int batch;

    @Option(names = "--channel-base", description = "Default: 4096.", defaultValue = "4096")
    private int base;

    @Option(names = "--channel-max", description = "Default: 128.", defaultValue = "128")
    private int most;

    @Option(names = "--latents", description = "Default: 128.", defaultValue = "128")
    private int latents;

    @Option(names = "--mapping-layers", description = "Default: 4.", defaultValue = "4")
    private int mappingLayers;

    @Option(
            names = "--python",
            description = "Default: ${DEFAULT-VALUE}.",
            defaultValue = "/usr/bin/python3")
    private String python;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, List<Double>> ours = new LinkedHashMap<>();
        Map<String, List<Double>> peer = new LinkedHashMap<>();
        for (int round = 0; round < rounds.count(); round++) {
            if (round % 2 == 0) {
                add(ours, ours());
                add(peer, peer());
            } else {
                add(peer, peer());
                add(ours, ours());
            }
            output.messages().accept("round " + (round + 1) + " of " + rounds.count());
        }
        RatioTable table =
                new RatioTable("step", "fer4j ms/image", "PyTorch ms/image", "ratio", "min–max");
        for (String step : STEPS) {
            Timings own = timings("fer4j", ours, step);
            Timings its = timings("PyTorch", peer, step);
            Timings ratio = own.over(its);
            table.row(
                    step,
                    own.median("%.2f"),
                    its.median("%.2f"),
                    ratio.median("%.2f"),
                    ratio.range("%.2f"));
        }
        output.report(
                "gan-" + resolution,
                "%s px, batch %s, channels %s/%s, %s rounds"
                        .formatted(resolution, batch, base, most, rounds.count()),
                table.toText());
        return 0;
    }

    private static void add(Map<String, List<Double>> all, Map<String, Double> one) {
        Map<String, Double> with = new LinkedHashMap<>(one);
        // In the proportions of training: R1 every 16 steps, path lengths every 4.
        with.put(
                "training",
                value(one, "generator step")
                        + value(one, "discriminator step")
                        + value(one, "r1 step") / 16
                        + value(one, "path length step") / 4);
        with.forEach((step, ms) -> all.computeIfAbsent(step, s -> new ArrayList<>()).add(ms));
    }

    private static double value(Map<String, Double> of, String step) {
        return of.getOrDefault(step, Double.NaN);
    }

    private static Timings timings(String name, Map<String, List<Double>> of, String step) {
        return new Timings(name, of.getOrDefault(step, List.of()));
    }

    private Map<String, Double> ours() throws IOException, InterruptedException {
        Map<String, Double> ms = new LinkedHashMap<>();
        String[] sizes =
                numbers(resolution, batch, base, most, latents, mappingLayers, processors());
        for (String line : run(Benchmarks.jvm(GanTimingProgram.class, sizes)).split("\n")) {
            List<String> parts = Splitter.on(": ").splitToList(line);
            if (parts.size() == 2 && STEPS.contains(parts.get(0))) {
                String median = Splitter.on(", ").splitToList(parts.get(1)).get(0);
                ms.put(parts.get(0), 1000 * Double.parseDouble(median));
            }
        }
        return ms;
    }

    private Map<String, Double> peer() throws IOException, InterruptedException {
        Path script =
                Benchmarks.home()
                        .resolveSibling("fer-synthesis/src/test/python/stylegan2_torch.py");
        List<String> command =
                ImmutableList.<String>builder()
                        .add(python, script.toString(), "time")
                        .add(
                                numbers(
                                        resolution,
                                        batch,
                                        base,
                                        most,
                                        latents,
                                        mappingLayers,
                                        processors()))
                        .build();
        JsonNode results = new ObjectMapper().readTree(run(command));
        Map<String, Double> ms = new LinkedHashMap<>();
        results.fields()
                .forEachRemaining(
                        step ->
                                ms.put(
                                        step.getKey(),
                                        1000
                                                * StreamSupport.stream(
                                                                step.getValue().spliterator(),
                                                                false)
                                                        .mapToDouble(form -> form.get(0).asDouble())
                                                        .min()
                                                        .orElseThrow()));
        return ms;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String[] numbers(int... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = Integer.toString(values[i]);
        }
        return texts;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(
                    "'" + String.join(" ", command) + "' ended with status " + status);
        }
        return text;
    }
}
