package dev.fer4j.train.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Which checkpoints lie in a folder. For one thread at a time. */
final class Ledger {

    private enum Status {
        /** There is a manifest, and nothing is known against it. */
        COMPLETE,
        /** There is a manifest, but it or its tensors are not what was saved. */
        DAMAGED,
        /** Tensors without a manifest: of a save or a removal that did not end. */
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

    /** Numbers of all that have a manifest, newest first. */
    List<Long> manifests() {
        return checkpoints.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue() != Status.INCOMPLETE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Number of the newest one that nothing is known against. */
    OptionalLong newest() {
        return usable().stream().mapToLong(Long::longValue).findFirst();
    }

    /**
     * Those that are not needed besides the newest ones. A damaged one goes when it is older than
     * these and not before, since it may only be of a newer version of the library.
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
