package dev.fer4j.data.internal.video;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the places at which the clusters of a Matroska file (RFC 9559, 5.1.3) are damaged. FFmpeg
 * passes over everything from there to the next cluster without reporting it.
 */
final class MatroskaClusters {

    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAEL;
    private static final long TRACK_NUMBER = 0xD7L;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final long BLOCK = 0xA1L;

    /** Element ids have at most four bytes (RFC 8794, 5). */
    private static final int LONGEST_ID = 4;

    private final FileBytes file;

    /** The numbers of the tracks; blocks begin with one of them. */
    private final Set<Long> tracks = new HashSet<>();

    private MatroskaClusters(FileBytes file) {
        this.file = file;
    }

    /**
     * Returns the number of clusters whose elements do not fill them and of blocks that belong to
     * no track, plus one if something else follows in their place; what follows that is not
     * checked.
     */
    static long damaged(FileBytes file) throws IOException {
        return new MatroskaClusters(file).damagedIn(0, file.length(), false);
    }

    private long damagedIn(long start, long end, boolean isSegment) throws IOException {
        long damaged = 0;
        long at = start;
        while (at < end) {
            Element element = element(at);
            if (!element.isValid() || element.end() > end) {
                return damaged + (isSegment ? 1 : 0);
            }
            if (element.id() == SEGMENT && !isSegment) {
                damaged += damagedIn(element.content(), element.end(), true);
            } else if (element.id() == CLUSTER) {
                // The end of a cluster of unknown length is known by its elements only.
                if (element.isOfUnknownLength()) {
                    at = element.content();
                    continue;
                }
                damaged += damagedIn(element);
            } else if (element.id() == TRACKS) {
                addTracks(element);
            }
            at = element.end();
        }
        return damaged;
    }

    private void addTracks(Element list) throws IOException {
        for (long at = list.content(); at < list.end(); at = element(at).end()) {
            Element track = element(at);
            Optional<Element> number =
                    track.id() == TRACK ? child(track, TRACK_NUMBER) : Optional.empty();
            if (number.isPresent()) {
                long bytes = Math.min(number.get().end() - number.get().content(), Long.BYTES);
                tracks.add(file.bigEndian(number.get().content(), (int) bytes));
            }
        }
    }

    private Optional<Element> child(Element parent, long id) throws IOException {
        for (long at = parent.content(); at < parent.end(); at = element(at).end()) {
            Element child = element(at);
            if (child.id() == id) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    private long damagedIn(Element cluster) throws IOException {
        long lost = 0;
        long at = cluster.content();
        while (at < cluster.end()) {
            Element element = element(at);
            if (!element.isValid()) {
                return lost + 1;
            }
            Optional<Element> block =
                    switch ((int) element.id()) {
                        case SIMPLE_BLOCK -> Optional.of(element);
                        case BLOCK_GROUP -> child(element, BLOCK);
                        default -> Optional.empty();
                    };
            if (block.isPresent() && !isOfTrack(block.get())) {
                lost++;
            }
            at = element.end();
        }
        return at == cluster.end() ? lost : lost + 1;
    }

    private boolean isOfTrack(Element block) throws IOException {
        int bytes = MatroskaEnd.width(file.at(block.content()));
        long mask = (1L << (7 * bytes)) - 1;
        return tracks.isEmpty() || tracks.contains(file.bigEndian(block.content(), bytes) & mask);
    }

    private Element element(long at) throws IOException {
        int idBytes = MatroskaEnd.width(file.at(at));
        long id = file.bigEndian(at, idBytes);
        int sizeBytes = MatroskaEnd.width(file.at(at + idBytes));
        long mask = (1L << (7 * sizeBytes)) - 1;
        long size = file.bigEndian(at + idBytes, sizeBytes) & mask;
        long content = at + idBytes + sizeBytes;
        boolean unknown = size == mask;
        boolean valid = idBytes <= LONGEST_ID && (!unknown || id == SEGMENT || id == CLUSTER);
        return new Element(id, content, unknown ? file.length() : content + size, unknown, valid);
    }

    private record Element(
            long id, long content, long end, boolean isOfUnknownLength, boolean isValid) {}
}
