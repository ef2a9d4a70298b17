package dev.fer4j.train.loader;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PNG files of 4 × 4 pixels: red is the sample's number, green and blue tell row and column. */
final class Squares {

    static final int SIDE = 4;

    private Squares() {}

    static List<Sample> write(Path folder, int count) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("s" + i + ".png").toAbsolutePath();
            ImageFiles.writePng(file, image(i));
            samples.add(sample(i, file, Sha256.of(file)));
        }
        return samples;
    }

    static Sample sample(int number, Path file, String sha256) {
        return new Sample(
                "s" + number,
                file,
                number % 3 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED,
                "p",
                "r",
                Optional.empty(),
                Optional.empty(),
                "source",
                new Origin.StillImage("x"),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                sha256);
    }

    static RgbImage image(int number) {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            rgb[3 * i] = (byte) number;
            rgb[3 * i + 1] = (byte) (100 + i / SIDE);
            rgb[3 * i + 2] = (byte) (200 + i % SIDE);
        }
        return new RgbImage(SIDE, SIDE, rgb);
    }

    /** A file that is listed as it is and is no image. */
    static Sample broken(Path folder) throws IOException {
        Path file = folder.resolve("broken.png").toAbsolutePath();
        Files.writeString(file, "no image");
        return sample(99, file, Sha256.of(file));
    }

    static List<String> threads(String prefix) {
        return named(prefix).map(Thread::getName).toList();
    }

    /** Threads that do not end by themselves; a pool calls itself ended just before they do. */
    static List<String> lastingThreads(String prefix) {
        named(prefix)
                .forEach(
                        thread ->
                                Uninterruptibles.joinUninterruptibly(
                                        thread, Duration.ofSeconds(10)));
        return threads(prefix);
    }

    private static Stream<Thread> named(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith(prefix));
    }
}
