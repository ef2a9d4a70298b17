package dev.fer4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Problem;
import dev.fer4j.data.source.internal.Names;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The contents of a source. Every recording and image found is either listed or named in a problem.
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
        recordings = List.copyOf(recordings);
        stills = List.copyOf(stills);
        problems = List.copyOf(problems);
        Set<String> ids = new HashSet<>();
        for (Recording recording : recordings) {
            checkArgument(ids.add(recording.id()), "recording id %s occurs twice", recording.id());
        }
        ids.clear();
        for (Still still : stills) {
            checkArgument(ids.add(still.id()), "still id %s occurs twice", still.id());
        }
    }
}
