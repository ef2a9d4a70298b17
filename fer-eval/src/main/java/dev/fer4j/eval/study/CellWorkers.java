package dev.fer4j.eval.study;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes pieces of work in order, one or several at a time. After a failure or an interruption no
 * further work is started, and work in progress is awaited.
 */
final class CellWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(CellWorkers.class);

    /** Runs a cell and keeps its result. */
    interface Work {
        /** The cell's name in its plan. */
        String name();

        /** Executes the work. */
        void run() throws IOException;
    }

    private final List<? extends Work> all;
    private final Queue<Work> waiting;
    private final Map<String, Throwable> thrown =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile boolean stopped;

    CellWorkers(List<? extends Work> all) {
        this.all = all;
        this.waiting = new ConcurrentLinkedQueue<>(all);
    }

    /**
     * Executes all work, in this thread if one at a time, else in that many new threads.
     *
     * @throws CancellationException if this thread is interrupted; its interrupt status is
     *     preserved. Work in progress is interrupted too, and awaited
     * @throws CellsFailedException if more than one failed; a single failure is rethrown unchanged
     */
    void run(int parallelism) throws IOException {
        int threads = Math.min(parallelism, all.size());
        if (threads <= 1) {
            work();
        } else {
            workIn(threads);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
        throwFailures();
    }

    private void work() {
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            Work next = waiting.poll();
            if (next == null) {
                return;
            }
            try {
                next.run();
            } catch (IOException | RuntimeException | Error e) {
                thrown.put(next.name(), e);
                stopped = true;
                LOG.debug("{} failed: {}", next.name(), e.toString());
            }
        }
    }

    private void workIn(int threads) {
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, new ThreadFactoryBuilder().setNameFormat("fer4j-cell-%d").build());
        for (int i = 0; i < threads; i++) {
            pool.execute(this::work);
        }
        pool.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
                stopped = true;
                pool.shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CancellationException cancelled() {
        CancellationException cancelled =
                new CancellationException(
                        "interrupted; cells that finished are kept, and a rerun resumes from"
                                + " there");
        thrown.values().forEach(cancelled::addSuppressed);
        return cancelled;
    }

    private void throwFailures() throws IOException {
        Map<String, Throwable> inOrder = new LinkedHashMap<>();
        for (Work work : all) {
            Throwable failure = thrown.get(work.name());
            if (failure != null) {
                inOrder.put(work.name(), failure);
            }
        }
        for (Throwable failure : inOrder.values()) {
            Throwables.throwIfInstanceOf(failure, Error.class);
        }
        if (inOrder.size() > 1) {
            throw new CellsFailedException(inOrder);
        }
        for (Throwable failure : inOrder.values()) {
            Throwables.throwIfInstanceOf(failure, IOException.class);
            Throwables.throwIfUnchecked(failure);
        }
    }
}
