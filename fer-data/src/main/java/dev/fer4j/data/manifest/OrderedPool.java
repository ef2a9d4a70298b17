package dev.fer4j.data.manifest;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Works on independent items with one thread for each processor. Results come in the items' order,
 * progress in the order of completion and always from the calling thread.
 */
final class OrderedPool {

    /** Work on one item. */
    @FunctionalInterface
    interface Work<T> {
        Outcome on(T item) throws IOException;
    }

    private OrderedPool() {}

    /**
     * Works on all items, or stops all threads and throws what the first failing one threw.
     *
     * @throws InterruptedIOException if the calling thread is interrupted
     */
    static <T> List<Outcome> run(
            String task, List<T> items, Work<T> work, ProgressListener progress)
            throws IOException {
        if (items.isEmpty()) {
            return List.of();
        }
        int threads = Math.min(items.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return collect(task, items, work, progress, pool);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException(task + ": interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            stop(pool);
        }
    }

    private static <T> List<Outcome> collect(
            String task,
            List<T> items,
            Work<T> work,
            ProgressListener progress,
            ExecutorService pool)
            throws IOException, InterruptedException {
        CompletionService<Outcome> completion = new ExecutorCompletionService<>(pool);
        Map<Future<Outcome>, Integer> positions = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            positions.put(completion.submit(() -> work.on(item)), i);
        }
        Outcome[] outcomes = new Outcome[items.size()];
        for (int done = 1; done <= items.size(); done++) {
            Future<Outcome> future = completion.take();
            Outcome outcome = get(future);
            outcomes[positions.get(future)] = outcome;
            progress.update(new Progress(task, done, items.size(), outcome.note()));
        }
        return List.of(outcomes);
    }

    private static Outcome get(Future<Outcome> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** No thread may still write frames after the caller has gone on. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        boolean stopped = false;
        while (!stopped) {
            try {
                stopped = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
