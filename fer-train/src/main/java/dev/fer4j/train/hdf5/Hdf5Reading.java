package dev.fer4j.train.hdf5;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls of jHDF, whose failures become problems of the file. */
final class Hdf5Reading {

    private Hdf5Reading() {}

    /** Reads something; jHDF reports damage by various unchecked exceptions. */
    static <T> T of(Path path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(path, innermost(e), e);
        } catch (StackOverflowError e) {
            // Last resort: groups are walked without recursion and to a limited depth, but jHDF
            // follows the blocks of an object's header and the nodes of its own trees recursively,
            // and a damaged one may name itself.
            throw damaged(path, "its blocks refer to each other in a circle", e);
        } catch (OutOfMemoryError e) {
            // Last resort, likewise: jHDF gathers all entries of such a tree before we see one.
            throw damaged(path, "it needs more memory than there is to list its content", e);
        }
    }

    private static InputException damaged(Path path, String why, Throwable cause) {
        return new InputException(
                Problem.Kind.UNREADABLE,
                path,
                "is not a valid HDF5 file: " + why,
                "download or write the file again",
                cause);
    }

    private static String innermost(Throwable thrown) {
        Throwable at = thrown;
        // Causes may form a circle.
        for (int i = 0; i < 20 && at.getCause() != null; i++) {
            at = at.getCause();
        }
        Throwable last = at;
        return Optional.ofNullable(last.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElseGet(() -> last.getClass().getSimpleName());
    }

    static InputException refused(Path path, String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE, path, cause, "download or write the file again");
    }
}
