package dev.fer4j.train.device;

import ai.djl.Device;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what crosses between Java and the {@link PretendedGpu}. Static, since the engine's own
 * classes call it.
 */
public final class EngineCalls {

    private static final AtomicLong UPLOADS = new AtomicLong();
    private static final AtomicLong BYTES = new AtomicLong();
    private static final AtomicLong READS = new AtomicLong();
    private static final Collection<Object> MEMORY = new ConcurrentLinkedQueue<>();

    private EngineCalls() {}

    /** Java's memory goes to a device; keeps it, since a GPU would have a copy. */
    public static void upload(Device device, ByteBuffer memory) {
        if (device.isGpu()) {
            UPLOADS.incrementAndGet();
            BYTES.addAndGet(memory.remaining());
            MEMORY.add(memory);
        }
    }

    /** An array of a device is read. */
    public static void read(Device device) {
        if (device.isGpu()) {
            READS.incrementAndGet();
        }
    }

    /** How often memory went to the GPU. */
    public static long uploads() {
        return UPLOADS.get();
    }

    /** How many bytes went to the GPU. */
    public static long bytes() {
        return BYTES.get();
    }

    /** How often memory came from the GPU, without single numbers read within an operation. */
    public static long reads() {
        return READS.get();
    }
}
