package dev.fer4j.train.device;

import ai.djl.Device;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;

/**
 * Counts, in a program that {@link PretendedGpu} runs, what crosses to and from the GPU, how many
 * operations there are, and how many arrays and managers are attached to managers afterwards that
 * were not before.
 */
public final class GpuCounts {

    private final Path folder;
    private final int pieces;
    private final NDManager system =
            PyTorch.engine().newBaseManager(Device.cpu()).getParentManager();

    /**
     * Prepares to count.
     *
     * @param folder for a profile
     * @param pieces of work after which arrays and managers are counted
     */
    public GpuCounts(Path folder, int pieces) {
        this.folder = folder;
        this.pieces = pieces;
    }

    /** Does a piece of work several times, and prints its counts under its name. */
    public void print(String name, Runnable work) throws IOException, ReflectiveOperationException {
        // What is loaded or allocated once is there afterwards, and scripts are optimized.
        for (int i = 0; i < 3; i++) {
            work.run();
        }
        OperationCounts counts = OperationCounts.of(work, folder.resolve("profile.json"));
        print(name, "uploads", counts.uploads());
        print(name, "bytes", counts.bytes());
        print(name, "reads", counts.reads());
        print(name, "operations", counts.operations());
        long before = attached(system);
        for (int i = 0; i < pieces; i++) {
            work.run();
        }
        print(name, "attached", attached(system) - before);
    }

    private static void print(String work, String what, long number) {
        System.out.println(work + "." + what + " " + number);
    }

    /** The number of arrays and managers below a manager. */
    private static long attached(NDManager manager) throws ReflectiveOperationException {
        Field field = BaseNDManager.class.getDeclaredField("resources");
        field.setAccessible(true);
        long count = 0;
        for (Object resource : ((Map<?, ?>) field.get(manager)).values()) {
            count += 1 + (resource instanceof NDManager below ? attached(below) : 0);
        }
        return count;
    }
}
