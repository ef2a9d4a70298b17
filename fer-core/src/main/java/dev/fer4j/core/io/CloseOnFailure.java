package dev.fer4j.core.io;

/** Closes what was opened for a result if there is none. */
public final class CloseOnFailure {

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        T run() throws E;
    }

    /** How something is closed. */
    @FunctionalInterface
    public interface Closing<E extends Exception> {

        void close() throws E;
    }

    private CloseOnFailure() {}

    /** Does the work; if that throws anything, closes first. */
    public static <T, E extends Exception> T of(Closing<? extends E> opened, Work<T, E> work)
            throws E {
        boolean complete = false;
        try {
            T result = work.run();
            complete = true;
            return result;
        } finally {
            if (!complete) {
                opened.close();
            }
        }
    }
}
