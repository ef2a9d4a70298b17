package dev.fer4j.core.parallel;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Processes independent items with several threads. Results are in the items' order; progress is
 * reported in the order of completion, always from the calling thread.
 */
public final class OrderedPool {

    /**
     * The processing of one item, in one of several threads.
     *
     * @param <T> items
     * @param <R> results
     */
    @FunctionalInterface
    public interface Work<T, R> {
        /** Returns the item's result, never null. */
        R on(T item) throws IOException;
    }

    private OrderedPool() {}

    /** Processes all items with one thread per processor, as the other method does. */
    public static <T, R> List<R> run(
            String task,
            List<T> items,
            Work<T, R> work,
            Function<R, String> note,
            ProgressListener progress)
            throws IOException {
        return run(task, items, Runtime.getRuntime().availableProcessors(), work, note, progress);
    }

    /**
     * Processes all items. If some fail, the exception of the first of them in the items' order is
     * thrown, after all threads have stopped.
     *
     * @param task the name of the task in progress updates
     * @param most the number of items at a time, at least 1
     * @param note the note on a result in progress updates; may be empty
     * @throws IOException or an unchecked exception, as thrown by the work
     * @throws InterruptedIOException if the calling thread is interrupted; its interrupt status
     *     remains set, and all threads have stopped
     */
    public static <T, R> List<R> run(
            String task,
            List<T> items,
            int most,
            Work<T, R> work,
            Function<R, String> note,
            ProgressListener progress)
            throws IOException {
        if (items.isEmpty()) {
            return List.of();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(items.size(), most));
        try {
            CompletionService<R> completion = new ExecutorCompletionService<>(pool);
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(completion.submit(() -> work.on(item)));
            }
            for (int done = 1; done <= items.size(); done++) {
                String said = note.apply(get(completion.take(), futures));
                progress.update(new Progress(task, done, items.size(), said));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(get(future, futures));
            }
            return List.copyOf(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException(task + ": interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            stop(pool);
        }
    }

    private static <R> R get(Future<R> future, List<Future<R>> all)
            throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw failure(firstFailure(all, future, e));
        }
    }

    /**
     * Waits for the items before the failed one, all of which have been started, since threads take
     * items in order. Which failure occurs first depends on timing; which is first in order does
     * not.
     */
    private static <R> ExecutionException firstFailure(
            List<Future<R>> all, Future<R> failed, ExecutionException failure)
            throws InterruptedException {
        for (Future<R> earlier : all.subList(0, all.indexOf(failed))) {
            try {
                earlier.get();
            } catch (ExecutionException e) {
                return e;
            }
        }
        return failure;
    }

    /** The exception of the work: returned if checked, otherwise thrown. */
    private static IOException failure(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error failure) {
            throw failure;
        }
        throw new IllegalStateException(cause);
    }

    /** Stops all threads, so that none writes files after the caller continues. */
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
