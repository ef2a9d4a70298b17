package dev.fer4j.synthesis;

import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.MemoryCourse;
import java.io.IOException;

/**
 * Makes steps of a small training with lazy regularization, and prints after each what is resident
 * and what is managed. Argument: how many.
 */
public final class GanMemoryProgram {

    private GanMemoryProgram() {}

    /** Sixteen pixels, eight channels: what leaks is seen, what is worked is little. */
    public static void main(String[] args) throws IOException {
        // Such small work is done sooner by one.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        StyleGan2Config config =
                StyleGan2Config.small(16)
                        .withChannels(128, 8)
                        .withDimensions(16, 16)
                        .withMappingLayers(2);
        try (GanSteps steps = new GanSteps(config, 4)) {
            for (int step = 0; step < Integer.parseInt(args[0]); step++) {
                steps.lazily(step);
                System.out.println(MemoryCourse.line());
            }
        }
    }
}
