package dev.fer4j.train.loader;

import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Images of noise that are in no file. */
public final class NoiseImages {

    private NoiseImages() {}

    /**
     * A batch, the same each time.
     *
     * @param size height and width in pixels
     */
    public static Batch batch(int count, int size) {
        byte[] pixels = new byte[count * size * size * 3];
        new Seed(2).generator().nextBytes(pixels);
        List<Sample> samples =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        Squares.sample(
                                                i,
                                                Path.of("noise").toAbsolutePath(),
                                                "0".repeat(64)))
                        .toList();
        float[] targets = new float[count];
        for (int i = 0; i < count; i++) {
            targets[i] = samples.get(i).label().asTarget();
        }
        ByteBuffer direct = ByteBuffer.allocateDirect(pixels.length).put(pixels).flip();
        return new Batch(samples, size, direct, targets);
    }
}
