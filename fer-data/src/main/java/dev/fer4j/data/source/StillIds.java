package dev.fer4j.data.source;

import dev.fer4j.core.Problem;
import dev.fer4j.data.source.internal.ImageFolder;
import dev.fer4j.data.source.internal.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects stills and resolves equal ids: identical entries for an image count once; images that
 * share an id but differ are all left out.
 */
final class StillIds {

    private record Entry(Still still, String where) {}

    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

    void add(Still still, String where) {
        entries.computeIfAbsent(still.id(), id -> new ArrayList<>()).add(new Entry(still, where));
    }

    /** Returns the unambiguous stills; the others are reported to the folder. */
    List<Still> resolve(ImageFolder images) {
        List<Still> stills = new ArrayList<>();
        entries.forEach(
                (id, same) -> {
                    boolean agree = same.stream().map(Entry::still).distinct().count() == 1;
                    if (agree) {
                        stills.add(same.get(0).still());
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

    /** Returns an image's id: its source and its file without the extension. */
    static String id(String source, String relative) {
        int slash = relative.lastIndexOf('/');
        return source
                + "/"
                + relative.substring(0, slash + 1)
                + Names.stem(relative.substring(slash + 1));
    }
}
