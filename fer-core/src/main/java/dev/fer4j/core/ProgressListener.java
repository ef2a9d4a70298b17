package dev.fer4j.core;

/** Receives the progress of long-running tasks. May be called from several threads. */
@FunctionalInterface
public interface ProgressListener {

    /** Called after each step. Must return quickly, since the task waits for it. */
    void update(Progress progress);

    /** Returns a listener that ignores all updates. */
    static ProgressListener none() {
        return progress -> {};
    }
}
