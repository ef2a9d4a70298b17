package dev.fer4j.data.internal;

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
 * Works on independent items with one thread for each processor. Results come in the items' order,
 * progress in the order of completion and always from the calling thread.
 */
public final class OrderedPool {

    /**
     * Work on one item, in one of several threads.
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

    /**
     * Works on all items. If that fails for some, the first of them in the items' order decides
     * what is thrown, and all threads have stopped by then.
     *
     * @param task what progress calls the work
     * @param note what progress says of a result; may be empty
     * @throws IOException or an unchecked exception, as the work threw it
     * @throws InterruptedIOException if the calling thread is interrupted, which stays so; all
     *     threads have stopped then, too
     */
    public static <T, R> List<R> run(
            String task,
            List<T> items,
            Work<T, R> work,
            Function<R, String> note,
            ProgressListener progress)
            throws IOException {
        if (items.isEmpty()) {
            return List.of();
        }
        int threads = Math.min(items.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
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
     * Waits for the items before the failed one, which have all begun since threads take items in
     * order: which failure is seen first depends on the threads, which stands first does not.
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

    /** The work's own exception: returned if it is checked, else thrown. */
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

    /** No thread may still write files after the caller has continued. */
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
