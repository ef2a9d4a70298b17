package dev.fer4j.data.image.internal.jpeg;

import dev.fer4j.data.image.internal.Bytes;
import dev.fer4j.data.image.internal.ImageHeader;
import dev.fer4j.data.image.internal.StrippedImage;
import dev.fer4j.data.image.internal.TruncatedException;
import dev.fer4j.data.image.internal.UnsupportedImageException;

/**
 * Reads a JPEG's size from its frame header (ITU-T T.81, B.2.2), and walks through its segments up
 * to the end-of-image marker. As in libjpeg and browsers, bytes between two segments are skipped,
 * and so is everything behind the end, such as the further pictures of an MPO file.
 */
public final class JpegFile {

    static final int END_OF_IMAGE = 0xd9;
    static final int START_OF_SCAN = 0xda;

    private JpegFile() {}

    public static ImageHeader read(Bytes data) throws TruncatedException {
        long at = marker(data, 2);
        while (!isFrame(data.at(at + 1))) {
            if (data.at(at + 1) == START_OF_SCAN || data.at(at + 1) == END_OF_IMAGE) {
                throw new TruncatedException("is a JPEG without a frame header");
            }
            at = marker(data, behind(data, at));
        }
        return new ImageHeader(
                ImageHeader.JPEG, data.bigEndian(at + 7, 2), data.bigEndian(at + 5, 2));
    }

    /**
     * Returns the segments that decide about pixels, and the orientation.
     *
     * @throws TruncatedException if there is no end-of-image marker
     * @throws UnsupportedImageException if pixels are coded in a way that is not supported
     */
    public static StrippedImage strip(Bytes data)
            throws TruncatedException, UnsupportedImageException {
        JpegSegments segments = new JpegSegments(data);
        long at = marker(data, 2);
        while (data.at(at + 1) != END_OF_IMAGE) {
            long end = behind(data, at);
            data.check(at, end - at);
            if (data.at(at + 1) == START_OF_SCAN) {
                long coded = end;
                end = marker(data, coded);
                segments.addScan(at, coded, end);
            } else {
                segments.add(at, end);
            }
            at = marker(data, end);
        }
        return segments.stripped();
    }

    /** SOF0 to SOF15, except for the codes of DHT, JPG and DAC in between. */
    static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    /**
     * Returns the position of the next marker that has a segment, or ends the image. It is also the
     * end of entropy-coded data, in which 0xff is followed by 0 or by a restart marker.
     */
    private static long marker(Bytes data, long from) throws TruncatedException {
        for (long at = from; at < data.length() - 1; at++) {
            if (data.at(at) == 0xff && isMarker(data.at(at + 1))) {
                return at;
            }
        }
        throw new TruncatedException("is truncated: the JPEG has no end-of-image marker");
    }

    /** Neither a reserved code, nor RST0 to RST7 and SOI, nor a byte that fills up. */
    private static boolean isMarker(int code) {
        return code >= 0xc0 && (code < 0xd0 || code > 0xd8) && code != 0xff;
    }

    /** A length below 2, which cannot be, is taken for 2, as libjpeg does. */
    private static long behind(Bytes data, long marker) throws TruncatedException {
        return marker + 2 + Math.max(2, data.bigEndian(marker + 2, 2));
    }
}
