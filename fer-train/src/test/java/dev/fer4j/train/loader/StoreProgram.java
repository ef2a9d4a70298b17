package dev.fer4j.train.loader;

import dev.fer4j.core.OutputException;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Works on a store as a program of its own, so that it can be killed or its disk be full. */
final class StoreProgram {

    static final int SIZE = 64;
    static final int IMAGES_IN_A_FILE = 8;

    private StoreProgram() {}

    static ImageStore store(Path cache, ProgressListener listener) {
        return new ImageStore(
                cache, new InputForm(SIZE, ImageFit.STRETCH), listener, IMAGES_IN_A_FILE);
    }

    /** Images that {@link Squares} has written. */
    static List<Sample> samples(Path images, int count) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = images.resolve("s" + i + ".png");
            samples.add(Squares.sample(i, file, Sha256.of(file)));
        }
        return samples;
    }

    /**
     * Prints how many images are written, each time, and waits for a byte at one of these numbers.
     *
     * @param arguments {@code build}, images, cache, how many images, where to wait; or {@code
     *     retain}, images, cache, how many images stay, 0
     */
    public static void main(String[] arguments) throws IOException {
        Path cache = Path.of(arguments[2]);
        List<Sample> samples = samples(Path.of(arguments[1]), Integer.parseInt(arguments[3]));
        long wait = Long.parseLong(arguments[4]);
        try {
            if (arguments[0].equals("build")) {
                store(cache, progress -> told(progress.done(), wait)).prepare(samples);
            } else {
                told(0, wait);
                ImageStore.retain(
                        cache, samples.stream().map(Sample::sha256).collect(Collectors.toSet()));
            }
            System.out.println("end");
        } catch (OutputException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void told(long done, long wait) {
        System.out.println(done);
        try {
            if (done == wait && System.in.read() < 0) {
                throw new IllegalStateException("whoever started this is gone");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
