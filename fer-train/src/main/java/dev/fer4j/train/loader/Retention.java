package dev.fer4j.train.loader;

import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.train.loader.SegmentFolder.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes all but the given images, of every size, from a folder of segments.
 *
 * @param folder a folder that is not otherwise in use
 * @param digests digests of the files whose images are kept
 */
record Retention(SegmentFolder folder, Set<String> digests) {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    Retention {
        digests = Set.copyOf(digests);
    }

    /** Removes the other images and returns their number. */
    int apply() throws IOException {
        int removed = 0;
        if (OwnedFolder.isMarked(folder.folder(), OwnedFolder.Content.DECODED_IMAGES)) {
            for (Entry entry : folder.entries()) {
                if (entry.finished()) {
                    removed += rewrite(entry);
                } else {
                    // Left by a killed writer; may contain images of erased people.
                    folder.delete(entry.file());
                }
            }
        }
        return removed;
    }

    private int rewrite(Entry entry) throws IOException {
        Path file = entry.file();
        try {
            Segment segment = Segment.open(file, entry.form());
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
            folder.delete(file);
            return 0;
        }
    }

    private void replace(Segment segment, Entry entry, int[] kept) throws IOException {
        List<String> all = segment.digests();
        List<String> names = IntStream.of(kept).mapToObj(all::get).toList();
        try {
            if (kept.length > 0) {
                SegmentWriter.write(
                        folder.file(entry.form(), names),
                        entry.form(),
                        names,
                        number -> segment.image(kept[number]).rgb());
            }
        } catch (IOException e) {
            // A full disk must not prevent erasure; the remaining images can be recreated.
            LOG.warn("{}: deleted as a whole: {}", entry.file(), e.getMessage());
        }
        folder.delete(entry.file());
    }
}
