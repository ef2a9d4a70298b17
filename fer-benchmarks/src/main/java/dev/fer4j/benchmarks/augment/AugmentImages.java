package dev.fer4j.benchmarks.augment;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.Noise;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** fer4j's contestant: augments a picture of 299 × 299 pixels so many times. */
final class AugmentImages {

    private static final int SIZE = 299;

    private AugmentImages() {}

    /** With {@code chain} or {@code noise}, the number of images, and that of threads. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        AugmentationPolicy policy =
                arguments[0].equals("chain")
                        ? AugmentationPolicy.paper()
                        : new AugmentationPolicy(List.of(new Noise.GaussianNoise(5, 5)));
        int images = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        RgbImage picture = picture();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> sums =
                    IntStream.range(0, threads)
                            .mapToObj(
                                    thread ->
                                            pool.submit(
                                                    () ->
                                                            augment(
                                                                    policy, picture, thread,
                                                                    threads, images)))
                            .toList();
            long total = 0;
            for (Future<Long> sum : sums) {
                total += sum.get();
            }
            System.out.println(total);
        } finally {
            pool.shutdownNow();
        }
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

    private static RgbImage picture() {
        byte[] rgb = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % SIZE;
            int y = i / 3 / SIZE;
            rgb[i] =
                    (byte)
                            Math.round(
                                    127.5 + 100 * Math.sin(0.11 * x + i % 3) * Math.cos(0.07 * y));
        }
        return new RgbImage(SIZE, SIZE, rgb);
    }
}
