package dev.fer4j.train.device;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Facts that determine whether a GPU can be used.
 *
 * @param flavour variant of PyTorch's native libraries in use, such as {@code cpu} or {@code cu124}
 * @param bundled the variants on the class path
 * @param cuda whether PyTorch reports that it can use CUDA
 * @param runtime what the CUDA runtime says
 * @param driver NVIDIA's kernel driver
 * @param visibleDevices the environment's {@code CUDA_VISIBLE_DEVICES}
 */
public record GpuFacts(
        String flavour,
        List<String> bundled,
        Cuda cuda,
        CudaRuntime runtime,
        NvidiaDriver driver,
        Optional<String> visibleDevices) {

    /** Whether PyTorch can use CUDA. */
    public enum Cuda {
        /** The native libraries are built for CUDA and found a driver. */
        AVAILABLE,
        /** The native libraries are built for the CPU or found no driver. */
        UNAVAILABLE
    }

    /** Values of {@code CUDA_VISIBLE_DEVICES} that hide all GPUs; schedulers set the last. */
    private static final Set<String> HIDING = Set.of("", "-1", "NoDevFiles");

    /** Why no GPU can be used, and the likely remedy. */
    private record Reason(String cause, String mend) {}

    public GpuFacts {
        requireNonNull(flavour);
        bundled = List.copyOf(bundled);
        requireNonNull(cuda);
        requireNonNull(runtime);
        requireNonNull(driver);
        requireNonNull(visibleDevices);
    }

    /** Loads the engine and collects the facts. */
    public static GpuFacts current() {
        Engine engine = PyTorch.engine();
        return of(
                PyTorch.natives(),
                engine.hasCapability(StandardCapabilities.CUDA)
                        ? Cuda.AVAILABLE
                        : Cuda.UNAVAILABLE);
    }

    /** Collects the facts without loading the engine. */
    static GpuFacts of(Natives natives, Cuda cuda) {
        return new GpuFacts(
                natives.flavour(),
                natives.sets().stream().map(NativeSet::flavour).toList(),
                cuda,
                CudaRuntime.current(),
                NvidiaDriver.current(),
                Optional.ofNullable(System.getenv("CUDA_VISIBLE_DEVICES")));
    }

    /** Whether the GPU with this index can be used. */
    public boolean has(int index) {
        return cuda == Cuda.AVAILABLE
                && index < runtime.gpus().size()
                && runtime.gpus().get(index).isSupported();
    }

    /** The indices of the GPUs that can be used. */
    public List<Integer> usable() {
        return IntStream.range(0, runtime.gpus().size()).filter(this::has).boxed().toList();
    }

    /** Whether natives for CUDA are on the class path, so that a GPU is expected. */
    public boolean isForCuda() {
        return !flavour.startsWith("cpu")
                || bundled.stream().anyMatch(other -> !other.startsWith("cpu"));
    }

    /**
     * The kind of GPU that has an index: its model, if it can be determined, its compute capability
     * and the natives' flavour.
     *
     * @throws PlanException if it cannot be used
     */
    String kind(int index) {
        if (!has(index)) {
            throw new PlanException(List.of(missing(index)));
        }
        return runtime.gpus().get(index) + " (" + flavour + ")";
    }

    /** Why the GPU with this index cannot be used, and the likely remedy. */
    public Problem missing(int index) {
        List<Gpu> gpus = runtime.gpus();
        if (cuda == Cuda.UNAVAILABLE || gpus.isEmpty()) {
            Reason reason = reason();
            return problem(
                    index,
                    "PyTorch can use no GPU: " + reason.cause(),
                    (reason.mend().isEmpty() ? "" : reason.mend() + ", or ")
                            + "compute on the device cpu; Doctor.examine() says more");
        }
        if (index >= gpus.size()) {
            return problem(
                    index,
                    "PyTorch sees " + gpus.size() + (gpus.size() == 1 ? " GPU" : " GPUs"),
                    gpus.size() == 1 ? "use gpu:0" : "use gpu:0 to gpu:" + (gpus.size() - 1));
        }
        return problem(
                index,
                "PyTorch's natives ("
                        + flavour
                        + ") have kernels for compute capability "
                        + Gpu.supported()
                        + ", and this is "
                        + gpus.get(index),
                usable().stream()
                        .findFirst()
                        .map(other -> "use gpu:" + other)
                        .orElse("compute on the device cpu"));
    }

    private static Problem problem(int index, String cause, String mend) {
        return new Problem(Problem.Kind.BAD_SETTING, "device gpu:" + index, cause, mend);
    }

    /** Why no GPU can be used. */
    String cause() {
        return reason().cause();
    }

    private Reason reason() {
        String install = "install an NVIDIA driver of " + NvidiaDriver.OLDEST + " or later";
        // Where there is a GPU, as in Windows Subsystem for Linux, the system may show no driver.
        boolean needsDriver = runtime.gpus().isEmpty() && driver.isInsufficient();
        if (driver.isMac()) {
            return new Reason("there is no CUDA for macOS", "");
        }
        if (!isForCuda()) {
            return new Reason(
                    "its natives are for the CPU" + (needsDriver ? ", and " + driver.state() : ""),
                    "build with -Pcuda" + (needsDriver ? " and " + install : ""));
        }
        if (needsDriver) {
            return new Reason(driver.state(), install);
        }
        if (runtime.gpus().isEmpty() && driver.isWithoutDevices()) {
            return new Reason(
                    "the driver "
                            + driver.version().orElseThrow()
                            + " has no device file /dev/nvidia0",
                    "give the container or virtual machine the GPU (docker run --gpus all)");
        }
        if (runtime.version().isEmpty()) {
            return new Reason(
                    "the CUDA runtime (cudart) cannot be loaded", "install " + runtimeNeeded());
        }
        if (runtime.gpus().isEmpty()) {
            return noDevice();
        }
        return runtime.isRecentFor(expected())
                ? new Reason(
                        "its natives (" + flavour + ") found no CUDA device",
                        "see whether nvidia-smi lists a GPU")
                : new Reason(
                        "the CUDA runtime is of version "
                                + runtime.version().get()
                                + ", too old for the natives ("
                                + expected()
                                + ")",
                        "install " + runtimeNeeded());
    }

    private String runtimeNeeded() {
        return "CUDA "
                + CudaRuntime.of(expected())
                + " or a later 12.x and have the folder of its library cudart on the"
                + " system's path of libraries";
    }

    private Reason noDevice() {
        if (visibleDevices.filter(HIDING::contains).isPresent()) {
            return new Reason(
                    "CUDA_VISIBLE_DEVICES is '" + visibleDevices.get() + "'",
                    "unset CUDA_VISIBLE_DEVICES, or name the GPU in it");
        }
        return new Reason(
                runtime.refusal().map(why -> "CUDA says: " + why).orElse("CUDA lists no device")
                        + visibleDevices
                                .map(names -> ", and CUDA_VISIBLE_DEVICES is '" + names + "'")
                                .orElse(""),
                "see whether nvidia-smi lists a GPU"
                        + (visibleDevices.isPresent() ? " and CUDA_VISIBLE_DEVICES names it" : ""));
    }

    /** The flavour for CUDA that was expected to be used. */
    private String expected() {
        return flavour.startsWith("cpu")
                ? bundled.stream()
                        .filter(other -> !other.startsWith("cpu"))
                        .findFirst()
                        .orElseThrow()
                : flavour;
    }
}
