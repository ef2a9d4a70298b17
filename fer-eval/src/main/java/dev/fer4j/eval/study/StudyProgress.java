package dev.fer4j.eval.study;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ticker;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports how many cells of a study are done, which are running, and the estimated time left. */
final class StudyProgress {

    private final String task;
    private final StudyPlan plan;
    private final ProgressListener listener;
    private final TimeLeft timeLeft;
    private final Set<Cell> waiting;
    private int done;

    StudyProgress(
            String task,
            StudyPlan plan,
            int parallelism,
            Ticker ticker,
            ProgressListener listener) {
        this.task = task;
        this.plan = plan;
        this.listener = listener;
        this.timeLeft = new TimeLeft(ticker, parallelism);
        this.waiting = new LinkedHashSet<>(plan.cells());
    }

    /** A cell was found finished and need not be run. */
    synchronized void found(Cell cell) {
        waiting.remove(cell);
        done++;
        update(List.of(plan.cellName(cell) + " was already finished"));
    }

    synchronized void begun(Cell cell) {
        waiting.remove(cell);
        timeLeft.begin(cell);
        tell(Optional.empty());
    }

    synchronized void finished(Cell cell) {
        timeLeft.end(cell, true);
        done++;
        tell(Optional.of(plan.cellName(cell) + " finished"));
    }

    /** A cell failed, so that no further one is started. */
    synchronized void failed(Cell cell) {
        timeLeft.end(cell, false);
        waiting.clear();
        tell(Optional.of(plan.cellName(cell) + " failed"));
    }

    private void tell(Optional<String> event) {
        List<String> notes = new ArrayList<>();
        event.ifPresent(notes::add);
        if (!timeLeft.running().isEmpty()) {
            notes.add(
                    timeLeft.running().stream()
                            .map(plan::cellName)
                            .collect(joining(", ", "running: ", "")));
        }
        if (!waiting.isEmpty() || !timeLeft.running().isEmpty()) {
            notes.add(
                    timeLeft.of(waiting)
                            .map(StudyProgress::words)
                            .orElse("remaining time not known yet"));
        }
        update(notes);
    }

    private void update(List<String> notes) {
        listener.update(new Progress(task, done, plan.cells().size(), String.join("; ", notes)));
    }

    /** Rounded to the precision of such an estimate. */
    private static String words(Duration left) {
        long minutes = left.plusSeconds(30).toMinutes();
        if (minutes < 1) {
            return "less than a minute left";
        }
        if (minutes < 60) {
            return "about " + minutes + " min left";
        }
        long hours = left.plusMinutes(30).toHours();
        return hours < 10
                ? "about " + minutes / 60 + " h " + minutes % 60 + " min left"
                : "about " + hours + " h left";
    }
}
