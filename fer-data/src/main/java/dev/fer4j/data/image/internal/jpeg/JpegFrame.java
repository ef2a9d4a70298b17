package dev.fer4j.data.image.internal.jpeg;

import dev.fer4j.data.image.internal.Bytes;
import dev.fer4j.data.image.internal.TruncatedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JPEG's frame header.
 *
 * @param progressive whether coefficients come in several scans
 * @param huffman whether they are coded by Huffman's tables, not arithmetically
 * @param units number of units of interleaved blocks in a row
 * @param unitRows number of rows of units
 */
record JpegFrame(
        boolean progressive,
        boolean huffman,
        int units,
        int unitRows,
        List<JpegComponent> components) {

    private static final int MOST_COMPONENTS = 4;

    /**
     * Reads the content of the segment.
     *
     * @throws TruncatedException if it is incomplete or contradicts itself
     */
    static JpegFrame read(Bytes data, int marker, long at) throws TruncatedException {
        int height = (int) data.bigEndian(at + 1, 2);
        int width = (int) data.bigEndian(at + 3, 2);
        int count = data.at(at + 5);
        if (count < 1 || count > MOST_COMPONENTS) {
            throw new TruncatedException("is damaged: the JPEG's frame header");
        }
        int most = 1;
        int mostDown = 1;
        for (int i = 0; i < count; i++) {
            int sampling = data.at(at + 7 + 3L * i);
            int across = sampling >> 4;
            int down = sampling & 15;
            if (across < 1 || across > 4 || down < 1 || down > 4) {
                throw new TruncatedException("is damaged: the JPEG's frame header");
            }
            most = Math.max(most, across);
            mostDown = Math.max(mostDown, down);
        }
        boolean progressive = marker == 0xc2 || marker == 0xca;
        int units = parts(width, 8 * most);
        int unitRows = parts(height, 8 * mostDown);
        List<JpegComponent> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int across = data.at(at + 7 + 3L * i) >> 4;
            int down = data.at(at + 7 + 3L * i) & 15;
            components.add(
                    new JpegComponent(
                            data.at(at + 6 + 3L * i),
                            across,
                            down,
                            parts(parts(width * across, most), 8),
                            parts(parts(height * down, mostDown), 8),
                            units * across,
                            progressive ? unitRows * down : 0));
        }
        return new JpegFrame(progressive, marker < 0xc8, units, unitRows, components);
    }

    private static int parts(int whole, int size) {
        return (whole + size - 1) / size;
    }

    Optional<JpegComponent> component(int id) {
        return components.stream().filter(component -> component.id == id).findFirst();
    }
}
