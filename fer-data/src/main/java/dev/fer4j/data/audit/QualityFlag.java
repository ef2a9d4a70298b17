package dev.fer4j.data.audit;

/** What may be wrong with an image: a measure on the wrong side of its {@link QualityLimits}. */
public enum QualityFlag {
    /** Too little fine detail: out of focus, moved, or enlarged from a tiny picture. */
    BLURRED(QualityMeasure.SHARPNESS, false),
    /** Too little light. */
    DARK(QualityMeasure.LUMA, false),
    /** Too much light. */
    OVEREXPOSED(QualityMeasure.LUMA, true),
    /** Too little contrast. */
    FLAT(QualityMeasure.CONTRAST, false),
    /** Too few pixels. */
    TINY(QualityMeasure.SHORTER_SIDE, false),
    /** No colour, or next to none. */
    GRAYSCALE(QualityMeasure.CHROMA, false);

    private final QualityMeasure measure;
    private final boolean above;

    QualityFlag(QualityMeasure measure, boolean above) {
        this.measure = measure;
        this.above = above;
    }

    /** The measure that determines it. */
    public QualityMeasure measure() {
        return measure;
    }

    /** How far an image is on the wrong side of a limit; above 0 means that it is flagged. */
    double excess(ImageQuality quality, double limit) {
        double value = measure.of(quality);
        return above ? value - limit : limit - value;
    }
}
