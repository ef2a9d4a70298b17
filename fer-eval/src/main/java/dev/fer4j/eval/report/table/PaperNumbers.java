package dev.fer4j.eval.report.table;

/** Whether the paper's numbers stand beside those of conditions that are the paper's. */
public enum PaperNumbers {
    /** Where a condition and its category split are the paper's. */
    SHOWN,
    /** Nowhere. */
    HIDDEN
}
