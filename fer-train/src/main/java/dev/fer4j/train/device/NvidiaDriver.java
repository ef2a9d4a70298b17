package dev.fer4j.train.device;

import static java.util.Objects.requireNonNull;

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
 * NVIDIA's kernel driver, as far as the system shows it without loading a library.
 *
 * @param system the operating system
 * @param version the driver's version, if it can be determined (Linux)
 * @param deviceFiles number of GPUs with a device file (Linux)
 */
public record NvidiaDriver(String system, Optional<String> version, int deviceFiles) {

    /** The oldest driver that supports CUDA 12 on Linux. */
    static final String OLDEST = "525.60.13";

    private static final Logger LOG = LoggerFactory.getLogger(NvidiaDriver.class);
    private static final Path VERSION_FILE = Path.of("/proc/driver/nvidia/version");
    private static final Pattern VERSION = Pattern.compile("Kernel Module.*?\\s(\\d+(?:\\.\\d+)+)");

    public NvidiaDriver {
        requireNonNull(system);
        requireNonNull(version);
    }

    /** Reads the system's files. */
    static NvidiaDriver current() {
        return new NvidiaDriver(System.getProperty("os.name"), readVersion(), countDeviceFiles());
    }

    /** Whether there is no driver, or one that is too old. Known on Linux only. */
    boolean isInsufficient() {
        return isLinux() && version.filter(own -> VersionNumbers.isAtLeast(own, OLDEST)).isEmpty();
    }

    /** Whether no GPU has a device file, as in a container that was not given one. */
    boolean isWithoutDevices() {
        return isLinux() && deviceFiles == 0;
    }

    /** What is wrong with a driver that is insufficient. */
    String state() {
        return version.map(own -> "the NVIDIA driver " + own + " is too old for CUDA 12")
                .orElse("there is no NVIDIA driver");
    }

    private boolean isLinux() {
        return system.toLowerCase(Locale.ROOT).contains("linux");
    }

    boolean isMac() {
        return system.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static Optional<String> readVersion() {
        if (!Files.isReadable(VERSION_FILE)) {
            return Optional.empty();
        }
        try {
            return version(Files.readString(VERSION_FILE));
        } catch (IOException e) {
            LOG.debug("{} cannot be read", VERSION_FILE, e);
            return Optional.empty();
        }
    }

    static Optional<String> version(String text) {
        Matcher matcher = VERSION.matcher(text);
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
