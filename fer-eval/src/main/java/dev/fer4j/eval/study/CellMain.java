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
 * What the main method of a {@link ForkedCellRunner}'s process calls:
 *
 * <pre>
 * public static void main(String[] arguments) throws IOException {
 *     CellMain.run(arguments, listener -&gt; new CellTrainer(…, listener)::run);
 * }
 * </pre>
 *
 * <p>Standard output belongs to the parent: {@code System.out} prints to standard error from then
 * on, which goes to the cell's log.
 */
public final class CellMain {

    /** Exit status of a process whose parent has ended. */
    public static final int ORPHANED = 75;

    private CellMain() {}

    /**
     * Runs the cell requested in the file of the last argument, and writes its result where that
     * file says. Progress and failures are reported to the parent.
     *
     * <p>If the parent ends first, this process does too: its shutdown hooks run, and after the
     * parent's grace it halts.
     *
     * @param arguments those of the main method; the ones before the last are the caller's
     * @param runner made with the listener that the training is to tell of its progress
     * @throws InputException if the last argument names no request
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
            // A pipe that cannot be read has no process at its other end.
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
