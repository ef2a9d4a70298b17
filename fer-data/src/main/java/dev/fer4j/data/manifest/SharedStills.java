package dev.fer4j.data.manifest;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.data.internal.RelativePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds stills that are the same file, byte for byte, although they show two people or labels. */
final class SharedStills {

    /** The images that a problem names. */
    private static final int NAMED = 3;

    private SharedStills() {}

    /**
     * Returns a problem for each set of stills with the same bytes but different labels or people.
     * The stills are not left out: which of them is right is not known, and the leakage gate
     * refuses the file in two splits.
     *
     * @param root the source's folder, to which file names in problems are relative
     */
    static List<Problem> problems(List<Sample> samples, Path root) {
        SetMultimap<String, Sample> digests = LinkedHashMultimap.create();
        samples.stream()
                .filter(sample -> sample.origin() instanceof Origin.StillImage)
                .forEach(sample -> digests.put(sample.sha256(), sample));
        List<Problem> problems = new ArrayList<>();
        for (Set<Sample> same : Multimaps.asMap(digests).values()) {
            if (same.stream().map(SharedStills::person).distinct().count() > 1) {
                problems.add(problem(List.copyOf(same), root));
            }
        }
        return List.copyOf(problems);
    }

    private static String person(Sample sample) {
        return "participant " + sample.participant() + ", " + sample.label();
    }

    private static Problem problem(List<Sample> same, Path root) {
        return new Problem(
                Problem.Kind.CONTRADICTION,
                RelativePath.of(root, same.get(0).file()),
                "has the same bytes as "
                        + (same.size() == 2 ? "another image: " : (same.size() - 1) + " others: ")
                        + same.stream()
                                .limit(NAMED)
                                .map(one -> one.id() + " (" + person(one) + ")")
                                .collect(joining(", "))
                        + (same.size() > NAMED ? ", …" : ""),
                "keep the one with the right person and label");
    }
}
