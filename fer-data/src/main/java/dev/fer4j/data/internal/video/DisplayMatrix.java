package dev.fer4j.data.internal.video;

import dev.fer4j.core.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The rotation and mirroring of stored frames for display: the upper left 2 × 2 part of a
 * container's display matrix, which maps (x, y) to (a·x + c·y, b·x + d·y), with y pointing down.
 * Each value is −1, 0 or 1, so that frames are rotated by multiples of 90° and mirrored without
 * interpolation.
 */
record DisplayMatrix(int a, int b, int c, int d) {

    static final DisplayMatrix IDENTITY = new DisplayMatrix(1, 0, 0, 1);

    private static final int BYTES = 36;

    /**
     * Reads FFmpeg's side data: nine 32-bit fixed-point numbers in the machine's byte order.
     * Matrices other than quarter turns, which phones do not write, are treated as no rotation.
     */
    static DisplayMatrix read(byte[] sideData) {
        if (sideData.length < BYTES) {
            return IDENTITY;
        }
        ByteBuffer values = ByteBuffer.wrap(sideData).order(ByteOrder.nativeOrder());
        DisplayMatrix matrix =
                new DisplayMatrix(
                        Integer.signum(values.getInt(0)),
                        Integer.signum(values.getInt(4)),
                        Integer.signum(values.getInt(12)),
                        Integer.signum(values.getInt(16)));
        boolean upright = matrix.a * matrix.d != 0 && matrix.b == 0 && matrix.c == 0;
        boolean turned = matrix.b * matrix.c != 0 && matrix.a == 0 && matrix.d == 0;
        return upright || turned ? matrix : IDENTITY;
    }

    /** Whether width and height are exchanged. */
    boolean isQuarterTurn() {
        return a == 0;
    }

    /** Returns the frame as it should be displayed. */
    RgbImage apply(RgbImage image) {
        if (equals(IDENTITY)) {
            return image;
        }
        int w = image.width();
        int h = image.height();
        int width = a != 0 ? w : h;
        int height = a != 0 ? h : w;
        byte[] from = image.rgb();
        byte[] to = new byte[from.length];
        int out = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = a != 0 ? at(a, x, w) : at(b, y, w);
                int row = a != 0 ? at(d, y, h) : at(c, x, h);
                System.arraycopy(from, 3 * (row * w + column), to, out, 3);
                out += 3;
            }
        }
        return new RgbImage(width, height, to);
    }

    private static int at(int direction, int position, int length) {
        return direction > 0 ? position : length - 1 - position;
    }
}
