package dev.fer4j.train.keras.network;

/** The range of pixel values that a model expects, of which its file says nothing. */
public enum PixelRange {
    /** x / 127.5 − 1, with x from 0 to 255. */
    MINUS_ONE_TO_ONE(1, 0),
    /** x / 255. */
    ZERO_TO_ONE(0.5, 0.5),
    /** x itself. */
    ZERO_TO_255(127.5, 127.5);

    private final double scale;
    private final double offset;

    PixelRange(double scale, double offset) {
        this.scale = scale;
        this.offset = offset;
    }

    /** The factor for values in [−1, 1]. */
    double scale() {
        return scale;
    }

    /** What is added after that. */
    double offset() {
        return offset;
    }
}
