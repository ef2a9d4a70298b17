package dev.fer4j.train.loader;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

/** The batches of a pass, of which a bounded number is prefetched. */
final class Pass<T> implements Iterator<Batch> {

    private final List<List<T>> parts;
    private final BatchLoader.Assembly<T> assembly;
    private final BatchLoader loader;
    private final Deque<Future<Batch>> pending = new ArrayDeque<>();
    private final Deque<Batch> taken = new ArrayDeque<>(1);
    private int step;

    Pass(List<List<T>> parts, int firstStep, BatchLoader.Assembly<T> assembly, BatchLoader loader) {
        this.parts = parts;
        this.step = firstStep;
        this.assembly = assembly;
        this.loader = loader;
    }

    @Override
    public boolean hasNext() {
        return step < parts.size() || !pending.isEmpty();
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (loader.workers().isShutdown()) {
            throw new CancellationException("the loader was closed");
        }
        taken.forEach(batch -> loader.giveBack(batch.release()));
        taken.clear();
        while (step < parts.size() && pending.size() < loader.ahead()) {
            List<T> part = parts.get(step);
            int number = step;
            ByteBuffer buffer = loader.take();
            pending.add(loader.workers().submit(() -> assembly.assemble(part, number, buffer)));
            step++;
        }
        Batch batch = Workers.result(pending.remove());
        taken.add(batch);
        return batch;
    }
}
