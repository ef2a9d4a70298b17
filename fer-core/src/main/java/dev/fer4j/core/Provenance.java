package dev.fer4j.core;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;

/**
 * The inputs, settings and software versions that produced a result.
 *
 * @param versions the versions of the library, the engine, Java and the operating system
 * @param configuration every setting that changes results, by name
 * @param sha256 digests of input and output files, by path relative to the output folder
 */
public record Provenance(
        Map<String, String> versions,
        Map<String, String> configuration,
        Map<String, String> sha256) {

    public Provenance {
        versions = ImmutableSortedMap.copyOf(versions);
        configuration = ImmutableSortedMap.copyOf(configuration);
        sha256 = ImmutableSortedMap.copyOf(sha256);
    }
}
