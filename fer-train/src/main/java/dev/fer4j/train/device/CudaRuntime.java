package dev.fer4j.train.device;

import static java.util.Objects.requireNonNull;

import ai.djl.util.cuda.CudaLibrary;
import ai.djl.util.cuda.CudaUtils;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the CUDA runtime, the library cudart, says. DJL asks it, and not PyTorch, which natives to
 * load and how many GPUs there are.
 *
 * @param version such as {@code 12.4}; empty if the library cannot be loaded
 * @param gpus the GPUs that it lists, by their index
 * @param refusal its answer if it could not list GPUs, if that can be determined
 */
public record CudaRuntime(Optional<String> version, List<Gpu> gpus, Optional<String> refusal) {

    /** No runtime. */
    static final CudaRuntime NONE = new CudaRuntime(Optional.empty(), List.of(), Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(CudaRuntime.class);

    private static final String LIBRARY = "cudart";

    /** The structure of a device's properties is smaller in all versions; it begins with a name. */
    private static final int PROPERTIES = 1 << 14;

    public CudaRuntime {
        requireNonNull(version);
        gpus = List.copyOf(gpus);
        requireNonNull(refusal);
    }

    /** Asks the runtime that DJL loaded, if it could. */
    static CudaRuntime current() {
        int version;
        try {
            version = CudaUtils.getCudaVersion();
        } catch (IllegalStateException e) {
            LOG.debug("no CUDA runtime", e);
            return NONE;
        }
        List<Gpu> gpus =
                IntStream.range(0, CudaUtils.getGpuCount())
                        .mapToObj(i -> Gpu.of(model(i), CudaUtils.getComputeCapability(i)))
                        .toList();
        return new CudaRuntime(
                Optional.of(version / 1000 + "." + version / 10 % 100),
                gpus,
                gpus.isEmpty() ? whyNone() : Optional.empty());
    }

    private static Optional<String> whyNone() {
        try {
            CudaLibrary runtime = Native.load(LIBRARY, CudaLibrary.class);
            int code = runtime.cudaGetDeviceCount(new int[1]);
            return code == 0
                    ? Optional.empty()
                    : Optional.of(runtime.cudaGetErrorString(code) + " (" + code + ")");
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("on Windows the library's name has a version", e);
            return Optional.empty();
        }
    }

    private static Optional<String> model(int index) {
        try (Memory properties = new Memory(PROPERTIES)) {
            properties.clear();
            int code = properties().invokeInt(new Object[] {properties, Integer.valueOf(index)});
            return Optional.of(properties.getString(0))
                    .filter(name -> code == 0 && !name.isBlank());
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("the model of GPU {} is unknown", index, e);
            return Optional.empty();
        }
    }

    private static Function properties() {
        NativeLibrary runtime = NativeLibrary.getInstance(LIBRARY);
        try {
            return runtime.getFunction("cudaGetDeviceProperties_v2"); // of CUDA 12
        } catch (UnsatisfiedLinkError e) {
            LOG.trace("another version", e);
            return runtime.getFunction("cudaGetDeviceProperties");
        }
    }

    /** Whether its version is at least that of a flavour of natives, such as {@code cu124}. */
    boolean isRecentFor(String flavour) {
        return version.filter(own -> VersionNumbers.isAtLeast(own, of(flavour))).isPresent();
    }

    /** The version of CUDA in the name of a flavour: 12.4 of {@code cu124}. */
    static String of(String flavour) {
        return flavour.substring(2, 4) + "." + flavour.substring(4, 5);
    }
}
