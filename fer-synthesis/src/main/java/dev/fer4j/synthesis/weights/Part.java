package dev.fer4j.synthesis.weights;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A network that a file may contain. */
enum Part {
    GENERATOR("generator", "G_ema.", "g_ema.", "generator."),
    DISCRIMINATOR("discriminator", "D.", "d.", "discriminator.");

    private final String title;
    private final ImmutableList<String> prefixes;

    Part(String title, String... prefixes) {
        this.title = title;
        this.prefixes = ImmutableList.copyOf(prefixes);
    }

    /** The name in messages. */
    String title() {
        return title;
    }

    /** Possible prefixes of tensor names in files with several networks. */
    List<String> prefixes() {
        return prefixes;
    }

    /** The prefix in the files that we write. */
    String prefix() {
        return prefixes.get(0);
    }
}
