package dev.fer4j.data.image;

/**
 * Reads a JPEG's size from its frame header (ITU-T T.81, B.2.2), and looks for the end-of-image
 * marker behind the first scan. Markers inside application segments, such as those of an EXIF
 * thumbnail, are stepped over.
 */
final class JpegHeader {

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private JpegHeader() {}

    static ImageHeader read(Bytes data) throws TruncatedException {
        ImageHeader header = null;
        long at = 2;
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
            if (isFrame(marker) && header == null) {
                header =
                        new ImageHeader(
                                "JPEG", data.bigEndian(at + 7, 2), data.bigEndian(at + 5, 2));
            }
            at += 2 + data.bigEndian(at + 2, 2);
            if (marker == START_OF_SCAN) {
                break;
            }
        }
        if (header == null) {
            throw new TruncatedException("is a JPEG without a frame header");
        }
        requireEnd(data, at);
        return header;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    /** SOF0 to SOF15, among which DHT, JPG and DAC have their codes. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    /** In coded data a 0xff is followed by a 0, so the marker cannot occur there by chance. */
    private static void requireEnd(Bytes data, long from) throws TruncatedException {
        for (long at = data.length() - 2L; at >= from; at--) {
            if (data.at(at) == 0xff && data.at(at + 1) == END_OF_IMAGE) {
                return;
            }
        }
        throw new TruncatedException("is cut short: the JPEG has no end-of-image marker");
    }
}
