package dev.fer4j.data.gallery;

import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.util.List;

/**
 * One thing that lies in a source and must be accounted for: a recording, an image, a row.
 *
 * @param source the name of its source
 * @param key the recording or sample id that it has if it is used; empty for rows, which never are
 * @param subjects what problems call it, or the folder that what they call it lies in
 */
record Item(String source, String key, List<String> subjects) {

    boolean gave(Sample sample) {
        return sample.source().equals(source)
                && (sample.recording().equals(key) || sample.id().equals(key));
    }

    /** Whether a problem is about this item itself, not about something in its folder. */
    boolean isNamedIn(String inSource, Problem problem) {
        return inSource.equals(source) && subjects.contains(problem.subject());
    }

    boolean isBlamedBy(String inSource, Problem problem) {
        return inSource.equals(source)
                && subjects.stream()
                        .anyMatch(
                                subject ->
                                        problem.subject().equals(subject)
                                                || problem.subject().startsWith(subject + "/"));
    }
}
