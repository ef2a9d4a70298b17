package dev.fer4j.augment.internal;

import dev.fer4j.augment.transform.ColourMap;

/** Maps the colours of a row, without rounding or clipping. */
public final class ColourPass {

    private final float[] matrix = new float[12];

    public ColourPass(ColourMap map) {
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = map.rows().get(i / 4).get(i % 4).floatValue();
        }
    }

    public void apply(float[] row) {
        float rr = matrix[0];
        float rg = matrix[1];
        float rb = matrix[2];
        float r0 = matrix[3];
        float gr = matrix[4];
        float gg = matrix[5];
        float gb = matrix[6];
        float g0 = matrix[7];
        float br = matrix[8];
        float bg = matrix[9];
        float bb = matrix[10];
        float b0 = matrix[11];
        for (int i = 0; i < row.length - 2; i += 3) {
            float red = row[i];
            float green = row[i + 1];
            float blue = row[i + 2];
            row[i] = rr * red + rg * green + rb * blue + r0;
            row[i + 1] = gr * red + gg * green + gb * blue + g0;
            row[i + 2] = br * red + bg * green + bb * blue + b0;
        }
    }
}
