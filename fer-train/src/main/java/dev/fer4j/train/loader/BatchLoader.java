package dev.fer4j.train.loader;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Lists;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.composition.TrainingItem;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Assembles batches on worker threads, a few ahead of the consumer. Order and content depend only
 * on the pass, not on the number of workers. All passes must be consumed by one thread.
 */
public final class BatchLoader implements AutoCloseable {

    private final ImageSource images;
    private final ExecutorService workers;
    private final int batchSize;
    private final int ahead;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    /**
     * Starts the workers, which are daemon threads.
     *
     * @param images a source prepared for the samples of all passes
     * @param batchSize number of samples in a batch; the last batch of a pass may be smaller
     * @param workers number of worker threads
     */
    public BatchLoader(ImageSource images, int batchSize, int workers) {
        checkArgument(batchSize >= 1, "batch size %s is not at least 1", batchSize);
        this.images = images;
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

    /** The default number of workers: one per processor, at least 2 and at most 8. */
    public static int defaultWorkers() {
        return Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    /** The number of batches of a pass over this many samples. */
    public int batches(int samples) {
        return (samples + batchSize - 1) / batchSize;
    }

    /**
     * Starts a pass over samples in the given order, without augmentation: for validation, test and
     * prediction.
     *
     * <p>Taking a batch throws what {@link ImageSource#get} does, and {@link CancellationException}
     * if the thread that takes it is interrupted or the loader is closed.
     */
    public Iterator<Batch> pass(List<Sample> samples) {
        return pass(samples, 0, (part, step, buffer) -> plain(part, buffer));
    }

    /**
     * Starts a pass over training items, with augmentation. Taking a batch throws what {@link
     * AugmentedImages#get} does, or {@link CancellationException} as above.
     *
     * @param firstStep number of batches to skip at the beginning; their images are not read
     */
    public Iterator<Batch> pass(TrainingPass pass, int firstStep) {
        checkArgument(firstStep >= 0, "step %s is negative", firstStep);
        checkArgument(
                pass.images().images().size() == images.size(),
                "images of %s pixels for batches of %s",
                pass.images().images().size(),
                images.size());
        return pass(
                pass.items(),
                firstStep,
                (part, step, buffer) -> training(pass, part, step, buffer));
    }

    private Batch plain(List<Sample> samples, ByteBuffer buffer) {
        fill(buffer, samples, images::get);
        return new Batch(samples, images.size(), buffer, targets(samples));
    }

    private Batch training(
            TrainingPass pass, List<TrainingItem> items, int step, ByteBuffer buffer) {
        fill(buffer, items, item -> pass.images().get(item, pass.epoch()));
        List<Sample> samples = items.stream().map(TrainingItem::sample).toList();
        float[] targets = targets(samples);
        if (!(pass.mixing() instanceof BatchAugmentation.None)) {
            new BatchMixer(buffer, images.size(), targets, pass.randomOf(step))
                    .apply(pass.mixing());
        }
        return new Batch(samples, images.size(), buffer, targets);
    }

    private static <T> void fill(ByteBuffer buffer, List<T> items, Function<T, RgbImage> image) {
        buffer.clear();
        for (T item : items) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the loader was closed");
            }
            buffer.put(image.apply(item).rgb());
        }
        buffer.flip();
    }

    private static float[] targets(List<Sample> samples) {
        float[] targets = new float[samples.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = samples.get(i).label().asTarget();
        }
        return targets;
    }

    private <T> Iterator<Batch> pass(List<T> items, int firstStep, Assembly<T> assembly) {
        return new Pass<>(Lists.partition(items, batchSize), firstStep, assembly, this);
    }

    ExecutorService workers() {
        return workers;
    }

    int ahead() {
        return ahead;
    }

    /** Returns memory for a batch, reused if possible. */
    ByteBuffer take() {
        ByteBuffer used = free.poll();
        return used == null
                ? ByteBuffer.allocateDirect(batchSize * InputForm.bytes(images.size()))
                : used;
    }

    /** The number of buffers available for reuse. */
    int buffers() {
        return free.size();
    }

    void giveBack(ByteBuffer buffer) {
        free.add(buffer);
    }

    /**
     * Stops the workers and waits for them to end. Passes cannot continue. Closing again has no
     * effect.
     */
    @Override
    public void close() {
        Workers.stop(workers);
    }

    /** Assembles a batch in the given memory, on a worker thread. */
    @FunctionalInterface
    interface Assembly<T> {
        Batch assemble(List<T> part, int step, ByteBuffer buffer);
    }
}
