package dev.fer4j.data.source;

import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.internal.DistinctIds;
import dev.fer4j.data.source.internal.ImageFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the entries of images and gives the images their ids: source and path without the
 * extension, but with it where ids would otherwise be equal. Identical entries for an image count
 * once; an image whose entries differ is left out.
 */
final class StillIds {

    private record Entry(Still still, String where) {}

    private final String source;
    private final Path folder;
    private final Map<Path, List<Entry>> entries = new LinkedHashMap<>();

    /**
     * Starts without entries.
     *
     * @param source the source's name
     */
    StillIds(String source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * Adds an entry.
     *
     * @param still what it says of an image; the id is replaced
     * @param where the entry's name in problems
     */
    void add(Still still, String where) {
        entries.computeIfAbsent(still.file(), file -> new ArrayList<>())
                .add(new Entry(still, where));
    }

    /** Returns the unambiguous stills with their ids; the others are reported to the folder. */
    List<Still> resolve(ImageFolder images) {
        Map<String, String> ids =
                DistinctIds.of(entries.keySet().stream().map(this::path).toList());
        List<Still> stills = new ArrayList<>();
        entries.forEach(
                (file, same) -> {
                    String id = source + "/" + ids.get(path(file));
                    boolean agree = same.stream().map(Entry::still).distinct().count() == 1;
                    if (agree) {
                        stills.add(same.get(0).still().withId(id));
                    }
                    for (Entry entry : agree ? same.subList(1, same.size()) : same) {
                        images.report(
                                agree ? Problem.Kind.UNUSED : Problem.Kind.DUPLICATE,
                                entry.where(),
                                agree
                                        ? "names " + id + " again"
                                        : "names " + id + ", which other lines contradict");
                    }
                });
        return List.copyOf(stills);
    }

    private String path(Path file) {
        return RelativePath.of(folder, file);
    }
}
