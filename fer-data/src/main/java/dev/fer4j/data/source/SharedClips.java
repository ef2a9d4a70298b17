package dev.fer4j.data.source;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.internal.EqualFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds clips that occur in several recordings. */
final class SharedClips {

    /** The recordings of a clip that a problem names. */
    private static final int NAMED = 3;

    private SharedClips() {}

    /**
     * Returns a problem for each set of clips with the same bytes, since one clip cannot be the
     * reaction of two people, or to two advertisements. The recordings are not left out: which of
     * them is right is not known, and the leakage gate refuses the clip in two splits.
     *
     * @param root the source's folder, to which file names in problems are relative
     */
    static List<Problem> problems(List<Recording> recordings, Path root) {
        Map<Path, Recording> owners = new LinkedHashMap<>();
        recordings.forEach(one -> one.clips().forEach(clip -> owners.put(clip, one)));
        List<Problem> problems = new ArrayList<>();
        for (List<Path> same : EqualFiles.among(owners.keySet())) {
            problems.add(
                    new Problem(
                            Problem.Kind.CONTRADICTION,
                            RelativePath.of(root, same.get(0)),
                            "has the same bytes as a clip of "
                                    + (same.size() == 2
                                            ? "another recording: "
                                            : (same.size() - 1) + " other recordings: ")
                                    + same.stream()
                                            .limit(NAMED)
                                            .map(clip -> described(owners.get(clip)))
                                            .collect(joining(", "))
                                    + (same.size() > NAMED ? ", …" : ""),
                            "keep it in the recording that it belongs to"));
        }
        return List.copyOf(problems);
    }

    private static String described(Recording recording) {
        return recording.id()
                + " (participant "
                + recording.participant()
                + ", "
                + recording.label()
                + ")";
    }
}
