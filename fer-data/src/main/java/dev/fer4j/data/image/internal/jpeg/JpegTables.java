package dev.fer4j.data.image.internal.jpeg;

import dev.fer4j.data.image.internal.Bytes;
import dev.fer4j.data.image.internal.TruncatedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Huffman tables and the frame that hold for the next scan of a JPEG. */
final class JpegTables {

    private static final int LENGTHS = 16;
    private static final int AC = 0x10;
    private static final int MOST_COEFFICIENTS = 64;

    private final Map<Integer, JpegTable> tables = new HashMap<>();
    private Optional<JpegFrame> frame = Optional.empty();

    void setFrame(JpegFrame given) {
        frame = Optional.of(given);
    }

    Optional<JpegFrame> frame() {
        return frame;
    }

    /** Reads the tables of a DHT segment. */
    void read(Bytes data, long from, long end) throws TruncatedException {
        long at = from;
        while (at + 1 + LENGTHS <= end) {
            int[] counts = new int[LENGTHS];
            for (int i = 0; i < LENGTHS; i++) {
                counts[i] = data.at(at + 1 + i);
            }
            int symbols = Arrays.stream(counts).sum();
            long first = at + 1 + LENGTHS;
            data.check(first, symbols);
            tables.put(
                    data.at(at),
                    new JpegTable(
                            counts,
                            Arrays.copyOfRange(data.array(), (int) first, (int) first + symbols)));
            at = first + symbols;
        }
    }

    /**
     * Returns the scan of a segment; empty if its codes cannot be followed: they are arithmetic, or
     * a table or component is not there, of which libjpeg knows more or which it refuses.
     */
    Optional<JpegScan> scan(Bytes data, long at) throws TruncatedException {
        if (frame.isEmpty() || !frame.get().huffman()) {
            return Optional.empty();
        }
        int count = data.at(at + 4);
        long choice = at + 5 + 2L * count;
        int first = frame.get().progressive() ? data.at(choice) : 0;
        int last = frame.get().progressive() ? data.at(choice + 1) : MOST_COEFFICIENTS - 1;
        boolean refines = frame.get().progressive() && data.at(choice + 2) >> 4 > 0;
        boolean dc = first == 0 && !refines;
        boolean ac = first > 0 || !frame.get().progressive();
        List<JpegScan.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int numbers = data.at(at + 6 + 2L * i);
            Optional<JpegComponent> component = frame.get().component(data.at(at + 5 + 2L * i));
            JpegTable dcTable = tables.getOrDefault(numbers >> 4, JpegTable.NONE);
            JpegTable acTable = tables.getOrDefault(AC | (numbers & 15), JpegTable.NONE);
            if (component.isEmpty()
                    || (dc && dcTable == JpegTable.NONE)
                    || (ac && acTable == JpegTable.NONE)) {
                return Optional.empty();
            }
            parts.add(new JpegScan.Part(component.get(), dcTable, acTable));
        }
        if (parts.isEmpty() || first > last || last >= MOST_COEFFICIENTS) {
            throw new TruncatedException("is damaged: the JPEG's scan header");
        }
        return Optional.of(
                new JpegScan(frame.get(), parts, new JpegScan.Choice(first, last, refines)));
    }
}
