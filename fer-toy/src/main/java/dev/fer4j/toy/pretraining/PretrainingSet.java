package dev.fer4j.toy.pretraining;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Drawn people, as pixels in memory, with the values of their attributes. */
final class PretrainingSet {

    private final int size;
    private final byte[][] pixels;
    private final float[][] targets;

    private PretrainingSet(int size, int people) {
        this.size = size;
        this.pixels = new byte[people][];
        this.targets = new float[people][];
    }

    /**
     * Draws people, on all processors.
     *
     * @param first number of the first one
     * @param people how many
     * @param size height and width of the pictures in pixels
     */
    static PretrainingSet draw(
            Seed seed, int first, int people, int size, ProgressListener progress) {
        PretrainingSet set = new PretrainingSet(size, people);
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, people)
                .parallel()
                .forEach(
                        i -> {
                            DrawnPerson person = DrawnPerson.sample(seed, first + i);
                            set.pixels[i] = person.draw(size).rgb();
                            set.targets[i] = DrawnAttribute.all(person);
                            progress.update(
                                    new Progress(
                                            "drawing people", done.incrementAndGet(), people, ""));
                        });
        return set;
    }

    int people() {
        return pixels.length;
    }

    /** Copies a picture, or its mirror image, to the end of a buffer. */
    void put(int person, boolean mirrored, ByteBuffer to) {
        byte[] rgb = pixels[person];
        if (!mirrored) {
            to.put(rgb);
            return;
        }
        for (int y = 0; y < size; y++) {
            for (int x = size - 1; x >= 0; x--) {
                to.put(rgb, 3 * (y * size + x), 3);
            }
        }
    }

    /** The target of an attribute in a picture, or in its mirror image. */
    float target(int person, DrawnAttribute attribute, boolean mirrored) {
        float target = targets[person][attribute.ordinal()];
        return mirrored ? attribute.mirrored(target) : target;
    }
}
