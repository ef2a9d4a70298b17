package dev.fer4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Problem;
import dev.fer4j.data.source.internal.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The contents of a source. Every recording and image found is either listed or named in a problem.
 * All images of a recording have one label and one participant: a recording or still that
 * contradicts another of the same recording is moved to the problems, and so is the other.
 *
 * @param source the source's name, which is also a folder name, for example {@code baseline}
 * @param folder the source's folder; converted to an absolute path
 * @param recordings in a fixed order, with distinct ids
 * @param stills in a fixed order, with distinct ids
 * @param problems items that were found but cannot be used or are not used
 */
public record SourceListing(
        String source,
        Path folder,
        List<Recording> recordings,
        List<Still> stills,
        List<Problem> problems) {

    public SourceListing {
        Names.checkFolderName("source name", source);
        folder = folder.toAbsolutePath().normalize();
        RecordingConflicts conflicts = new RecordingConflicts(folder, recordings, stills);
        List<Problem> all = new ArrayList<>(problems);
        recordings = without(recordings, conflicts::problem, all);
        stills = without(stills, conflicts::problem, all);
        problems = List.copyOf(all);
        Set<String> ids = new HashSet<>();
        for (Recording recording : recordings) {
            checkArgument(ids.add(recording.id()), "recording id %s occurs twice", recording.id());
        }
        ids.clear();
        for (Still still : stills) {
            checkArgument(ids.add(still.id()), "still id %s occurs twice", still.id());
        }
    }

    private static <T> List<T> without(
            List<T> items, Function<T, Optional<Problem>> conflict, List<Problem> problems) {
        List<T> kept = new ArrayList<>();
        for (T item : items) {
            conflict.apply(item).ifPresentOrElse(problems::add, () -> kept.add(item));
        }
        return List.copyOf(kept);
    }
}
