package dev.fer4j.train.device;

import dev.fer4j.train.device.GpuFacts.Cuda;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Machines of which each lacks something else that a GPU needs. */
public final class GpuMachines {

    /** A GPU that PyTorch can use. */
    public static final Gpu NEW = new Gpu(Optional.of("NVIDIA A100"), 8, 0);

    /** A GPU that is too old. */
    public static final Gpu OLD = new Gpu(Optional.of("Tesla K80"), 3, 7);

    private static final NvidiaDriver DRIVER = driver("550.54.15", 1);
    private static final NvidiaDriver NO_DRIVER = new NvidiaDriver("Linux", Optional.empty(), 0);
    private static final NvidiaDriver WINDOWS = new NvidiaDriver("Windows 11", Optional.empty(), 0);
    private static final String NO_DEVICE = "no CUDA-capable device is detected (100)";

    private GpuMachines() {}

    /** A machine whose natives for CUDA see some GPUs. */
    public static GpuFacts with(Gpu... gpus) {
        return new GpuFacts(
                "cu124",
                List.of("cpu", "cu124"),
                Cuda.AVAILABLE,
                runtime("12.4", null, gpus),
                DRIVER,
                Optional.empty());
    }

    /** A machine with natives for the CPU only. */
    public static GpuFacts ofCpu(NvidiaDriver driver) {
        return new GpuFacts(
                "cpu",
                List.of("cpu"),
                Cuda.UNAVAILABLE,
                CudaRuntime.NONE,
                driver,
                Optional.empty());
    }

    private static NvidiaDriver driver(String version, int deviceFiles) {
        return new NvidiaDriver("Linux", Optional.of(version), deviceFiles);
    }

    private static CudaRuntime runtime(String version, String refusal, Gpu... gpus) {
        return new CudaRuntime(Optional.of(version), List.of(gpus), Optional.ofNullable(refusal));
    }

    /** A machine with natives for both, of which those for the CPU are used. */
    private static GpuFacts both(CudaRuntime runtime, NvidiaDriver driver, String visible) {
        return new GpuFacts(
                "cpu",
                List.of("cpu", "cu124"),
                Cuda.UNAVAILABLE,
                runtime,
                driver,
                Optional.ofNullable(visible));
    }

    /** Facts without a usable GPU, the cause, and the beginning of the mend. */
    public static Stream<Arguments> withoutGpu() {
        CudaRuntime insufficient =
                runtime(
                        "12.4",
                        "CUDA driver version is insufficient for CUDA runtime version (35)");
        return Stream.of(
                Arguments.of(
                        ofCpu(NO_DRIVER),
                        "its natives are for the CPU, and there is no NVIDIA driver",
                        "build with -Pcuda and install an NVIDIA driver of 525.60.13 or later"),
                Arguments.of(
                        ofCpu(driver("470.82.01", 1)),
                        "its natives are for the CPU, and the NVIDIA driver 470.82.01 is too old"
                                + " for CUDA 12",
                        "build with -Pcuda and install an NVIDIA driver of 525.60.13 or later"),
                Arguments.of(ofCpu(DRIVER), "its natives are for the CPU", "build with -Pcuda"),
                Arguments.of(ofCpu(WINDOWS), "its natives are for the CPU", "build with -Pcuda"),
                Arguments.of(
                        ofCpu(new NvidiaDriver("Mac OS X", Optional.empty(), 0)),
                        "there is no CUDA for macOS",
                        "compute on the device cpu"),
                Arguments.of(
                        both(insufficient, NO_DRIVER, null),
                        "there is no NVIDIA driver",
                        "install an NVIDIA driver of 525.60.13 or later"),
                Arguments.of(
                        both(insufficient, driver("470.82.01", 1), null),
                        "the NVIDIA driver 470.82.01 is too old for CUDA 12",
                        "install an NVIDIA driver of 525.60.13 or later"),
                Arguments.of(
                        both(runtime("12.4", NO_DEVICE), driver("525.60.13", 0), null),
                        "the driver 525.60.13 has no device file /dev/nvidia0",
                        "give the container or virtual machine the GPU (docker run --gpus all)"),
                Arguments.of(
                        both(CudaRuntime.NONE, DRIVER, null),
                        "the CUDA runtime (cudart) cannot be loaded",
                        "install CUDA 12.4 or a later 12.x"),
                Arguments.of(
                        both(CudaRuntime.NONE, WINDOWS, null),
                        "the CUDA runtime (cudart) cannot be loaded",
                        "install CUDA 12.4 or a later 12.x"),
                Arguments.of(
                        both(runtime("12.1", null, NEW), DRIVER, null),
                        "the CUDA runtime is of version 12.1, too old for the natives (cu124)",
                        "install CUDA 12.4 or a later 12.x"),
                Arguments.of(
                        both(runtime("12.4", NO_DEVICE), driver("1000.1", 1), ""),
                        "CUDA_VISIBLE_DEVICES is ''",
                        "unset CUDA_VISIBLE_DEVICES, or name the GPU in it"),
                Arguments.of(
                        both(runtime("12.4", NO_DEVICE), DRIVER, "-1"),
                        "CUDA_VISIBLE_DEVICES is '-1'",
                        "unset CUDA_VISIBLE_DEVICES, or name the GPU in it"),
                Arguments.of(
                        both(runtime("12.4", NO_DEVICE), DRIVER, "4"),
                        "CUDA says: " + NO_DEVICE + ", and CUDA_VISIBLE_DEVICES is '4'",
                        "see whether nvidia-smi lists a GPU and CUDA_VISIBLE_DEVICES names it"),
                Arguments.of(
                        both(runtime("12.4", "system not yet initialized (802)"), DRIVER, null),
                        "CUDA says: system not yet initialized (802)",
                        "see whether nvidia-smi lists a GPU"),
                Arguments.of(
                        both(runtime("12.4", null), WINDOWS, null),
                        "CUDA lists no device",
                        "see whether nvidia-smi lists a GPU"),
                Arguments.of(
                        new GpuFacts(
                                "cu124",
                                List.of("cu124"),
                                Cuda.UNAVAILABLE,
                                runtime("12.4", null, NEW),
                                NO_DRIVER,
                                Optional.empty()),
                        "its natives (cu124) found no CUDA device",
                        "see whether nvidia-smi lists a GPU"));
    }
}
