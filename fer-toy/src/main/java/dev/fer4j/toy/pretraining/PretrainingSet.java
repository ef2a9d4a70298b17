package dev.fer4j.toy.pretraining;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.FaceRenderer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Drawn people, as pixels in memory, with the values of their attributes. */
final class PretrainingSet {

    private final int size;
    private final byte[][] pixels;
    private final float[][] targets;

    private PretrainingSet(int size, int pictures) {
        this.size = size;
        this.pixels = new byte[pictures][];
        this.targets = new float[pictures][];
    }

    /**
     * Draws people, on all processors.
     *
     * @param first number of the first one
     * @param people how many
     * @param each pictures of each
     * @param size height and width of the pictures in pixels
     */
    static PretrainingSet draw(
            Seed seed, int first, int people, int each, int size, ProgressListener progress) {
        PretrainingSet set = new PretrainingSet(size, people * each);
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, people)
                .parallel()
                .forEach(
                        i -> {
                            set.draw(DrawnPerson.sample(seed, first + i, each), i * each);
                            progress.update(
                                    new Progress(
                                            "drawing people", done.incrementAndGet(), people, ""));
                        });
        return set;
    }

    private void draw(List<DrawnPerson> pictures, int first) {
        FaceRenderer renderer = pictures.get(0).renderer();
        for (int i = 0; i < pictures.size(); i++) {
            pixels[first + i] = pictures.get(i).draw(renderer, size).rgb();
            targets[first + i] = DrawnAttribute.all(pictures.get(i));
        }
    }

    int pictures() {
        return pixels.length;
    }

    /** Copies a picture, or its mirror image, to the end of a buffer. */
    void put(int picture, boolean mirrored, ByteBuffer to) {
        byte[] rgb = pixels[picture];
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

    /** The target of an attribute, by its place, in a picture or in its mirror image. */
    float target(int picture, int attribute, boolean mirrored) {
        float target = targets[picture][attribute];
        return mirrored ? DrawnAttribute.ALL.get(attribute).mirrored(target) : target;
    }
}
