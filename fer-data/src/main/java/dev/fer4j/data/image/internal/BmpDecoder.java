package dev.fer4j.data.image.internal;

import dev.fer4j.core.RgbImage;

/**
 * Decodes BMP files. OpenCV exchanges channels whose bit masks it does not look at, and makes 248
 * of white in 16 bits; the JDK does not know all headers.
 */
public final class BmpDecoder {

    /** Smaller images may consist of pixels that no run covers. */
    private static final long MOST_WITHOUT_RUNS = 1_000_000;

    private final Bytes data;
    private final BmpHeader header;
    private final int width;
    private final int height;
    private final byte[] rgb;

    private BmpDecoder(Bytes data, BmpHeader header) {
        this.data = data;
        this.header = header;
        this.width = (int) header.width();
        this.height = (int) header.height();
        this.rgb = new byte[3 * width * height];
    }

    /**
     * Decodes a file whose size has been checked.
     *
     * @throws TruncatedException if pixels are missing or the header contradicts itself
     * @throws UnsupportedImageException if pixels are stored in a way that is not supported
     */
    public static RgbImage decode(Bytes data) throws TruncatedException, UnsupportedImageException {
        BmpHeader header = BmpHeader.read(data);
        return header.compression() == BmpHeader.Compression.NONE
                ? new BmpDecoder(data, requireRows(data, header)).rows()
                : new BmpDecoder(data, requireRuns(data, header)).runs();
    }

    /** Before memory for all pixels is allocated: a run has two bytes and at most 255 pixels. */
    private static BmpHeader requireRuns(Bytes data, BmpHeader header) throws TruncatedException {
        long pixels = header.width() * header.height();
        if (pixels > MOST_WITHOUT_RUNS && pixels / 128 > data.length()) {
            throw new TruncatedException("is damaged: the BMP has fewer pixels than it says");
        }
        return header;
    }

    /** Everything but the padding of the last row must be there. */
    private static BmpHeader requireRows(Bytes data, BmpHeader header) throws TruncatedException {
        long last = (header.width() * header.bits() + 7) / 8;
        data.requireLength(header.offset() + (header.height() - 1) * stride(header) + last);
        return header;
    }

    private static long stride(BmpHeader header) {
        return (header.width() * header.bits() + 31) / 32 * 4;
    }

    private RgbImage rows() throws TruncatedException {
        for (int row = 0; row < height; row++) {
            long start = header.offset() + row * stride(header);
            for (int x = 0; x < width; x++) {
                long bit = (long) x * header.bits();
                if (header.bits() <= 8) {
                    int above = 8 - header.bits() - (int) (bit % 8);
                    set(x, row, data.at(start + bit / 8) >> above & (1 << header.bits()) - 1);
                } else {
                    setPixel(x, row, (int) data.littleEndian(start + bit / 8, header.bits() / 8));
                }
            }
        }
        return image();
    }

    /**
     * Runs of equal pixels, or a zero and a command: end of row, end of image, a jump, or a number
     * of single pixels, padded to a whole number of 16 bits. What no run covers has the first
     * colour; what lies beyond a row's end is ignored.
     */
    private RgbImage runs() throws TruncatedException {
        for (int row = 0; row < height; row++) {
            for (int x = 0; x < width; x++) {
                set(x, row, 0);
            }
        }
        int indexBits = header.bits();
        long at = header.offset();
        long x = 0;
        long row = 0;
        while (row < height) {
            int count = data.at(at);
            int value = data.at(at + 1);
            at += 2;
            if (count > 0) {
                for (int i = 0; i < count; i++) {
                    set(x++, row, indexBits == 8 ? value : i % 2 == 0 ? value >> 4 : value & 15);
                }
            } else if (value == 0) {
                x = 0;
                row++;
            } else if (value == 1) {
                break;
            } else if (value == 2) {
                x += data.at(at);
                row += data.at(at + 1);
                at += 2;
            } else {
                for (int i = 0; i < value; i++) {
                    int index = data.at(at + (long) i * indexBits / 8);
                    set(x++, row, indexBits == 8 ? index : i % 2 == 0 ? index >> 4 : index & 15);
                }
                at += ((long) value * indexBits + 15) / 16 * 2;
            }
        }
        return image();
    }

    private void set(long x, long row, int index) {
        if (x < width && row < height) {
            int colour = header.palette().get(index);
            put((int) x, (int) row, colour >> 16, colour >> 8, colour);
        }
    }

    private void setPixel(int x, int row, int pixel) {
        if (header.bits() == 24) {
            put(x, row, pixel >> 16, pixel >> 8, pixel);
        } else {
            put(
                    x,
                    row,
                    header.masks().get(0).valueIn(pixel),
                    header.masks().get(1).valueIn(pixel),
                    header.masks().get(2).valueIn(pixel));
        }
    }

    private void put(int x, int row, int red, int green, int blue) {
        int y = header.topDown() ? row : height - 1 - row;
        int at = 3 * (y * width + x);
        rgb[at] = (byte) red;
        rgb[at + 1] = (byte) green;
        rgb[at + 2] = (byte) blue;
    }

    private RgbImage image() {
        return new RgbImage(width, height, rgb);
    }
}
