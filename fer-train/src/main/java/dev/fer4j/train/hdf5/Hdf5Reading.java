package dev.fer4j.train.hdf5;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls of jHDF, whose failures become problems of the file. */
final class Hdf5Reading {

    private Hdf5Reading() {}

    /** Reads something; jHDF reports damage by various unchecked exceptions. */
    static <T> T of(Object subject, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(subject, innermost(e), e);
        } catch (StackOverflowError e) {
            // Last resort: groups are walked without recursion and to a limited depth, but jHDF
            // follows the blocks of an object's header and the nodes of its own trees recursively,
            // and a damaged one may name itself.
            throw damaged(subject, "its blocks refer to each other in a circle", e);
        } catch (OutOfMemoryError e) {
            // Last resort, likewise: jHDF gathers all entries of such a tree before we see one.
            throw damaged(subject, "it needs more memory than there is to list its content", e);
        }
    }

    private static InputException damaged(Object subject, String why, Throwable cause) {
        return new InputException(
                Problem.Kind.UNREADABLE,
                subject,
                "cannot be read as HDF5: " + why,
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
        if (last instanceof ArithmeticException) {
            return "it states a size that is larger than any file";
        }
        return Optional.ofNullable(last.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElseGet(() -> last.getClass().getSimpleName());
    }

    static InputException refused(Object subject, String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE, subject, cause, "download or write the file again");
    }
}
