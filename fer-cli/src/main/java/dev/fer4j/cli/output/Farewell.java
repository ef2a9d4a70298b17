package dev.fer4j.cli.output;

import java.io.IOException;
import java.io.PrintWriter;

/** Reports what happens to a command's work when the process is asked to end (SIGTERM, Ctrl-C). */
public final class Farewell {

    /**
     * A command's work.
     *
     * @param <T> the type of its result
     */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    private Farewell() {}

    /**
     * Runs work; if the process is asked to end meanwhile, prints a message to the error stream.
     */
    public static <T> T during(PrintWriter err, Work<T> work) throws IOException {
        Thread hook =
                new Thread(
                        () -> {
                            err.println(
                                    "fer: asked to end; finished work is kept, and the same command"
                                            + " resumes from there");
                            err.flush();
                        },
                        "fer-farewell");
        Runtime runtime = Runtime.getRuntime();
        runtime.addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            remove(hook, runtime);
        }
    }

    /** Returns false if the process has begun to end: the hook is running or has run. */
    private static boolean remove(Thread hook, Runtime runtime) {
        try {
            return runtime.removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
