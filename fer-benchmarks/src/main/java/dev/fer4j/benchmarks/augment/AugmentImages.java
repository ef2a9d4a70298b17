package dev.fer4j.benchmarks.augment;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.Noise;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The fer4j contestant: augments an image of 299 × 299 pixels repeatedly, after a tenth as many
 * untimed repetitions, and prints the seconds.
 */
final class AugmentImages {

    static final int SIZE = 299;

    private AugmentImages() {}

    /**
     * Takes {@code chain} or {@code noise}, a file with the bytes of the image, the number of
     * images, and the number of threads.
     */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        AugmentationPolicy policy =
                arguments[0].equals("chain")
                        ? AugmentationPolicy.paper()
                        : new AugmentationPolicy(List.of(new Noise.GaussianNoise(5, 5)));
        RgbImage picture = new RgbImage(SIZE, SIZE, Files.readAllBytes(Path.of(arguments[1])));
        int images = Integer.parseInt(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            augment(policy, picture, images / 10, threads, pool);
            long start = System.nanoTime();
            long sum = augment(policy, picture, images, threads, pool);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println("sum of a value " + sum);
            System.out.println(seconds);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long augment(
            AugmentationPolicy policy,
            RgbImage picture,
            int images,
            int threads,
            ExecutorService pool)
            throws InterruptedException, ExecutionException {
        List<Future<Long>> sums =
                IntStream.range(0, threads)
                        .mapToObj(
                                thread ->
                                        pool.submit(
                                                () ->
                                                        augment(
                                                                policy, picture, thread, threads,
                                                                images)))
                        .toList();
        long total = 0;
        for (Future<Long> sum : sums) {
            total += sum.get();
        }
        return total;
    }

    private static long augment(
            AugmentationPolicy policy, RgbImage picture, int first, int step, int images) {
        long sum = 0;
        for (int i = first; i < images; i += step) {
            sum +=
                    policy.draw(new Seed(1).derive("image", i).generator(), SIZE, SIZE)
                            .apply(picture)
                            .at(7, 7, 1);
        }
        return sum;
    }

    /** The image used by all contestants. */
    static byte[] picture() {
        byte[] rgb = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % SIZE;
            int y = i / 3 / SIZE;
            rgb[i] =
                    (byte)
                            Math.round(
                                    127.5 + 100 * Math.sin(0.11 * x + i % 3) * Math.cos(0.07 * y));
        }
        return rgb;
    }
}
