package dev.fer4j.eval.study;

import java.util.concurrent.Callable;

/** Work in a thread that can be interrupted, and how it ended. */
final class Interrupted {

    private final Thread thread;
    private volatile Throwable thrown;
    private volatile boolean mark;

    private Interrupted(Callable<?> work) {
        thread =
                new Thread(
                        () -> {
                            try {
                                work.call();
                            } catch (Throwable t) {
                                thrown = t;
                            }
                            mark = Thread.currentThread().isInterrupted();
                        });
    }

    static Interrupted start(Callable<?> work) {
        Interrupted started = new Interrupted(work);
        started.thread.start();
        return started;
    }

    /** Interrupts, and waits for the end. */
    void interrupt() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    /** What it threw; null if nothing. */
    Throwable thrown() {
        return thrown;
    }

    /** Whether the thread was still marked at its end. */
    boolean mark() {
        return mark;
    }
}
