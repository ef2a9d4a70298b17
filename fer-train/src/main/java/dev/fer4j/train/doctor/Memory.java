package dev.fer4j.train.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Available memory, in bytes.
 *
 * @param heap maximum size of the Java heap
 * @param physical physical memory of the machine, or the container's share
 * @param limit limit of the control group, if any
 */
record Memory(long heap, long physical, Optional<Long> limit) {

    /** Approximate memory, outside the heap, for training the full network. */
    private static final long NATIVE = 4L << 30;

    private static final long SMALL_HEAP = 256L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    /** The limits of Linux control groups version 2 and version 1. */
    private static final List<Path> LIMIT_FILES =
            List.of(
                    Path.of("/sys/fs/cgroup/memory.max"),
                    Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

    static Memory current() {
        long physical = 0;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            physical = system.getTotalMemorySize();
        }
        return new Memory(Runtime.getRuntime().maxMemory(), physical, limitOfGroup());
    }

    private static Optional<Long> limitOfGroup() {
        for (Path file : LIMIT_FILES) {
            if (Files.isReadable(file)) {
                try {
                    return limit(Files.readString(file));
                } catch (IOException e) {
                    LOG.debug("{} cannot be read", file, e);
                }
            }
        }
        return Optional.empty();
    }

    /** If there is no limit, version 2 reports {@code max}, and version 1 a number close to 2⁶³. */
    static Optional<Long> limit(String text) {
        String number = text.strip();
        if (!number.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(number));
    }

    MachineFinding finding() {
        String found =
                "heap "
                        + gigabytes(heap)
                        + ", machine "
                        + gigabytes(physical)
                        + limit.map(bytes -> ", control group " + gigabytes(bytes)).orElse("");
        if (heap < SMALL_HEAP) {
            return MachineFinding.warning(
                    "memory", found, "give Java more, with -Xmx1g: FER_JAVA_OPTS for bin/fer");
        }
        long available = Math.min(physical, limit.orElse(Long.MAX_VALUE));
        if (available < heap + NATIVE) {
            return MachineFinding.warning(
                    "memory",
                    found + "; PyTorch's arrays come on top of the heap",
                    "use small batches and networks, or a smaller heap: -Xmx1g is enough");
        }
        return MachineFinding.ok("memory", found);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
