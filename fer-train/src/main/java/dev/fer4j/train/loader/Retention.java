package dev.fer4j.train.loader;

import dev.fer4j.train.loader.SegmentFolder.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves only some images in a folder of segments, of whatever size.
 *
 * @param folder a folder not in use by anything else
 * @param digests of the files whose images stay
 */
record Retention(SegmentFolder folder, Set<String> digests) {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    Retention {
        digests = Set.copyOf(digests);
    }

    /** Does it, and returns how many images were removed. */
    int apply() throws IOException {
        int removed = 0;
        if (Files.isDirectory(folder.folder())) {
            for (Entry entry : folder.entries()) {
                if (entry.finished()) {
                    removed += rewrite(entry);
                } else {
                    // Its writer has died, and it may show erased people.
                    Files.deleteIfExists(entry.file());
                }
            }
        }
        return removed;
    }

    private int rewrite(Entry entry) throws IOException {
        Path file = entry.file();
        try {
            Segment segment = Segment.open(file, entry.size());
            List<String> all = segment.digests();
            int[] kept =
                    IntStream.range(0, all.size())
                            .filter(place -> digests.contains(all.get(place)))
                            .toArray();
            if (kept.length < all.size()) {
                replace(segment, entry, kept);
            }
            return all.size() - kept.length;
        } catch (Segment.DamagedException e) {
            LOG.warn("{}; deleted", e.getMessage());
            Files.deleteIfExists(file);
            return 0;
        }
    }

    private void replace(Segment segment, Entry entry, int[] kept) throws IOException {
        List<String> all = segment.digests();
        List<String> names = IntStream.of(kept).mapToObj(all::get).toList();
        try {
            if (kept.length > 0) {
                SegmentWriter.write(
                        folder.file(entry.size(), names),
                        entry.size(),
                        names,
                        number -> segment.image(kept[number]).rgb());
            }
        } catch (IOException e) {
            // A disk without room must not keep what is to go; the rest can be recreated.
            LOG.warn("{}: deleted as a whole: {}", entry.file(), e.getMessage());
        }
        Files.deleteIfExists(entry.file());
    }
}
