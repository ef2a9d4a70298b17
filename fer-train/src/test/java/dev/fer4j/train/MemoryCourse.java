package dev.fer4j.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import com.google.common.math.Quantiles;
import com.google.common.primitives.ImmutableLongArray;
import dev.fer4j.train.state.MemoryProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Memory of a process after each piece of its work (Linux).
 *
 * @param kilobytes resident
 * @param arrays that the engine manages
 */
public record MemoryCourse(ImmutableLongArray kilobytes, ImmutableLongArray arrays) {

    /** Threads that predict a batch each in a piece of work. */
    public static final int THREADS = 4;

    /** What a small network is worked with. */
    public enum Work {
        /** A piece is a step of training; batches, validation and copies of the state are in it. */
        STEPS,
        /** A piece is a batch of two images on each of {@value MemoryCourse#THREADS} threads. */
        PREDICTIONS,
        /** A piece is a step of training and a checkpoint. */
        SAVES
    }

    /** All of the heap is there from the start, so that what grows is not Java's objects. */
    private static final ChildJvm JVM =
            ChildJvm.SMALL
                    .withFlags("-Xms96m", "-Xmx96m", "-XX:+AlwaysPreTouch")
                    // glibc gives threads up to 16 heaps, which fill up one by one.
                    .withVariable("MALLOC_ARENA_MAX", "1");

    /**
     * Does so much work in a process of its own.
     *
     * @param folder for files
     */
    public static MemoryCourse of(Work work, Path folder, int pieces)
            throws IOException, InterruptedException {
        return of(
                MemoryProgram.class,
                pieces,
                List.of(work.name(), folder.toString(), Integer.toString(pieces)));
    }

    /**
     * Runs a program in a process of its own.
     *
     * @param program prints two numbers after each piece of its work, kilobytes and arrays
     */
    public static MemoryCourse of(Class<?> program, int pieces, List<String> arguments)
            throws IOException, InterruptedException {
        Process process = JVM.start(program, arguments.toArray(String[]::new));
        List<String> lines;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines().filter(line -> line.matches("\\d+ \\d+")).toList();
        }
        if (process.waitFor() != 0 || lines.size() < pieces) {
            throw new IOException(
                    lines.size()
                            + " pieces, status "
                            + process.exitValue()
                            + " of "
                            + program.getSimpleName()
                            + " "
                            + arguments);
        }
        return new MemoryCourse(column(lines, 0), column(lines, 1));
    }

    /** A line of a program's: what is resident, and what the engine manages at present. */
    public static String line() throws IOException {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            long kilobytes =
                    Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum();
            return kilobytes + " " + manager.getParentManager().getManagedArrays().size();
        }
    }

    private static ImmutableLongArray column(List<String> lines, int column) {
        return ImmutableLongArray.copyOf(
                lines.stream().mapToLong(line -> Long.parseLong(line.split(" ", -1)[column])));
    }

    /** What comes after the pieces in which allocators and compilers take what they need. */
    public MemoryCourse after(int warmUp) {
        return new MemoryCourse(
                kilobytes.subArray(warmUp, kilobytes.length()),
                arrays.subArray(warmUp, arrays.length()));
    }

    /** Of the line through the kilobytes by least squares, in kilobytes a piece. */
    public double slope() {
        double middle = (kilobytes.length() - 1) / 2.0;
        double mean = kilobytes.stream().average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < kilobytes.length(); i++) {
            products += (i - middle) * (kilobytes.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return products / squares;
    }

    /** The median of what so many pieces in a row added, in kilobytes. */
    public double medianGrowth(int pieces) {
        return Quantiles.median()
                .compute(
                        IntStream.range(0, (kilobytes.length() - 1) / pieces)
                                .mapToDouble(
                                        i ->
                                                kilobytes.get((i + 1) * pieces)
                                                        - kilobytes.get(i * pieces))
                                .toArray());
    }
}
