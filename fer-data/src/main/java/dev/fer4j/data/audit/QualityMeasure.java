package dev.fer4j.data.audit;

/** A measure of an image, see {@link ImageQuality}. */
public enum QualityMeasure {
    /** The shorter of width and height, in pixels. */
    SHORTER_SIDE,
    /** Mean luma, 0 to 255. */
    LUMA,
    /** Standard deviation of luma, 0 to 127.5. */
    CONTRAST,
    /** The ratio of the Laplacian's variance to that of luma. */
    SHARPNESS,
    /** Mean difference between the largest and the smallest channel, 0 to 255. */
    CHROMA,
    /** The longer side divided by the shorter, 1 for a square. */
    ASPECT_RATIO;

    /** The measure's value for an image. */
    public double of(ImageQuality quality) {
        return switch (this) {
            case SHORTER_SIDE -> quality.shorterSide();
            case LUMA -> quality.luma();
            case CONTRAST -> quality.contrast();
            case SHARPNESS -> quality.sharpness();
            case CHROMA -> quality.chroma();
            case ASPECT_RATIO -> quality.aspectRatio();
        };
    }
}
