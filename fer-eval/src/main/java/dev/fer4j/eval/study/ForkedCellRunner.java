package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Runs each cell in a separate process, optionally several at the same time: another JVM on this
 * machine ({@link #javaCommand}), or any command that runs one elsewhere, such as a cluster's
 * {@code srun}.
 *
 * <p>The command gets one more argument, the file that specifies the requested cell and the
 * location of its result. Its main method passes that to {@link CellMain}. A cluster's nodes must
 * see the same files at the same paths.
 *
 * <pre>
 * List&lt;String&gt; command = ForkedCellRunner.javaCommand(TrainCell.class, List.of("-Xmx4g"));
 * study.run(new ForkedCellRunner(command, out.resolve("processes")).withParallelism(4), listener);
 * </pre>
 *
 * <p>A process ends when the one that started it ends for any reason, unless {@link Lifetime} is
 * set otherwise. If the calling thread is interrupted, the process is asked to terminate, and is
 * killed after a grace period. Its standard error is appended to {@code <cell>.log} in the folder.
 *
 * <p>Immutable except for the slots that its processes occupy.
 */
public final class ForkedCellRunner implements CellRunner {

    /** The default grace period of a process. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(30);

    /** When a process ends that its parent no longer waits for. */
    public enum Lifetime {
        /**
         * When the process that started it ends, that is, at the end of its standard input. For
         * commands that pass on their standard input, as Java, shells and {@code srun} do.
         */
        OF_PARENT,
        /** When its work is done. For commands that do not pass on their standard input. */
        OF_WORK
    }

    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private final List<String> command;
    private final Path folder;
    private final IntFunction<Map<String, String>> environment;
    private final Lifetime lifetime;
    private final Duration grace;
    private final ProgressListener listener;
    private final int parallelism;
    private final BlockingQueue<Integer> places;

    /**
     * Creates a runner for one process at a time.
     *
     * @param command program and arguments; the request file is appended as the last argument
     * @param folder the folder for requests, intermediate results and logs; created if it does not
     *     exist
     */
    public ForkedCellRunner(List<String> command, Path folder) {
        this(
                command,
                folder.toAbsolutePath(),
                place -> Map.of(),
                Lifetime.OF_PARENT,
                DEFAULT_GRACE,
                ProgressListener.none(),
                1);
    }

    private ForkedCellRunner(
            List<String> command,
            Path folder,
            IntFunction<Map<String, String>> environment,
            Lifetime lifetime,
            Duration grace,
            ProgressListener listener,
            int parallelism) {
        checkArgument(!command.isEmpty(), "a command needs a program");
        checkArgument(parallelism >= 1, "%s cells cannot be run at the same time", parallelism);
        checkArgument(!grace.isNegative(), "a grace of %s", grace);
        this.command = List.copyOf(command);
        this.folder = folder;
        this.environment = requireNonNull(environment);
        this.lifetime = requireNonNull(lifetime);
        this.grace = grace;
        this.listener = requireNonNull(listener);
        this.parallelism = parallelism;
        this.places =
                new ArrayBlockingQueue<>(
                        parallelism, true, IntStream.range(0, parallelism).boxed().toList());
    }

    /**
     * The command of a JVM with this one's Java installation and class path.
     *
     * @param main the class whose main method calls {@link CellMain}
     * @param options JVM options, such as {@code -Xmx4g}
     * @param arguments the arguments of its main method that precede the request file
     */
    public static List<String> javaCommand(
            Class<?> main, List<String> options, String... arguments) {
        return ImmutableList.<String>builder()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .addAll(options)
                .add("-cp", System.getProperty("java.class.path"))
                .add(main.getName())
                .add(arguments)
                .build();
    }

    /** Returns a copy that runs this many processes at the same time; at least 1. */
    @Override
    public ForkedCellRunner withParallelism(int cells) {
        return new ForkedCellRunner(command, folder, environment, lifetime, grace, listener, cells);
    }

    /** Returns a copy with variables that are added to this process's environment. */
    public ForkedCellRunner withEnvironment(Map<String, String> variables) {
        Map<String, String> copy = ImmutableMap.copyOf(variables);
        return withEnvironment(place -> copy);
    }

    /**
     * Returns a copy with variables that depend on the slot of a process, from 0 to the number of
     * concurrent processes minus one.
     */
    public ForkedCellRunner withEnvironment(IntFunction<Map<String, String>> ofPlace) {
        return new ForkedCellRunner(
                command, folder, ofPlace, lifetime, grace, listener, parallelism);
    }

    /**
     * Returns a copy in which each slot has a GPU, beside the variables set before: the process
     * sees only that one, as {@code gpu:0}. If this process's {@code CUDA_VISIBLE_DEVICES} names
     * GPUs, as a scheduler's does, slots get these in turn, otherwise the GPU with the slot's
     * number.
     */
    public ForkedCellRunner withGpuEach() {
        return withGpuEach(Optional.ofNullable(System.getenv(VISIBLE)));
    }

    ForkedCellRunner withGpuEach(Optional<String> visible) {
        List<String> gpus = Splitter.on(',').trimResults().splitToList(visible.orElse(""));
        IntFunction<Map<String, String>> others = environment;
        return withEnvironment(
                place ->
                        ImmutableMap.<String, String>builder()
                                .putAll(others.apply(place))
                                .put(
                                        VISIBLE,
                                        visible.isPresent()
                                                ? gpus.get(place % gpus.size())
                                                : Integer.toString(place))
                                .buildKeepingLast());
    }

    /** Returns a copy for processes with a different lifetime. */
    public ForkedCellRunner withLifetime(Lifetime other) {
        return new ForkedCellRunner(
                command, folder, environment, other, grace, listener, parallelism);
    }

    /**
     * Returns a copy with a different grace period, in which an interrupted or orphaned process can
     * terminate, for example after saving its state; the default is {@link #DEFAULT_GRACE}.
     */
    public ForkedCellRunner withGrace(Duration other) {
        return new ForkedCellRunner(
                command, folder, environment, lifetime, other, listener, parallelism);
    }

    /**
     * Returns a copy with a listener to each process's progress. The cell's id is appended to each
     * task's name, to distinguish concurrent processes.
     */
    public ForkedCellRunner withListener(ProgressListener other) {
        return new ForkedCellRunner(
                command, folder, environment, lifetime, grace, other, parallelism);
    }

    /** The variables of each slot. */
    IntFunction<Map<String, String>> environment() {
        return environment;
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    /**
     * Runs a process to completion and reads its result.
     *
     * @throws CellProcessException if it ends without a result
     * @throws dev.fer4j.core.InputException if the command cannot be started
     * @throws CancellationException if this thread is interrupted; its interrupt status is
     *     preserved
     */
    @Override
    public CellResult run(Cell cell) throws IOException {
        int place = take();
        try (CellAttempt attempt = CellAttempt.begin(folder, cell, lifetime, grace)) {
            return attempt.run(command, environment.apply(place), listener);
        } finally {
            places.add(place);
        }
    }

    private int take() {
        try {
            return places.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }
}
