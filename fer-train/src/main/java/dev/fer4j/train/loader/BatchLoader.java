package dev.fer4j.train.loader;

import com.google.common.collect.Lists;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Makes batches on worker threads, a few ahead of the one who takes them. Order and content depend
 * on the samples and the image function only, never on the number of workers.
 */
public final class BatchLoader implements AutoCloseable {

    private final ExecutorService workers;
    private final int batchSize;
    private final int ahead;

    /**
     * Starts workers, which are daemons.
     *
     * @param batchSize samples in a batch; the last one of a pass may be smaller
     * @param workers threads
     */
    public BatchLoader(int batchSize, int workers) {
        this.batchSize = batchSize;
        this.ahead = workers + 1;
        this.workers =
                Executors.newFixedThreadPool(
                        workers,
                        new ThreadFactoryBuilder()
                                .setDaemon(true)
                                .setNameFormat("fer4j-loader-%d")
                                .build());
    }

    /** How many batches a pass over so many samples has. */
    public int batches(int samples) {
        return (samples + batchSize - 1) / batchSize;
    }

    /**
     * One pass over samples in the given order.
     *
     * @param image makes a sample's image at the network's size; called on worker threads
     */
    public Iterator<Batch> pass(List<Sample> samples, Function<Sample, RgbImage> image) {
        return pass(samples, sample -> sample, image);
    }

    /**
     * One pass over items, each of which has a sample, in the given order.
     *
     * @param sample tells an item's sample, which the batch names
     * @param image makes an item's image at the network's size; called on worker threads
     */
    public <T> Iterator<Batch> pass(
            List<T> items, Function<T, Sample> sample, Function<T, RgbImage> image) {
        Iterator<List<T>> parts = Lists.partition(items, batchSize).iterator();
        Deque<Future<Batch>> pending = new ArrayDeque<>();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parts.hasNext() || !pending.isEmpty();
            }

            @Override
            public Batch next() {
                while (parts.hasNext() && pending.size() < ahead) {
                    List<T> part = parts.next();
                    pending.add(
                            workers.submit(
                                    () ->
                                            Batch.of(
                                                    part.stream().map(sample).toList(),
                                                    part.stream().map(image).toList())));
                }
                if (pending.isEmpty()) {
                    throw new NoSuchElementException();
                }
                return get(pending.remove());
            }
        };
    }

    private static Batch get(Future<Batch> future) {
        try {
            return Uninterruptibles.getUninterruptibly(future);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
