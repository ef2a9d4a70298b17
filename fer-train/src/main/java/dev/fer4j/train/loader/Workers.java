package dev.fer4j.train.loader;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Waits for worker threads and stops them. */
final class Workers {

    private Workers() {}

    /**
     * Waits for the result of a worker.
     *
     * @throws CancellationException if this thread is interrupted, whose interrupt status stays
     *     set, or the work was cancelled
     */
    static <T> T result(Future<T> future) {
        // A result that is already available would be returned despite the interrupt.
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled("interrupted while images were read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Stops the workers and waits for them to end. Work that has not started is cancelled. */
    static void stop(ExecutorService workers) {
        for (Runnable waiting : workers.shutdownNow()) {
            if (waiting instanceof Future<?> future) {
                // Otherwise a thread that waits for it would wait forever.
                future.cancel(false);
            }
        }
        Uninterruptibles.awaitTerminationUninterruptibly(workers);
    }

    static CancellationException cancelled(String message, Exception cause) {
        CancellationException cancelled = new CancellationException(message);
        cancelled.initCause(cause);
        return cancelled;
    }
}
