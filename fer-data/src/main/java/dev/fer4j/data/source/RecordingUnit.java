package dev.fer4j.data.source;

/** What counts as one recording of NeuroBioSense. */
public enum RecordingUnit {
    /**
     * A folder (participant, ad, emotion) with all its clips, which gives the paper's 302 car and
     * 406 cosmetics recordings.
     */
    FOLDER,
    /** A single clip, the unit of the paper's durations (mean 2.78 s, 0.33–9.98 s). */
    FILE
}
