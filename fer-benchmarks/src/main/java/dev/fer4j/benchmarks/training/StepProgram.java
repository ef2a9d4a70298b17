package dev.fer4j.benchmarks.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.benchmarks.loader.Trainer;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.xception.Xception;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A contestant with the arguments {@code fer4j} or {@code djl}, image size, batch size and width.
 * Replies to {@code step} with the seconds of an update, and to {@code product} with those of a
 * product of two 2048 × 2048 matrices.
 */
public final class StepProgram {

    private static final int ORDER = 2048;

    private StepProgram() {}

    /** Serves requests until the end of input. */
    public static void main(String[] arguments) throws IOException {
        int size = Integer.parseInt(arguments[1]);
        int batch = Integer.parseInt(arguments[2]);
        Xception network =
                Xception.FULL.withWidth(Double.parseDouble(arguments[3])).withDropout(0.5);
        byte[] pixels = NoiseBatch.pixels(batch, size);
        if (arguments[0].equals("djl")) {
            try (DjlTrainer trainer = new DjlTrainer(network, pixels, batch, size)) {
                serve(trainer::step);
            }
            return;
        }
        ByteBuffer direct = ByteBuffer.allocateDirect(pixels.length).put(pixels).flip();
        try (Trainer trainer = new Trainer(network, batch, size)) {
            serve(
                    () ->
                            trainer.step(
                                    scratch ->
                                            Batch.asInput(direct.duplicate(), batch, size, scratch),
                                    scratch -> NoiseBatch.targets(batch, scratch)));
        }
    }

    private static void serve(Runnable step) throws IOException {
        System.out.println("ready");
        BufferedReader requests =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            double seconds = line.equals("product") ? product() : seconds(step);
            System.out.println(String.format(Locale.ROOT, "%.6f", seconds));
        }
    }

    private static double product() {
        return GradientMode.off(
                () -> {
                    try (NDManager manager =
                            Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
                        NDArray left = manager.randomNormal(new Shape(ORDER, ORDER));
                        NDArray right = manager.randomNormal(new Shape(ORDER, ORDER));
                        double best = Double.MAX_VALUE;
                        for (int i = 0; i < 3; i++) {
                            best = Math.min(best, seconds(() -> left.matMul(right).getFloat(0, 0)));
                        }
                        return best;
                    }
                });
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
