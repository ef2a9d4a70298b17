package dev.fer4j.eval.study;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that runs one cell. Its standard input is an open pipe to which nothing is written:
 * when this process ends for whatever reason, the operating system closes the pipe, which notifies
 * the child.
 */
final class CellProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CellProcess.class);

    private final Process process;
    private final FutureTask<Void> output;
    private final Duration grace;

    private CellProcess(Process process, Consumer<String> lines, Duration grace) {
        this.process = process;
        this.grace = grace;
        this.output = new FutureTask<>(() -> read(lines), null);
    }

    /**
     * Starts a command.
     *
     * @param environment variables added to this process's environment
     * @param log receives its standard error
     * @param lines receives each line of its standard output, in a separate thread
     * @param grace how long it may take to terminate when asked to
     * @throws InputException if the program cannot be run
     */
    static CellProcess start(
            List<String> command,
            Map<String, String> environment,
            CellLog log,
            Consumer<String> lines,
            Duration grace) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        CellProcess started = new CellProcess(start(builder), lines, grace);
        // A separate thread, since reading a pipe cannot be interrupted.
        Thread reader = new Thread(started.output, "fer4j-cell-output");
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    "command " + builder.command().get(0),
                    "cannot be run: " + e.getMessage(),
                    "give an existing program, or its full path",
                    e);
        }
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the process has terminated and its output has been read.
     *
     * @return the exit status
     * @throws CancellationException if this thread is interrupted; its interrupt status is
     *     preserved
     */
    int await() {
        try {
            output.get();
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            Throwables.throwIfUnchecked(e.getCause());
            throw new IllegalStateException(e);
        }
    }

    /**
     * Terminates the process, if it is still running, and its descendants: normally at first, and
     * forcibly after the grace period.
     */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        closeInput();
        all.forEach(ProcessHandle::destroy);
        if (!haveEnded(all)) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
        process.onExit().join();
    }

    /** Notifies what signals do not reach, such as a remote job that the process represents. */
    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("standard input of process {} is closed already", process.pid(), e);
        }
    }

    private boolean haveEnded(List<ProcessHandle> all) {
        CompletableFuture<?>[] ends =
                all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            Uninterruptibles.getUninterruptibly(CompletableFuture.allOf(ends), grace);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
