package dev.fer4j.train.device;

import static java.util.Objects.requireNonNull;

import ai.djl.util.ClassLoaderUtils;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import com.sun.jna.NativeLibrary;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PyTorch's native libraries on the class path, and which of them DJL uses.
 *
 * <p>DJL uses those for CUDA if the library cudart, as the system finds it, is recent enough and
 * lists a GPU. Those for CUDA contain a cudart of their own, which is offered to DJL before the
 * first question, so that neither a machine without a CUDA installation nor one with another
 * version than PyTorch's gets a different answer than PyTorch.
 *
 * @param sets the variants for this system
 * @param flavour the variant that DJL uses
 * @param chosen the same, if it is one of the sets
 */
record Natives(List<NativeSet> sets, String flavour, Optional<NativeSet> chosen) {

    private static final Logger LOG = LoggerFactory.getLogger(Natives.class);

    /** Settings of DJL that make it use other natives than those on the class path. */
    private static final List<String> OVERRIDES =
            List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION");

    private static final ReentrantLock UNPACKING = new ReentrantLock();

    private static final double GIBIBYTE = 1L << 30;

    Natives {
        sets = List.copyOf(sets);
        requireNonNull(flavour);
        requireNonNull(chosen);
    }

    /**
     * Finds the natives and offers their cudart to DJL. Must precede all use of DJL's classes that
     * ask for GPUs.
     *
     * @param cache the folder that DJL unpacks natives to
     */
    static Natives prepare(Path cache) {
        List<NativeSet> found;
        try {
            found = NativeSet.find(ClassLoaderUtils.getContextClassLoader());
        } catch (IOException e) {
            LOG.warn("the class path cannot be searched for PyTorch's natives", e);
            found = List.of();
        }
        found.forEach(set -> offerRuntime(set, cache));
        Platform platform = Platform.detectPlatform("pytorch");
        List<NativeSet> sets =
                found.stream()
                        .filter(set -> set.classifier().equals(platform.getClassifier()))
                        .toList();
        return new Natives(
                sets,
                platform.getFlavor(),
                sets.stream()
                        .filter(set -> !platform.isPlaceholder())
                        .filter(set -> set.flavour().equals(platform.getFlavor()))
                        .findFirst());
    }

    /** Makes DJL find the cudart of some natives before the system's. */
    private static void offerRuntime(NativeSet set, Path cache) {
        Optional<URL> runtime = set.runtime();
        if (runtime.isEmpty()) {
            return;
        }
        try {
            Path file = runtimeFile(set, cache);
            try (InputStream in = runtime.get().openStream()) {
                byte[] content = in.readAllBytes();
                if (!Files.exists(file) || Files.size(file) != content.length) {
                    WholeFile.write(file, out -> out.write(content));
                }
            }
            NativeLibrary.addSearchPath("cudart", file.getParent().toString());
        } catch (IOException | LinkageError e) {
            LOG.warn("the CUDA runtime of the natives {} cannot be used", set.flavour(), e);
        }
    }

    static Path runtimeFile(NativeSet set, Path cache) {
        return cache.resolve(set.folder() + "-cudart").resolve(System.mapLibraryName("cudart"));
    }

    /**
     * Loads the engine. If its natives are yet to be unpacked, checks that there is space for them,
     * and waits while another process unpacks some.
     *
     * @throws PlanException if there is not enough space, or none of the natives fits this machine
     */
    <T> T load(Path cache, Supplier<T> engine) {
        if (toUnpack(cache).isEmpty()) {
            return engine.get();
        }
        UNPACKING.lock();
        try (FileChannel channel = lockFile(cache);
                FileLock lock = channel.lock()) {
            LOG.debug("{}", lock);
            // Another process may have unpacked them meanwhile.
            toUnpack(cache).ifPresent(set -> requireSpace(set.bytes(), cache));
            return engine.get();
        } catch (IOException e) {
            // Without locks, as on some network disks, processes may unpack at the same time.
            LOG.debug("{} cannot be locked", cache, e);
            return engine.get();
        } finally {
            UNPACKING.unlock();
        }
    }

    private static FileChannel lockFile(Path cache) throws IOException {
        Files.createDirectories(cache);
        return FileChannel.open(
                cache.resolve("fer4j.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** The space that the natives need which DJL has yet to unpack, in bytes. */
    long bytesToUnpack(Path cache) {
        return toUnpack(cache).map(NativeSet::bytes).orElse(0L);
    }

    private Optional<NativeSet> toUnpack(Path cache) {
        return chosen.filter(set -> isOnClassPath() && !isUnpacked(set, cache));
    }

    private static boolean isUnpacked(NativeSet set, Path cache) {
        return Files.exists(cache.resolve(set.folder()).resolve(System.mapLibraryName("torch")));
    }

    private static boolean isOnClassPath() {
        return OVERRIDES.stream().allMatch(name -> Utils.getEnvOrSystemProperty(name) == null);
    }

    private void requireSpace(long needed, Path cache) {
        long free = cache.toFile().getUsableSpace();
        if (free < needed) {
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    "natives",
                    String.format(
                            Locale.ROOT,
                            "PyTorch's libraries (%s) take %.1f GiB, and %s has %.1f GiB free",
                            flavour,
                            needed / GIBIBYTE,
                            cache,
                            free / GIBIBYTE),
                    "free some space, or choose another folder in the environment:"
                            + " DJL_CACHE_DIR=DIR");
        }
    }

    /** Whether there are natives, but only for CUDA, and this machine cannot use them. */
    boolean isWithoutCpu() {
        return !sets.isEmpty() && chosen.isEmpty() && isOnClassPath();
    }
}
