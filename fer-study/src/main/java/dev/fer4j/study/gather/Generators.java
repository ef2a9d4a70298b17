package dev.fer4j.study.gather;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The generators of synthetic images.
 *
 * @param names names of the generators, in alphabetical order
 */
public record Generators(Set<String> names) {

    private static final String STYLEGAN2 = "stylegan2";

    /** Collects the generators of all synthetic images. */
    public static Generators of(List<Manifest> manifests) {
        Set<String> names = new TreeSet<>();
        for (Manifest manifest : manifests) {
            for (Sample sample : manifest.samples()) {
                if (sample.origin() instanceof Origin.Synthetic synthetic) {
                    names.add(synthetic.generator());
                }
            }
        }
        return new Generators(names);
    }

    /** All generators except StyleGAN2. */
    public Set<String> others() {
        Set<String> others = new TreeSet<>(names);
        others.removeIf(name -> name.startsWith(STYLEGAN2));
        return others;
    }

    /** Adds the generators to the settings of a run. */
    public void describe(Map<String, String> configuration) {
        if (!names.isEmpty()) {
            configuration.put("synthetic images made by", String.join(", ", names));
        }
    }
}
