package dev.fer4j.cli.output;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The progress of a task in one line. */
final class ProgressText {

    private static final int LEAST_BAR = 10;
    private static final int MOST_BAR = 40;
    private static final int LEAST_NAME = 12;

    /** Below this, what remains of a note says nothing. */
    private static final int LEAST_NOTE = 8;

    private ProgressText() {}

    /**
     * A running task in at most a number of columns. Where there is not enough room, the task
     * around it goes first, then the percentage, the bar, and the end of the note; at last the name
     * is shortened. The number of steps goes never.
     *
     * @param around the task that this one is a part of, if any
     */
    static String fitted(RunningTask task, Optional<RunningTask> around, int columns, long now) {
        String steps = " " + task.done() + "/" + task.total();
        String time = time(task, now);
        int rest = columns - TextColumns.of(task.name() + steps + time);
        if (rest < 0) {
            return shortened(task.name(), steps, time, columns);
        }
        String outer =
                around.map(a -> a.name() + " " + a.done() + "/" + a.total() + ": ").orElse("");
        int forBar = rest - (task.noteRoom() == 0 ? 0 : task.noteRoom() + ", ".length());
        if (forBar - TextColumns.of(outer) <= LEAST_BAR) {
            outer = "";
        }
        forBar -= TextColumns.of(outer);
        String percent = percent(task);
        if (forBar - percent.length() <= LEAST_BAR) {
            percent = "";
        }
        String bar =
                forBar <= LEAST_BAR
                        ? ""
                        : percent + bar(task, Math.min(MOST_BAR, forBar - percent.length() - 1));
        rest -= TextColumns.of(outer) + bar.length();
        String note = TextColumns.cut(note(task), rest);
        return outer
                + task.name()
                + bar
                + steps
                + time
                + (note.equals(note(task)) || rest >= LEAST_NOTE ? note : "");
    }

    private static String shortened(String name, String steps, String time, int columns) {
        int room = columns - steps.length() - time.length();
        return room < LEAST_NAME
                ? TextColumns.cut(TextColumns.cut(name, columns - steps.length()) + steps, columns)
                : TextColumns.cut(name, room) + steps + time;
    }

    /** A running task in words. */
    static String words(RunningTask task, Optional<RunningTask> around, long now) {
        return around.map(a -> a.name() + ", " + a.done() + " of " + a.total() + ": ").orElse("")
                + task.name()
                + ": "
                + task.done()
                + " of "
                + task.total()
                + time(task, now)
                + note(task);
    }

    /** A task that has ended, in words. */
    static String ended(RunningTask task, long now) {
        Duration elapsed = task.elapsed(now);
        return task.name()
                + ": "
                + task.done()
                + " of "
                + task.total()
                + (elapsed.toSeconds() == 0 ? "" : " in " + clock(elapsed))
                + note(task);
    }

    private static String note(RunningTask task) {
        return task.note().isEmpty() ? "" : ", " + task.note();
    }

    /** The time left, or while it is not known, the time since the beginning. */
    private static String time(RunningTask task, long now) {
        // Whoever knows more than the pace says it in the note.
        if (task.note().contains(" left") || task.note().contains("remaining time")) {
            return "";
        }
        Duration elapsed = task.elapsed(now);
        return task.left(now)
                .map(left -> ", " + clock(left) + " left")
                .orElse(elapsed.toSeconds() == 0 ? "" : ", " + clock(elapsed) + " so far");
    }

    private static String clock(Duration time) {
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart());
    }

    private static String percent(RunningTask task) {
        return String.format(Locale.ROOT, " %3d%%", task.done() * 100 / task.total());
    }

    private static String bar(RunningTask task, int columns) {
        int inside = columns - 2;
        int filled = (int) (inside * task.done() / task.total());
        return " [" + "=".repeat(filled) + " ".repeat(inside - filled) + "]";
    }
}
