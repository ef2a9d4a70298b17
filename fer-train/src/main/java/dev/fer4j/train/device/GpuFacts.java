package dev.fer4j.train.device;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.util.Platform;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts that determine whether a GPU can be used.
 *
 * @param flavour variant of PyTorch's native libraries, such as {@code cpu} or {@code cu124}
 * @param cuda whether PyTorch reports that it can use CUDA
 * @param usable number of GPUs that PyTorch sees
 * @param system the operating system
 * @param driver version of NVIDIA's kernel driver, if it can be determined (Linux)
 * @param deviceFiles number of GPUs with a device file (Linux)
 * @param visibleDevices the environment's {@code CUDA_VISIBLE_DEVICES}
 */
public record GpuFacts(
        String flavour,
        Cuda cuda,
        int usable,
        String system,
        Optional<String> driver,
        int deviceFiles,
        Optional<String> visibleDevices) {

    /** Whether PyTorch can use CUDA. */
    public enum Cuda {
        /** The native libraries are built for CUDA and found a driver. */
        AVAILABLE,
        /** The native libraries are built for the CPU or found no driver. */
        UNAVAILABLE
    }

    /** The oldest driver that supports CUDA 12 on Linux. */
    static final String OLDEST_DRIVER = "525.60.13";

    private static final Logger LOG = LoggerFactory.getLogger(GpuFacts.class);
    private static final Path DRIVER_FILE = Path.of("/proc/driver/nvidia/version");
    private static final Pattern DRIVER = Pattern.compile("Kernel Module.*?\\s(\\d+(?:\\.\\d+)+)");

    public GpuFacts {
        requireNonNull(flavour);
        requireNonNull(cuda);
        requireNonNull(system);
        requireNonNull(driver);
        requireNonNull(visibleDevices);
    }

    /** Loads the engine and collects the facts. */
    public static GpuFacts current() {
        Engine engine = PyTorch.engine();
        return new GpuFacts(
                Platform.detectPlatform("pytorch").getFlavor(),
                engine.hasCapability(StandardCapabilities.CUDA) ? Cuda.AVAILABLE : Cuda.UNAVAILABLE,
                engine.getGpuCount(),
                System.getProperty("os.name"),
                driverVersion(),
                countDeviceFiles(),
                Optional.ofNullable(System.getenv("CUDA_VISIBLE_DEVICES")));
    }

    /** Whether the GPU with this index can be used. */
    public boolean has(int index) {
        return cuda == Cuda.AVAILABLE && index < usable;
    }

    /** Why the GPU with this index cannot be used, and the likely remedy. */
    public Problem missing(int index) {
        String subject = "device gpu:" + index;
        if (cuda == Cuda.AVAILABLE && usable > 0) {
            return new Problem(
                    Problem.Kind.BAD_SETTING,
                    subject,
                    "PyTorch sees " + usable + (usable == 1 ? " GPU" : " GPUs"),
                    usable == 1 ? "use gpu:0" : "use gpu:0 to gpu:" + (usable - 1));
        }
        return new Problem(
                Problem.Kind.BAD_SETTING,
                subject,
                "PyTorch can use no GPU: " + cause(),
                mend() + ", or compute on the device cpu; Doctor.examine() says more");
    }

    private String cause() {
        if (isForCpu()) {
            return "its natives are for the CPU" + (needsDriver() ? ", and " + driverState() : "");
        }
        if (needsDriver()) {
            return driverState();
        }
        if (isLinux() && deviceFiles == 0) {
            return "the driver " + driver.orElseThrow() + " has no device file /dev/nvidia0";
        }
        return visibleDevices.isPresent()
                ? "CUDA_VISIBLE_DEVICES is '" + visibleDevices.get() + "'"
                : "its natives (" + flavour + ") found no CUDA device";
    }

    private String mend() {
        String install = "install an NVIDIA driver of " + OLDEST_DRIVER + " or later";
        if (isForCpu()) {
            return "build with -Pcuda" + (needsDriver() ? " and " + install : "");
        }
        if (needsDriver()) {
            return install;
        }
        if (isLinux() && deviceFiles == 0) {
            return "give the container or virtual machine the GPU (docker run --gpus all)";
        }
        return visibleDevices.isPresent()
                ? "unset CUDA_VISIBLE_DEVICES, or name the GPU in it"
                : "see whether nvidia-smi lists a GPU";
    }

    private String driverState() {
        return driver.map(version -> "the NVIDIA driver " + version + " is too old for CUDA 12")
                .orElse("there is no NVIDIA driver");
    }

    /** Known on Linux only. */
    private boolean needsDriver() {
        return isLinux() && driver.filter(GpuFacts::isRecent).isEmpty();
    }

    private boolean isForCpu() {
        return flavour.startsWith("cpu");
    }

    private boolean isLinux() {
        return system.toLowerCase(Locale.ROOT).contains("linux");
    }

    private static boolean isRecent(String version) {
        return Ordering.<Integer>natural()
                        .lexicographical()
                        .compare(numbers(version), numbers(OLDEST_DRIVER))
                >= 0;
    }

    private static ImmutableList<Integer> numbers(String version) {
        return Splitter.on('.')
                .splitToStream(version)
                .map(Integer::valueOf)
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<String> driverVersion() {
        if (!Files.isReadable(DRIVER_FILE)) {
            return Optional.empty();
        }
        try {
            return driverVersion(Files.readString(DRIVER_FILE));
        } catch (IOException e) {
            LOG.debug("{} cannot be read", DRIVER_FILE, e);
            return Optional.empty();
        }
    }

    static Optional<String> driverVersion(String text) {
        Matcher matcher = DRIVER.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static int countDeviceFiles() {
        int count = 0;
        Path devices = Path.of("/dev");
        if (Files.isDirectory(devices)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "nvidia[0-9]*")) {
                for (Path device : found) {
                    LOG.debug("{}", device);
                    count++;
                }
            } catch (IOException e) {
                LOG.debug("{} cannot be listed", devices, e);
            }
        }
        return count;
    }
}
