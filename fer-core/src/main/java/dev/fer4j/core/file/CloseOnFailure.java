package dev.fer4j.core.file;

/** Closes a resource if the work that it was opened for fails. */
public final class CloseOnFailure {

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        T run() throws E;
    }

    /** The closing of a resource. */
    @FunctionalInterface
    public interface Closing<E extends Exception> {

        void close() throws E;
    }

    private CloseOnFailure() {}

    /** Does the work; if it throws anything, closes the resource before rethrowing. */
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
