package dev.fer4j.train.device;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks NVIDIA's driver for the model of a GPU. */
public final class GpuModel {

    private static final Logger LOG = LoggerFactory.getLogger(GpuModel.class);

    private GpuModel() {}

    /**
     * Returns the model, such as {@code NVIDIA H200}.
     *
     * @param index as in {@link DeviceChoice}: among the GPUs that {@code CUDA_VISIBLE_DEVICES}
     *     leaves
     * @return empty if there is no driver or no such GPU
     */
    public static Optional<String> of(int index) {
        try {
            NativeLibrary driver =
                    NativeLibrary.getInstance(Platform.isWindows() ? "nvcuda" : "libcuda.so.1");
            int[] device = new int[1];
            byte[] name = new byte[256];
            boolean answered =
                    succeeds(driver.getFunction("cuInit"), 0)
                            && succeeds(driver.getFunction("cuDeviceGet"), device, index)
                            && succeeds(
                                    driver.getFunction("cuDeviceGetName"),
                                    name,
                                    name.length,
                                    device[0]);
            return answered
                    ? Optional.of(Native.toString(name, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("there is no NVIDIA driver", e);
            return Optional.empty();
        }
    }

    private static boolean succeeds(Function function, Object... arguments) {
        return function.invokeInt(arguments) == 0;
    }
}
