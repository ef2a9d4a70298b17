package dev.fer4j.data.image.internal;

import dev.fer4j.core.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Decodes the pixels of a PNG (PNG specification, sections 7 to 9). OpenCV's libpng would print a
 * line on standard error for each file that it warns of or refuses.
 */
final class PngDecoder {

    /** First column and row of each pass of Adam7, and the steps. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8},
        {4, 0, 8, 8},
        {0, 4, 4, 8},
        {2, 0, 4, 4},
        {0, 2, 2, 4},
        {1, 0, 2, 2},
        {0, 1, 1, 2}
    };

    private static final int[] WHOLE = {0, 0, 1, 1};
    private static final int BUFFER = 1 << 14;

    private final PngHeader header;
    private final byte[] palette;
    private final byte[] rgb;

    private PngDecoder(PngHeader header, byte[] palette) {
        this.header = header;
        this.palette = palette;
        this.rgb = new byte[3 * header.width() * header.height()];
    }

    /**
     * Decodes pixels.
     *
     * @param palette three bytes of each colour
     * @param coded the content of all IDAT chunks
     * @throws TruncatedException if there are fewer pixels than the header says, or if they are
     *     damaged
     */
    static RgbImage decode(PngHeader header, byte[] palette, InputStream coded)
            throws TruncatedException {
        PngDecoder decoder = new PngDecoder(header, palette);
        Inflater inflater = new Inflater();
        try (InputStream in = new InflaterInputStream(coded, inflater, BUFFER)) {
            for (int[] pass : header.interlaced() ? PASSES : new int[][] {WHOLE}) {
                decoder.read(in, pass);
            }
        } catch (IOException e) {
            throw new TruncatedException("is damaged: the PNG's pixels cannot be unpacked");
        } finally {
            inflater.end();
        }
        return new RgbImage(header.width(), header.height(), decoder.rgb);
    }

    private void read(InputStream in, int[] pass) throws IOException, TruncatedException {
        int columns = (header.width() - pass[0] + pass[2] - 1) / pass[2];
        int rows = (header.height() - pass[1] + pass[3] - 1) / pass[3];
        if (columns <= 0 || rows <= 0) {
            return;
        }
        int bits = header.channels() * header.depth();
        int pixelBytes = Math.max(1, bits / 8);
        // In front of the first pixel lie zeros, for filters that look to the left.
        int length = (int) (((long) columns * bits + 7) / 8);
        byte[] above = new byte[pixelBytes + length];
        byte[] row = new byte[pixelBytes + length];
        for (int y = 0; y < rows; y++) {
            int filter = in.read();
            if (filter < 0 || in.readNBytes(row, pixelBytes, length) < length) {
                throw tooFewPixels();
            }
            unfilter(filter, row, above, pixelBytes);
            int start = 3 * ((pass[1] + y * pass[3]) * header.width() + pass[0]);
            write(row, pixelBytes, columns, start, 3 * pass[2]);
            byte[] read = row;
            row = above;
            above = read;
        }
    }

    static TruncatedException tooFewPixels() {
        return new TruncatedException("is damaged: the PNG has fewer pixels than it says");
    }

    private static void unfilter(int filter, byte[] row, byte[] above, int back)
            throws TruncatedException {
        switch (filter) {
            case 0 -> {}
            case 1 -> {
                for (int i = back; i < row.length; i++) {
                    row[i] = (byte) (row[i] + row[i - back]);
                }
            }
            case 2 -> {
                for (int i = back; i < row.length; i++) {
                    row[i] = (byte) (row[i] + above[i]);
                }
            }
            case 3 -> {
                for (int i = back; i < row.length; i++) {
                    int mean = ((row[i - back] & 0xff) + (above[i] & 0xff)) / 2;
                    row[i] = (byte) (row[i] + mean);
                }
            }
            case 4 -> {
                for (int i = back; i < row.length; i++) {
                    int nearest = paeth(row[i - back], above[i], above[i - back]);
                    row[i] = (byte) (row[i] + nearest);
                }
            }
            default -> throw new TruncatedException("is damaged: a filter of the PNG is unknown");
        }
    }

    private static int paeth(byte left, byte up, byte corner) {
        int a = left & 0xff;
        int b = up & 0xff;
        int c = corner & 0xff;
        int fromLeft = Math.abs(b - c);
        int fromUp = Math.abs(a - c);
        int fromCorner = Math.abs(a + b - 2 * c);
        if (fromLeft <= fromUp && fromLeft <= fromCorner) {
            return a;
        }
        return fromUp <= fromCorner ? b : c;
    }

    /** Writes a row; of two bytes the upper one is kept, and alpha is dropped. */
    private void write(byte[] row, int from, int columns, int start, int step) {
        int bytes = header.depth() == 16 ? 2 : 1;
        int pixel = header.channels() * bytes;
        int at = start;
        for (int x = 0; x < columns; x++) {
            if (header.channels() >= 3) {
                int source = from + x * pixel;
                rgb[at] = row[source];
                rgb[at + 1] = row[source + bytes];
                rgb[at + 2] = row[source + 2 * bytes];
            } else {
                int value =
                        header.depth() < 8 ? packed(row, from, x) : row[from + x * pixel] & 0xff;
                writeValue(value, at);
            }
            at += step;
        }
    }

    private int packed(byte[] row, int from, int x) {
        int depth = header.depth();
        int bit = x * depth;
        return (row[from + bit / 8] >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
    }

    /** Writes a grey value, or the colour of an index; those beyond the palette are black. */
    private void writeValue(int value, int at) {
        if (header.colour() != PngHeader.PALETTE) {
            byte grey =
                    (byte) (header.depth() < 8 ? value * 255 / ((1 << header.depth()) - 1) : value);
            rgb[at] = grey;
            rgb[at + 1] = grey;
            rgb[at + 2] = grey;
        } else if (3 * value + 2 < palette.length) {
            rgb[at] = palette[3 * value];
            rgb[at + 1] = palette[3 * value + 1];
            rgb[at + 2] = palette[3 * value + 2];
        }
    }
}
