package dev.fer4j.data.image.internal.jpeg;

/** A component of a JPEG's frame, with the coefficients that are known not to be zero. */
final class JpegComponent {

    final int id;

    /** Blocks of a unit, horizontally and vertically. */
    final int across;

    final int down;

    /** Blocks that have pixels of the image. */
    final int columns;

    final int rows;

    private final int stride;

    /** A bit for each coefficient of each block; only for progressive JPEG. */
    private final long[] nonzero;

    JpegComponent(int id, int across, int down, int columns, int rows, int stride, int storedRows) {
        this.id = id;
        this.across = across;
        this.down = down;
        this.columns = columns;
        this.rows = rows;
        this.stride = stride;
        this.nonzero = new long[stride * storedRows];
    }

    int block(int row, int column) {
        return row * stride + column;
    }

    boolean isNonzero(int block, int coefficient) {
        return (nonzero[block] >>> coefficient & 1) != 0;
    }

    void setNonzero(int block, int coefficient) {
        if (coefficient < 64) {
            nonzero[block] |= 1L << coefficient;
        }
    }
}
