package dev.fer4j.eval.study;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.fer4j.core.FerException;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.io.Json;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * The entry point to call from the main method of a {@link ForkedCellRunner}'s process:
 *
 * <pre>
 * public static void main(String[] arguments) throws IOException {
 *     CellMain.run(arguments, listener -&gt; new CellTrainer(…, listener)::run);
 * }
 * </pre>
 *
 * <p>Standard output is reserved for the parent: from then on, {@code System.out} prints to
 * standard error, which goes to the cell's log.
 */
public final class CellMain {

    /** The exit status of a process whose parent has terminated. */
    public static final int ORPHANED = 75;

    private CellMain() {}

    /**
     * Runs the cell requested by the file named in the last argument, and writes its result where
     * that file specifies. Progress and failures are reported to the parent.
     *
     * <p>If the parent terminates first, this process does too: it runs its shutdown hooks and
     * halts after the grace period set by the parent.
     *
     * @param arguments the arguments of the main method; all but the last are the caller's
     * @param runner creates the runner, given the listener to notify of the training's progress
     * @throws InputException if the last argument does not name a request
     * @throws IOException if the runner throws it, or files cannot be read or written
     */
    public static void run(String[] arguments, Function<ProgressListener, CellRunner> runner)
            throws IOException {
        CellRequest request = request(arguments);
        PrintStream parent =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        if (request.lifetime() == ForkedCellRunner.Lifetime.OF_PARENT) {
            endWithParent(request.grace());
        }
        try {
            CellResult result =
                    runner.apply(
                                    progress ->
                                            parent.println(
                                                    new ProcessLine.Update(progress).toLine()))
                            .run(request.cell());
            ResultCheck.check(request.cell(), result);
            request.files().write(result, request.fingerprint(), 1);
        } catch (IOException | RuntimeException | Error e) {
            String message = e instanceof FerException ? e.getMessage() : e.toString();
            parent.println(new ProcessLine.Failure(message).toLine());
            throw e;
        }
    }

    private static CellRequest request(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    "last argument",
                    "no request is named",
                    "this program must be started by ForkedCellRunner");
        }
        return Json.read(Path.of(arguments[arguments.length - 1]), CellRequest.class);
    }

    private static void endWithParent(Duration grace) {
        InputStream parent = new FileInputStream(FileDescriptor.in);
        daemon("fer4j-parent", () -> awaitEnd(parent, grace));
    }

    private static void awaitEnd(InputStream parent, Duration grace) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // If the pipe cannot be read, there is no process at its other end.
        }
        daemon(
                "fer4j-end",
                () -> {
                    Uninterruptibles.sleepUninterruptibly(grace);
                    Runtime.getRuntime().halt(ORPHANED);
                });
        Runtime.getRuntime().exit(ORPHANED);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
