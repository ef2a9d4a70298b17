package dev.fer4j.train.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The checkpoints in a folder. For one thread at a time. */
final class Ledger {

    private enum Status {
        /** Has a manifest and is not known to be damaged. */
        COMPLETE,
        /** Has a manifest, but the manifest or the tensors are damaged. */
        DAMAGED,
        /** Tensors without a manifest, left by an incomplete save or removal. */
        INCOMPLETE
    }

    private final TreeMap<Long, Status> checkpoints = new TreeMap<>();

    void complete(long number) {
        checkpoints.put(number, Status.COMPLETE);
    }

    void damaged(long number) {
        checkpoints.put(number, Status.DAMAGED);
    }

    void incomplete(long number) {
        checkpoints.put(number, Status.INCOMPLETE);
    }

    void removed(long number) {
        checkpoints.remove(number);
    }

    boolean contains(long number) {
        return checkpoints.containsKey(number);
    }

    /** Numbers of all checkpoints with a manifest, newest first. */
    List<Long> manifests() {
        return checkpoints.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue() != Status.INCOMPLETE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The number of the newest checkpoint that is not known to be damaged. */
    OptionalLong newest() {
        return usable().stream().mapToLong(Long::longValue).findFirst();
    }

    /**
     * The checkpoints that can be removed when the newest ones are kept. A damaged one is removed
     * only if it is older than those kept, since it may come from a newer version of the library.
     */
    List<Long> superfluous(int keep) {
        List<Long> usable = usable();
        long oldest = usable.size() < keep ? Long.MIN_VALUE : usable.get(keep - 1);
        return checkpoints.entrySet().stream()
                .filter(entry -> entry.getKey() < oldest || entry.getValue() == Status.INCOMPLETE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Long> usable() {
        return checkpoints.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue() == Status.COMPLETE)
                .map(Map.Entry::getKey)
                .toList();
    }
}
