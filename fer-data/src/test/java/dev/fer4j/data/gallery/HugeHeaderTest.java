package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Rights;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.video.FrameSampler;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A header that claims 65,000 × 65,000 pixels is refused in less than 50 ms and 64 MB. */
class HugeHeaderTest {

    private static final int SIDE = 65_000;
    private static final int RUNS = 10;
    private static final Duration LONGEST = Duration.ofMillis(50);
    private static final long MOST_BYTES = 64L << 20;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ClaimedSize.class)
    void image(ClaimedSize format) throws IOException {
        Path image = Files.write(folder.resolve("bomb"), format.claiming(SIDE, SIDE));
        assertRefusedAtOnce("of 65000 × 65000 pixels", () -> ImageFiles.read(image));
    }

    /** The rest of the file is not read, however long it is. */
    @ParameterizedTest
    @EnumSource(ClaimedSize.class)
    void longImage(ClaimedSize format) throws IOException {
        Path image = Files.write(folder.resolve("bomb"), format.claiming(SIDE, SIDE));
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(400L << 20);
        }
        assertRefusedAtOnce("of 65000 × 65000 pixels", () -> ImageFiles.read(image));
    }

    @Test
    void video() throws IOException {
        Path clip = folder.resolve("bomb.mp4");
        ClipBytes.claiming(clip, SIDE, SIDE);
        assertRefusedAtOnce("of 65000 × 65000 pixels", () -> sample(clip));
    }

    @Test
    void framesOfVideo() throws IOException {
        Path clip = folder.resolve("bomb.mp4");
        ClipBytes.withFramesClaiming(clip, SIDE, SIDE);
        assertRefusedAtOnce("no frame can be decoded", () -> sample(clip));
    }

    private static void sample(Path clip) {
        Recording recording =
                new Recording(
                        "39-A01-J",
                        List.of(clip),
                        Label.INTERESTED,
                        "39",
                        Optional.empty(),
                        Optional.empty(),
                        Demographics.UNKNOWN,
                        Rights.UNKNOWN);
        new FrameSampler(SamplingRule.paper()).sample(recording);
    }

    /** The best of several runs counts, since the machine may be busy with others. */
    private static void assertRefusedAtOnce(String reason, ThrowingCallable reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long bytes = 0;
        long nanos = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long before = threads.getThreadAllocatedBytes(thread);
            long start = System.nanoTime();
            assertThatThrownBy(reading)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(reason);
            nanos = Math.min(nanos, System.nanoTime() - start);
            bytes = Math.max(bytes, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(bytes).isBetween(1L, MOST_BYTES);
        assertThat(Duration.ofNanos(nanos)).isLessThan(LONGEST);
    }
}
