package dev.fer4j.synthesis.weights;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A network that a file may hold. */
enum Part {
    GENERATOR("generator", "G_ema.", "g_ema.", "generator."),
    DISCRIMINATOR("discriminator", "D.", "d.", "discriminator.");

    private final String title;
    private final ImmutableList<String> prefixes;

    Part(String title, String... prefixes) {
        this.title = title;
        this.prefixes = ImmutableList.copyOf(prefixes);
    }

    /** What it is called in messages. */
    String title() {
        return title;
    }

    /** What its tensors' names may begin with where a file holds several networks. */
    List<String> prefixes() {
        return prefixes;
    }

    /** What our files' names begin with. */
    String prefix() {
        return prefixes.get(0);
    }
}
