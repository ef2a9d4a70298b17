package dev.fer4j.data.source;

import dev.fer4j.core.AdCategory;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.internal.ClipFolder;
import dev.fer4j.data.source.internal.DistinctIds;
import dev.fer4j.data.source.internal.Names;
import dev.fer4j.data.source.internal.Viewing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A recording whose label is not yet known.
 *
 * @param id the recording's id
 * @param subject its name in problems: its folder or file, relative to the source
 */
record Candidate(
        String id, String subject, AdCategory category, Viewing viewing, List<Path> clips) {

    static List<Candidate> all(List<ClipFolder> folders, RecordingUnit unit, Path root) {
        List<Candidate> candidates = new ArrayList<>();
        for (ClipFolder folder : folders) {
            Viewing viewing = folder.viewing();
            String id =
                    viewing.participant()
                            + "-"
                            + viewing.ad()
                            + "-"
                            + Names.folderName(folder.emotion());
            switch (unit) {
                case FOLDER ->
                        candidates.add(
                                new Candidate(
                                        id,
                                        RelativePath.of(root, folder.folder()),
                                        folder.category(),
                                        viewing,
                                        folder.clips()));
                case FILE -> {
                    Map<String, String> ids =
                            DistinctIds.of(folder.clips().stream().map(Candidate::name).toList());
                    for (Path clip : folder.clips()) {
                        candidates.add(
                                new Candidate(
                                        id + "-" + Names.folderName(ids.get(name(clip))),
                                        RelativePath.of(root, clip),
                                        folder.category(),
                                        viewing,
                                        List.of(clip)));
                    }
                }
            }
        }
        return List.copyOf(candidates);
    }

    private static String name(Path clip) {
        return clip.getFileName().toString();
    }
}
