package dev.fer4j.eval.report.table;

/** Whether the paper's numbers are shown beside the paper's conditions. */
public enum PaperNumbers {
    /** Where a condition and its category split are the paper's. */
    SHOWN,
    /** Nowhere. */
    HIDDEN
}
