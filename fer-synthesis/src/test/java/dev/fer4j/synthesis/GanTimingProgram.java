package dev.fer4j.synthesis;

import ai.djl.pytorch.jni.JniUtils;
import dev.fer4j.synthesis.network.StyleGan2Config;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Times what {@code stylegan2_torch.py time} times, and prints seconds an image, median and least.
 * Arguments are the same: resolution, batch, channel base and maximum, size of latents, layers of
 * the mapping network, threads.
 */
public final class GanTimingProgram {

    private static final int WARM_UPS = 10;
    private static final int ROUNDS = 25;

    private GanTimingProgram() {}

    public static void main(String[] args) {
        int[] numbers = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        StyleGan2Config config =
                StyleGan2Config.small(numbers[0])
                        .withChannels(numbers[2], numbers[3])
                        .withDimensions(numbers[4], numbers[4])
                        .withMappingLayers(numbers[5]);
        try (GanSteps steps = new GanSteps(config, numbers[1])) {
            JniUtils.setNumThreads(numbers[6]);
            Map<String, Runnable> work = new LinkedHashMap<>();
            work.put("generator step", steps::generatorStep);
            work.put("discriminator step", steps::discriminatorStep);
            work.put("r1 step", steps::r1Step);
            work.put("path length step", steps::pathLengthStep);
            work.put("generation", steps::generate);
            work.forEach(
                    (name, step) -> {
                        double[] seconds = seconds(step);
                        System.out.printf(
                                Locale.ROOT,
                                "%s: %.5f, %.5f%n",
                                name,
                                seconds[ROUNDS / 2] / numbers[1],
                                seconds[0] / numbers[1]);
                    });
        }
    }

    /** In rising order. */
    private static double[] seconds(Runnable step) {
        double[] seconds = new double[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            step.run();
            if (round >= 0) {
                seconds[round] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        return seconds;
    }
}
