package dev.fer4j.train.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.Platform;
import dev.fer4j.core.PlanException;
import dev.fer4j.train.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlavourTest {

    private static final String RUNTIME = "not a library";

    @TempDir private Path folder;
    private Path jar;
    private Path cache;

    @BeforeEach
    void writeNativesForCuda() throws IOException {
        jar = folder.resolve("jar");
        cache = folder.resolve("cache");
        String classifier = Platform.fromSystem("pytorch").getClassifier();
        Path properties = jar.resolve("native/lib/pytorch.properties");
        Files.createDirectories(properties.getParent());
        Files.writeString(
                properties,
                "version=0.0.0\nflavor=cu124\nclassifier="
                        + classifier
                        + "\nlibraries=libc10.so,libcudart-0.so.12\n");
        Path libraries = Files.createDirectories(jar.resolve("pytorch/cu124/" + classifier));
        Files.writeString(libraries.resolve("libc10.so"), "12345");
        Files.writeString(libraries.resolve("libcudart-0.so.12"), RUNTIME);
    }

    private NativeSet set() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            return NativeSet.find(loader).get(0);
        }
    }

    private static Natives only(NativeSet set) {
        return new Natives(List.of(set), set.flavour(), Optional.of(set));
    }

    private String ask(String mode) throws IOException {
        Process child =
                ChildJvm.SMALL
                        .withVariable("CUDA_VISIBLE_DEVICES", "")
                        .withVariable("DJL_CACHE_DIR", cache.toString())
                        .start(FlavourProgram.class, mode, jar.toString());
        return new String(child.getInputStream().readAllBytes(), UTF_8).strip();
    }

    @Test
    void nativesForTheCpuAreUsedWhereThoseForCudaSeeNoGpu() throws IOException {
        assertThat(ask("beside")).isEqualTo("cpu of cu124 and cpu");
        assertThat(Natives.runtimeFile(set(), cache.resolve("pytorch"))).hasContent(RUNTIME);
    }

    @Test
    void nativesForCudaAloneWithoutGpuAreAnErrorThatSaysWhatToAdd() throws IOException {
        assertThat(ask("alone"))
                .startsWith("natives: PyTorch's natives on the class path cannot be used here: ")
                .endsWith(
                        "(put ai.djl.pytorch:pytorch-native-cpu beside them to compute on the"
                                + " CPU)");
    }

    @Test
    void nativesOnTheClassPathAreDescribed() throws IOException {
        NativeSet set = set();
        assertThat(set.flavour()).isEqualTo("cu124");
        assertThat(set.folder()).isEqualTo("0.0.0-cu124-" + set.classifier());
        assertThat(set.libraries()).containsOnlyKeys("libc10.so", "libcudart-0.so.12");
        assertThat(set.runtime()).isPresent();
        assertThat(set.bytes()).isEqualTo(5 + RUNTIME.length());
        assertThat(only(set).bytesToUnpack(cache)).isEqualTo(set.bytes());
    }

    @Test
    void spaceIsCheckedBeforeUnpacking() throws IOException {
        URL endless =
                new URL(
                        null,
                        "endless:library",
                        new URLStreamHandler() {
                            @Override
                            protected URLConnection openConnection(URL url) {
                                return new Endless(url);
                            }
                        });
        NativeSet set = new NativeSet("cu124", "x", "folder", Map.of("libc10.so", endless));
        assertThatThrownBy(() -> only(set).load(cache, () -> "loaded"))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith(
                        "natives: PyTorch's libraries (cu124) take 1073741824.0 GiB, and " + cache)
                .hasMessageContaining("DJL_CACHE_DIR=DIR");
        assertThat(unpacked(set).load(cache, () -> "loaded")).isEqualTo("loaded");
    }

    private Natives unpacked(NativeSet set) throws IOException {
        Path own = Files.createDirectories(cache.resolve(set.folder()));
        Files.writeString(own.resolve(System.mapLibraryName("torch")), "");
        return only(set);
    }

    /** A library of 1 EiB. */
    private static final class Endless extends URLConnection {

        Endless(URL url) {
            super(url);
        }

        @Override
        public void connect() {}

        @Override
        public long getContentLengthLong() {
            return 1L << 60;
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }
    }

    private boolean isLocked() {
        try (FileChannel channel =
                FileChannel.open(cache.resolve("fer4j.lock"), StandardOpenOption.WRITE)) {
            channel.lock().release();
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void unpackingIsLockedAgainstOtherProcesses() throws IOException {
        Natives natives = only(set());
        assertThat(natives.load(cache, this::isLocked)).isTrue();
        assertThat(isLocked()).isFalse();
        assertThat(unpacked(set()).load(cache, this::isLocked)).isFalse();
    }

    @Test
    void threadsUnpackOneAfterTheOther() throws IOException {
        Natives natives = only(set());
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        IntStream.range(0, 8)
                .parallel()
                .forEach(
                        i ->
                                natives.load(
                                        cache,
                                        () -> {
                                            events.add("begin");
                                            assertThat(natives.bytesToUnpack(cache)).isPositive();
                                            return events.add("end");
                                        }));
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i)).isEqualTo(i % 2 == 0 ? "begin" : "end");
        }
        assertThat(events).hasSize(16);
    }

    @Test
    void folderThatCannotBeLockedIsUsedWithoutLock() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(only(set()).load(file.resolve("below"), () -> "loaded")).isEqualTo("loaded");
    }
}
