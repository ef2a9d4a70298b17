package dev.fer4j.train.predict;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import com.google.common.math.Quantiles;
import dev.fer4j.core.RgbImage;
import dev.fer4j.train.DeviceChoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory over many batches on worker threads, in a JVM of its own. */
class PredictorMemoryTest {

    /** For the allocator and the compilers. */
    private static final int WARM_UP = 8;

    private static final int PARTS = WARM_UP + 10;
    private static final int BATCHES = 200;
    private static final int THREADS = 4;

    @TempDir private Path folder;

    @Test
    void memoryIsFlatOverTwoThousandBatchesOnWorkers() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx48m",
                                "-Xms48m",
                                "-XX:+AlwaysPreTouch",
                                "-Dai.djl.offline=true",
                                "-DOPT_OUT_TRACKING=true",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PredictorMemoryTest.class.getName(),
                                TestModel.write(folder).toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        // glibc gives threads up to 16 heaps, which fill up one by one over thousands of batches.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        Process process = builder.start();
        List<String> lines;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines().toList();
        }
        assertThat(process.waitFor()).isZero();
        assertThat(lines).hasSize(PARTS + 1);
        long[] arrays = column(lines, 0);
        assertThat(arrays[PARTS]).isEqualTo(arrays[0]);
        long[] kilobytes = column(lines, 1);
        // A leaked input alone would be 55 KB a batch, in every part; the allocator takes more now
        // and then, in some.
        double[] growth =
                IntStream.range(WARM_UP, PARTS)
                        .mapToDouble(part -> kilobytes[part + 1] - kilobytes[part])
                        .toArray();
        assertThat(Quantiles.median().compute(growth)).as("%s", lines).isLessThan(BATCHES);
    }

    private static long[] column(List<String> lines, int column) {
        return lines.stream()
                .mapToLong(line -> Long.parseLong(line.split(" ", -1)[column]))
                .toArray();
    }

    /** Prints, after each part, how many arrays there are and how many kilobytes are resident. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        List<RgbImage> pictures = TestModel.pictures(2);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Predictor predictor = Predictor.open(Path.of(arguments[0]), DeviceChoice.CPU);
                NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
            predictor.predict(pictures);
            print(manager);
            for (int part = 0; part < PARTS; part++) {
                List<Future<?>> work =
                        IntStream.range(0, THREADS)
                                .<Future<?>>mapToObj(
                                        thread ->
                                                threads.submit(
                                                        () -> {
                                                            for (int i = 0;
                                                                    i < BATCHES / THREADS;
                                                                    i++) {
                                                                predictor.predict(pictures);
                                                            }
                                                        }))
                                .toList();
                for (Future<?> future : work) {
                    future.get();
                }
                print(manager);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void print(NDManager manager) throws IOException {
        long resident =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
        System.out.println(manager.getParentManager().getManagedArrays().size() + " " + resident);
    }
}
