package dev.fer4j.train.device;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import dev.fer4j.core.NativeLibrary;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.PrivateFolder;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Access to the PyTorch engine, a singleton of the JVM. */
public final class PyTorch {

    /** Gradient collection and PyTorch's random generator are global to the process. */
    private static final ReentrantLock LEARNING = new ReentrantLock();

    private PyTorch() {}

    /**
     * Loads and returns the engine. Its native libraries are unpacked to {@code .djl.ai} in the
     * user's home; without one, to a folder of this user below the temporary folder.
     *
     * @throws PlanException if its native libraries for this platform are missing or cannot be
     *     loaded
     */
    public static Engine engine() {
        try {
            PrivateFolder.useWithoutHome(List.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR"), "djl");
            return Engine.getEngine("PyTorch");
        } catch (EngineException
                | LinkageError
                | IllegalStateException
                | IllegalArgumentException e) {
            throw NativeLibrary.PYTORCH.missing(e);
        }
    }

    /**
     * Runs work that needs gradients, such as a training, exclusively in this JVM. Calls may be
     * nested.
     *
     * @throws PlanException if another thread is running such work: the engine refuses concurrent
     *     trainings sooner or later, and until then they would affect each other's random numbers
     */
    public static <T> T exclusively(Supplier<T> work) {
        if (!LEARNING.tryLock()) {
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    "training",
                    "another training or projection is running in this JVM, and"
                            + " PyTorch collects gradients for the whole process",
                    "run them one after the other, or in separate processes, as"
                            + " ForkedCellRunner does for the cells of a"
                            + " study");
        }
        try {
            return work.get();
        } finally {
            LEARNING.unlock();
        }
    }

    /**
     * Runs work with a number of threads per operation on a CPU, for this thread and those that the
     * work starts, and restores the number. Any thread of the JVM that first computes meanwhile
     * keeps the number, so this is not for a service that also predicts with several threads.
     */
    public static <T> T withThreads(int threads, Supplier<T> work) {
        engine();
        int before = JniUtils.getNumThreads();
        JniUtils.setNumThreads(threads);
        try {
            return work.get();
        } finally {
            JniUtils.setNumThreads(before);
        }
    }
}
