package dev.fer4j.data.composition;

import dev.fer4j.core.Manifest;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random manifests of three sources from which every standard condition can be composed. */
public final class CleanManifests {

    private CleanManifests() {}

    /** Draws manifests without files. */
    public static List<Manifest> random(RandomGenerator random) {
        return new RandomCorpus(random).manifests();
    }
}
