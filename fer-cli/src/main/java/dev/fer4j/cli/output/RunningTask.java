package dev.fer4j.cli.output;

import dev.fer4j.core.Progress;
import dev.fer4j.core.text.VisibleText;
import java.time.Duration;
import java.util.Optional;

/** The latest state of a task, and how long it has been running. Times are in nanoseconds. */
final class RunningTask {

    /** Notes up to this many columns get room before a bar does. */
    private static final int USUAL_NOTE = 32;

    private final String name;
    private final long begin;
    private final long doneAtBegin;
    private Progress latest;
    private long updated;
    private int noteRoom;

    /** A task that begins with its first update; what is done by then was done earlier. */
    RunningTask(Progress first, long now) {
        this.name = VisibleText.line(first.task());
        this.begin = now;
        this.doneAtBegin = first.done();
        update(first, now);
    }

    void update(Progress progress, long now) {
        latest = progress;
        updated = now;
        noteRoom = Math.max(noteRoom, Math.min(USUAL_NOTE, TextColumns.of(note())));
    }

    String name() {
        return name;
    }

    long done() {
        return latest.done();
    }

    long total() {
        return latest.total();
    }

    String note() {
        return VisibleText.line(latest.note());
    }

    /** Columns for notes that stay as they are from one update to the next. */
    int noteRoom() {
        return noteRoom;
    }

    long updated() {
        return updated;
    }

    Duration elapsed(long now) {
        return Duration.ofNanos(now - begin);
    }

    /** The time left at the pace so far; empty until a step has ended. */
    Optional<Duration> left(long now) {
        long steps = done() - doneAtBegin;
        return steps <= 0
                ? Optional.empty()
                : Optional.of(elapsed(now).multipliedBy(total() - done()).dividedBy(steps));
    }
}
