package dev.fer4j.data.image.internal.jpeg;

import dev.fer4j.data.image.internal.Bytes;
import dev.fer4j.data.image.internal.TruncatedException;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Reads the Huffman codes of a scan (ITU-T T.81, F.2 and G.2) without making pixels of them: what
 * is missing or damaged is found, where libjpeg would fill in grey and print a line on standard
 * error, and bytes behind the last code are left out.
 */
final class JpegScan {

    /**
     * A component of the scan.
     *
     * @param dc the table of its first coefficients; not used by scans without them
     * @param ac the table of its other coefficients; not used by scans without them
     */
    record Part(JpegComponent component, JpegTable dc, JpegTable ac) {}

    /**
     * Which coefficients a scan has.
     *
     * @param first of their numbers, 0 to 63
     * @param last of their numbers, 0 to 63
     * @param refines whether it adds a bit to what earlier scans gave
     */
    record Choice(int first, int last, boolean refines) {}

    private final JpegFrame frame;
    private final List<Part> parts;
    private final Choice choice;
    private JpegBits bits;
    private int blocksToSkip;

    JpegScan(JpegFrame frame, List<Part> parts, Choice choice) {
        this.frame = frame;
        this.parts = List.copyOf(parts);
        this.choice = choice;
    }

    /**
     * Writes the scan's data without what does not belong there.
     *
     * @param from position of the first byte
     * @param to position of the marker behind it
     * @param interval units between restart markers; 0 if there are none
     * @throws TruncatedException if codes are missing or damaged
     */
    void write(Bytes data, long from, long to, int interval, ByteArrayOutputStream out)
            throws TruncatedException {
        Part only = parts.get(0);
        boolean alone = parts.size() == 1;
        int columns = alone ? only.component().columns : frame.units();
        int rows = alone ? only.component().rows : frame.unitRows();
        long at = from;
        int restarts = 0;
        bits = new JpegBits(data, at, to);
        for (int unit = 0; unit < columns * rows; unit++) {
            if (interval > 0 && unit > 0 && unit % interval == 0) {
                bits.writeRead(out);
                at = restart(data, bits.end(), to, restarts % 8, out);
                bits = new JpegBits(data, at, to);
                blocksToSkip = 0;
                restarts++;
            }
            if (alone) {
                block(only, only.component().block(unit / columns, unit % columns));
            } else {
                unit(unit / columns, unit % columns);
            }
        }
        bits.writeRead(out);
    }

    private static long restart(
            Bytes data, long from, long to, int number, ByteArrayOutputStream out)
            throws TruncatedException {
        long at = from;
        while (at < to && data.at(at) == 0xff) {
            at++;
        }
        if (at >= to || data.at(at) != 0xd0 + number) {
            throw new TruncatedException("is damaged: a restart marker of the JPEG is missing");
        }
        out.write(0xff);
        out.write(0xd0 + number);
        return at + 1;
    }

    private void unit(int row, int column) throws TruncatedException {
        for (Part part : parts) {
            JpegComponent component = part.component();
            for (int y = 0; y < component.down; y++) {
                for (int x = 0; x < component.across; x++) {
                    block(
                            part,
                            component.block(
                                    row * component.down + y, column * component.across + x));
                }
            }
        }
    }

    private void block(Part part, int block) throws TruncatedException {
        if (choice.first() == 0) {
            if (choice.refines()) {
                bits.skip(1);
            } else {
                bits.skip(part.dc().next(bits));
            }
        }
        if (!frame.progressive()) {
            sequential(part.ac());
        } else if (choice.first() > 0 && choice.refines()) {
            refinement(part, block);
        } else if (choice.first() > 0) {
            firstBits(part, block);
        }
    }

    private void sequential(JpegTable table) throws TruncatedException {
        for (int k = 1; k <= 63; k++) {
            int symbol = table.next(bits);
            int size = symbol & 15;
            int zeros = symbol >> 4;
            if (size == 0 && zeros != 15) {
                return;
            }
            bits.skip(size);
            k += zeros;
        }
    }

    private void firstBits(Part part, int block) throws TruncatedException {
        if (blocksToSkip > 0) {
            blocksToSkip--;
            return;
        }
        for (int k = choice.first(); k <= choice.last(); k++) {
            int symbol = part.ac().next(bits);
            int size = symbol & 15;
            int zeros = symbol >> 4;
            if (size == 0 && zeros != 15) {
                blocksToSkip = (1 << zeros) + bits.read(zeros) - 1;
                return;
            }
            k += zeros;
            if (size > 0) {
                bits.skip(size);
                part.component().setNonzero(block, k);
            }
        }
    }

    private void refinement(Part part, int block) throws TruncatedException {
        JpegComponent component = part.component();
        int k = choice.first();
        while (blocksToSkip == 0 && k <= choice.last()) {
            int symbol = part.ac().next(bits);
            boolean isNew = (symbol & 15) != 0;
            if ((symbol & 15) > 1) {
                throw bits.impossible();
            }
            int zeros = symbol >> 4;
            if (!isNew && zeros != 15) {
                blocksToSkip = (1 << zeros) + bits.read(zeros);
                break;
            }
            bits.skip(isNew ? 1 : 0);
            while (k <= choice.last()) {
                if (component.isNonzero(block, k)) {
                    bits.skip(1);
                } else if (zeros == 0) {
                    break;
                } else {
                    zeros--;
                }
                k++;
            }
            if (isNew) {
                component.setNonzero(block, k);
            }
            k++;
        }
        if (blocksToSkip > 0) {
            for (; k <= choice.last(); k++) {
                bits.skip(component.isNonzero(block, k) ? 1 : 0);
            }
            blocksToSkip--;
        }
    }
}
