package dev.fer4j.augment.internal;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.core.RgbImage;
import java.util.Arrays;

/** Area averages of a warped image that is sampled more finely. */
final class AreaRows implements RowSource {

    private final RowSource fine;
    private final int across;
    private final int down;
    private final int length;
    private final float[] fineRow;

    /**
     * Prepares a warp.
     *
     * @param across samples per pixel along a row
     * @param down samples per pixel along a column
     */
    AreaRows(RgbImage image, Affine map, int width, int height, int across, int down) {
        this.across = across;
        this.down = down;
        this.length = 3 * width;
        this.fine =
                new BilinearRows(
                        image,
                        map.after(Affine.window(1.0 / across, 1.0 / down, 0, 0)),
                        Math.multiplyExact(width, across),
                        Math.multiplyExact(height, down));
        this.fineRow = new float[Math.multiplyExact(3 * width, across)];
    }

    @Override
    public void fill(int y, float[] row) {
        Arrays.fill(row, 0, length, 0);
        for (int j = 0; j < down; j++) {
            fine.fill(y * down + j, fineRow);
            for (int i = 0; i < length; i++) {
                int first = i / 3 * 3 * across + i % 3;
                for (int k = 0; k < across; k++) {
                    row[i] += fineRow[first + 3 * k];
                }
            }
        }
        float share = 1f / (across * down);
        for (int i = 0; i < length; i++) {
            row[i] *= share;
        }
    }
}
