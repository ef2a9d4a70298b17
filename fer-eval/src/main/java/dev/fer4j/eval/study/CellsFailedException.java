package dev.fer4j.eval.study;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.FerException;
import java.util.Map;

/**
 * Thrown when more than one cell of a study failed, which can happen where several are run at the
 * same time. The failures are its suppressed exceptions.
 */
public final class CellsFailedException extends FerException {

    private final ImmutableMap<String, String> failures;

    /**
     * Creates an exception from those thrown by several cells, by the cell's name in the plan's
     * order.
     */
    CellsFailedException(Map<String, Throwable> thrown) {
        super(message(thrown));
        failures =
                thrown.entrySet().stream()
                        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, e -> words(e)));
        thrown.values().forEach(this::addSuppressed);
    }

    private static String message(Map<String, Throwable> thrown) {
        return thrown.entrySet().stream()
                .map(entry -> "  - " + entry.getKey() + ": " + words(entry))
                .collect(
                        joining(
                                "\n",
                                thrown.size()
                                        + " cells failed; those that finished are kept, and a rerun"
                                        + " resumes from there:\n",
                                ""));
    }

    private static String words(Map.Entry<String, Throwable> entry) {
        Throwable thrown = entry.getValue();
        return thrown instanceof FerException
                ? thrown.getMessage().indent(4).strip()
                : thrown.toString();
    }

    /** The messages of the failures, by the cell's name. */
    public Map<String, String> failures() {
        return failures;
    }
}
