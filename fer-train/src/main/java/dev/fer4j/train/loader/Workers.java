package dev.fer4j.train.loader;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** How worker threads are waited for and stopped. */
final class Workers {

    private Workers() {}

    /**
     * What a worker made.
     *
     * @throws CancellationException if this thread is interrupted, whose mark stays, or the work
     *     was given up
     */
    static <T> T result(Future<T> future) {
        // An existing result would be returned despite the mark.
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

    /**
     * Ends the workers: none is running when this returns. Work that has not started is discarded.
     */
    static void stop(ExecutorService workers) {
        for (Runnable waiting : workers.shutdownNow()) {
            if (waiting instanceof Future<?> future) {
                // Whoever waits for it in another thread would wait for ever.
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
