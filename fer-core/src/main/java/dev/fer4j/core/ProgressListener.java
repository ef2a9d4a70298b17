package dev.fer4j.core;

/** Receives the progress of long work. May be called from several threads. */
@FunctionalInterface
public interface ProgressListener {

    /** Called after each step, and never holds the work up for long. */
    void update(Progress progress);

    /** Ignores all updates. */
    static ProgressListener none() {
        return progress -> {};
    }
}
