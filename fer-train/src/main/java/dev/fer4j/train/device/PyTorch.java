package dev.fer4j.train.device;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import com.google.common.base.Suppliers;
import dev.fer4j.core.NativeLibrary;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.core.file.PrivateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Access to the PyTorch engine, a singleton of the JVM. */
public final class PyTorch {

    /** Gradient collection and PyTorch's random generator are global to the process. */
    private static final ReentrantLock LEARNING = new ReentrantLock();

    /** The class path and the GPUs do not change while the JVM runs. */
    private static final class Prepared {
        private static final Natives NATIVES = Natives.prepare(cache());
    }

    private static final Logger LOG = LoggerFactory.getLogger(PyTorch.class);

    private static final Supplier<Engine> ENGINE = Suppliers.memoize(PyTorch::load);

    private PyTorch() {}

    /**
     * Loads and returns the engine. Its native libraries are unpacked to {@code .djl.ai} in the
     * user's home; without one, to a folder of this user below the temporary folder. Only one
     * process at a time unpacks them.
     *
     * <p>If natives for CUDA and for the CPU are on the class path, those for CUDA are used where
     * CUDA lists a GPU, and those for the CPU elsewhere. This holds if nothing in the JVM used DJL
     * before the first call.
     *
     * <p>On a GPU, products are in float32: TensorFloat-32, which PyTorch would use for
     * convolutions, is switched off for the process.
     *
     * @throws PlanException if its native libraries for this platform are missing or cannot be
     *     loaded, or there is no space to unpack them
     */
    public static Engine engine() {
        try {
            return natives().load(cache(), ENGINE);
        } catch (EngineException
                | LinkageError
                | IllegalStateException
                | IllegalArgumentException e) {
            throw NativeLibrary.PYTORCH.missing(e);
        }
    }

    static Natives natives() {
        Natives natives = Prepared.NATIVES;
        if (natives.isWithoutCpu()) {
            throw new PlanException(
                    Problem.Kind.MISSING,
                    "natives",
                    "PyTorch's natives on the class path cannot be used here: "
                            + GpuFacts.of(natives, GpuFacts.Cuda.UNAVAILABLE).cause(),
                    "put ai.djl.pytorch:pytorch-native-cpu beside them to compute on the CPU");
        }
        return natives;
    }

    /**
     * The space, in bytes, that the native libraries need in {@link Utils#getEngineCacheDir()} when
     * they are first used; 0 if they are unpacked already.
     *
     * @throws PlanException as {@link #engine}
     */
    public static long bytesToUnpack() {
        return natives().bytesToUnpack(cache());
    }

    private static Path cache() {
        PrivateFolder.useWithoutHome(List.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR"), "djl");
        return Utils.getEngineCacheDir("pytorch");
    }

    private static Engine load() {
        Engine engine = Engine.getEngine("PyTorch");
        if (engine.getGpuCount() > 0) {
            try {
                CudaSettings.current().withoutTf32().apply();
            } catch (UnsatisfiedLinkError e) {
                LOG.warn(
                        "TensorFloat-32 cannot be switched off on this system; set"
                                + " NVIDIA_TF32_OVERRIDE=0 for float32",
                        e);
            }
        }
        return engine;
    }

    /**
     * Runs work in an arithmetic. On a GPU, what differs from the fastest kernels in float32 is set
     * for the whole process meanwhile, so this is to be called within {@link #exclusively}; without
     * effect on a CPU.
     *
     * @param device the device that the work computes on
     * @throws PlanException if the arithmetic is deterministic and the work uses an operation
     *     without a deterministic kernel, or the environment of the process does not allow it; or
     *     if PyTorch's settings cannot be changed on this operating system
     */
    public static <T> T in(Arithmetic arithmetic, Device device, Supplier<T> work) {
        boolean isSetting =
                arithmetic.deterministic() || arithmetic.precision() == Arithmetic.Precision.TF32;
        return device.isGpu() && isSetting
                ? CudaSettings.during(arithmetic, System.getenv(), work)
                : work.get();
    }

    /**
     * Runs work that needs gradients, such as a training, exclusively in this JVM. Calls may be
     * nested.
     *
     * @throws PlanException if another thread is running such work: the engine refuses concurrent
     *     trainings sooner or later, and until then they would affect each other's random numbers;
     *     or if the device's memory is insufficient
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
            return explaining(work::get);
        } finally {
            LEARNING.unlock();
        }
    }

    /**
     * Runs work on a device.
     *
     * @throws PlanException if the device's memory is insufficient
     */
    public static <T, E extends Exception> T explaining(CloseOnFailure.Work<T, E> work) throws E {
        try {
            return work.run();
        } catch (EngineException e) {
            throw DeviceMemory.shortage(e).<RuntimeException>map(found -> found).orElse(e);
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
