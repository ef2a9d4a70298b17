package dev.fer4j.data.image.internal;

import java.util.Optional;

/** Reads the orientation from EXIF data: tag 0x112 of the first directory. */
final class Exif {

    private static final int ORIENTATION = 0x112;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private Exif() {}

    /**
     * Returns the orientation, or empty if there is none or the data are damaged. Either byte order
     * is read, and the prefix {@code Exif\0\0} may be missing.
     */
    static Optional<Orientation> orientation(Bytes data) {
        try {
            int start = data.startsWith("Exif\0") ? 6 : 0;
            String order = data.text(start, 2);
            if (!order.equals("II") && !order.equals("MM")) {
                return Optional.empty();
            }
            boolean big = order.equals("MM");
            long directory = start + number(data, start + 4L, 4, big);
            long entries = number(data, directory, 2, big);
            for (long at = directory + 2; at < directory + 2 + 12 * entries; at += 12) {
                if (number(data, at, 2, big) == ORIENTATION) {
                    return value(data, at, big);
                }
            }
            return Optional.empty();
        } catch (TruncatedException e) {
            return Optional.empty();
        }
    }

    private static Optional<Orientation> value(Bytes data, long entry, boolean big)
            throws TruncatedException {
        long type = number(data, entry + 2, 2, big);
        if (type != SHORT && type != LONG) {
            return Optional.empty();
        }
        long value = number(data, entry + 8, type == SHORT ? 2 : 4, big);
        return Orientation.isOne(value)
                ? Optional.of(new Orientation((int) value))
                : Optional.empty();
    }

    private static long number(Bytes data, long at, int bytes, boolean big)
            throws TruncatedException {
        return big ? data.bigEndian(at, bytes) : data.littleEndian(at, bytes);
    }
}
