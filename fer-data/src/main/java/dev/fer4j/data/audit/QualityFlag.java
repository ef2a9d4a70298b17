package dev.fer4j.data.audit;

/** A possible defect of an image: a measure beyond its limit in {@link QualityLimits}. */
public enum QualityFlag {
    /** Too little fine detail: out of focus, motion-blurred, or enlarged from a tiny image. */
    BLURRED(QualityMeasure.SHARPNESS, false),
    /** Too little light. */
    DARK(QualityMeasure.LUMA, false),
    /** Too much light. */
    OVEREXPOSED(QualityMeasure.LUMA, true),
    /** Too little contrast. */
    FLAT(QualityMeasure.CONTRAST, false),
    /** Too few pixels. */
    TINY(QualityMeasure.SHORTER_SIDE, false),
    /** No colour, or almost none. */
    GRAYSCALE(QualityMeasure.CHROMA, false),
    /** Far from square: stretched, or smaller, in a network's square input. */
    ELONGATED(QualityMeasure.ASPECT_RATIO, true);

    private final QualityMeasure measure;
    private final boolean above;

    QualityFlag(QualityMeasure measure, boolean above) {
        this.measure = measure;
        this.above = above;
    }

    /** The measure that determines this flag. */
    public QualityMeasure measure() {
        return measure;
    }

    /** How far an image is on the wrong side of a limit; above 0 means that it is flagged. */
    double excess(ImageQuality quality, double limit) {
        double value = measure.of(quality);
        return above ? value - limit : limit - value;
    }
}
