package dev.fer4j.data.composition;

import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts samples that no split uses, by source and reason. */
final class LeftOut {

    private record Reason(Problem.Kind kind, String source, String cause, String mend) {}

    private final Map<Reason, Integer> counts = new LinkedHashMap<>();

    void add(Problem.Kind kind, Sample sample, String cause, String mend) {
        counts.merge(new Reason(kind, sample.source(), cause, mend), 1, Integer::sum);
    }

    List<Problem> problems() {
        return counts.entrySet().stream()
                .map(
                        entry ->
                                new Problem(
                                        entry.getKey().kind(),
                                        entry.getKey().source(),
                                        entry.getValue()
                                                + " images are left out: "
                                                + entry.getKey().cause(),
                                        entry.getKey().mend()))
                .toList();
    }
}
