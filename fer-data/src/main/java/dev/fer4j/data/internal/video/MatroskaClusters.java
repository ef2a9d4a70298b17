package dev.fer4j.data.internal.video;

import java.io.IOException;

/**
 * Counts the places at which the clusters of a Matroska file (RFC 9559, 5.1.3) are damaged. FFmpeg
 * passes over everything from there to the next cluster without reporting it.
 */
final class MatroskaClusters {

    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;

    /** Element ids have at most four bytes (RFC 8794, 5). */
    private static final int LONGEST_ID = 4;

    private final FileBytes file;

    private MatroskaClusters(FileBytes file) {
        this.file = file;
    }

    /**
     * Returns the number of clusters whose elements do not fill them, plus one if something else
     * follows in their place; what follows that is not checked.
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
                damaged += isFilled(element) ? 0 : 1;
            }
            at = element.end();
        }
        return damaged;
    }

    private boolean isFilled(Element cluster) throws IOException {
        long at = cluster.content();
        while (at < cluster.end()) {
            Element element = element(at);
            if (!element.isValid()) {
                return false;
            }
            at = element.end();
        }
        return at == cluster.end();
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
