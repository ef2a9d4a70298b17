package dev.fer4j.data.image;

/**
 * Reads a JPEG's size from its frame header (ITU-T T.81, B.2.2), and searches for the end-of-image
 * marker after the first scan. Markers inside application segments, such as those of an EXIF
 * thumbnail, are skipped.
 */
final class JpegHeader {

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private JpegHeader() {}

    static ImageHeader read(Bytes data) throws TruncatedException {
        long at = 2;
        while (true) {
            at = marker(data, at);
            int marker = data.at(at + 1);
            if (isFrame(marker)) {
                return new ImageHeader(
                        ImageHeader.JPEG, data.bigEndian(at + 7, 2), data.bigEndian(at + 5, 2));
            }
            if (marker == START_OF_SCAN) {
                throw new TruncatedException("is a JPEG without a frame header");
            }
            at = behind(data, at);
        }
    }

    static void requireEnd(Bytes data) throws TruncatedException {
        long at = marker(data, 2);
        while (data.at(at + 1) != START_OF_SCAN) {
            at = marker(data, behind(data, at));
        }
        requireEnd(data, behind(data, at));
    }

    /** Returns the position of the next marker that has a segment. */
    private static long marker(Bytes data, long from) throws TruncatedException {
        long at = from;
        while (true) {
            if (data.at(at) != 0xff) {
                throw new TruncatedException("is damaged: no JPEG marker at byte " + at);
            }
            int marker = data.at(at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (standsAlone(marker)) {
                at += 2;
                continue;
            }
            return at;
        }
    }

    private static long behind(Bytes data, long marker) throws TruncatedException {
        return marker + 2 + data.bigEndian(marker + 2, 2);
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    /** SOF0 to SOF15, except for the codes of DHT, JPG and DAC in between. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    /** In entropy-coded data, 0xff is followed by 0, so the marker cannot occur there by chance. */
    private static void requireEnd(Bytes data, long from) throws TruncatedException {
        for (long at = data.length() - 2L; at >= from; at--) {
            if (data.at(at) == 0xff && data.at(at + 1) == END_OF_IMAGE) {
                return;
            }
        }
        throw new TruncatedException("is truncated: the JPEG has no end-of-image marker");
    }
}
