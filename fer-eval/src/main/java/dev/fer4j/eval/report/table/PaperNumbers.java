package dev.fer4j.eval.report.table;

/** Whether the paper's numbers are shown next to the paper's conditions. */
public enum PaperNumbers {
    /** Shown where a condition and its category split are the paper's. */
    SHOWN,
    /** Not shown. */
    HIDDEN
}
