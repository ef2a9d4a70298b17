package dev.fer4j.cli.output;

import com.google.common.base.Ticker;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows the progress of tasks on standard error, so that standard output stays clean. On a terminal
 * the last line is a bar, as wide as the terminal is at that time, of the task that began last;
 * elsewhere a line is printed when none was for a minute. In both cases each task that ends leaves
 * a line.
 */
public final class ProgressBars implements ProgressListener, AutoCloseable {

    private static final long REDRAW_MILLIS = 250;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** A task without news for this long makes room for another one that has some. */
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final Map<String, RunningTask> running = new LinkedHashMap<>();
    private final PrintStream err;
    private final Supplier<OptionalInt> columns;
    private final Ticker ticker;
    private final ScheduledExecutorService redrawing =
            Executors.newSingleThreadScheduledExecutor(
                    new ThreadFactoryBuilder()
                            .setNameFormat("fer-progress")
                            .setDaemon(true)
                            .build());
    private Optional<RunningTask> shown = Optional.empty();
    private String drawn = "";
    private long printed;

    /**
     * Creates a display that does not redraw by itself.
     *
     * @param columns the present width of the terminal; empty if there is none
     */
    ProgressBars(PrintStream err, Supplier<OptionalInt> columns, Ticker ticker) {
        this.err = err;
        this.columns = columns;
        this.ticker = ticker;
        this.printed = ticker.read();
    }

    /** Shows progress on standard error, with bars if it is a terminal. */
    public static ProgressBars onStandardError() {
        ProgressBars bars =
                new ProgressBars(
                        new PrintStream(StandardStream.err(), true, StandardCharsets.UTF_8),
                        new ErrorTerminal()::columns,
                        Ticker.systemTicker());
        Future<?> unused =
                bars.redrawing.scheduleWithFixedDelay(
                        bars::redraw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        return bars;
    }

    @Override
    public synchronized void update(Progress progress) {
        long now = ticker.read();
        RunningTask task = running.get(progress.task());
        if (task == null) {
            task = new RunningTask(progress, now);
            running.put(progress.task(), task);
            shown = Optional.of(task);
        } else {
            task.update(progress, now);
        }
        if (progress.isLast()) {
            running.remove(progress.task());
            end(task, now);
        }
    }

    private void end(RunningTask task, long now) {
        String line = ProgressText.ended(task, now);
        OptionalInt width = columns.get();
        if (width.isPresent()) {
            draw(TextColumns.cut(line, width.getAsInt() - 1), width.getAsInt());
            drawn = "";
            err.println();
        } else {
            err.println(line);
        }
        printed = now;
        if (shown.filter(task::equals).isPresent()) {
            shown = latest();
        }
    }

    /** The task with the latest news; if several have it, the one that began last. */
    private Optional<RunningTask> latest() {
        return running.values().stream().reduce((a, b) -> a.updated() > b.updated() ? a : b);
    }

    /** Draws the bar anew, or prints a line if it is time for one. */
    synchronized void redraw() {
        if (shown.isEmpty()) {
            return;
        }
        long now = ticker.read();
        if (now - shown.get().updated() > PATIENCE) {
            shown = latest();
        }
        RunningTask task = shown.get();
        Optional<RunningTask> around =
                running.values().stream().findFirst().filter(first -> !first.equals(task));
        OptionalInt width = columns.get();
        if (width.isPresent()) {
            draw(ProgressText.fitted(task, around, width.getAsInt() - 1, now), width.getAsInt());
        } else if (now - printed >= MINUTE) {
            err.println(ProgressText.words(task, around, now));
            printed = now;
        }
    }

    /**
     * Replaces the last line. The last column stays empty, since some terminals wrap there; blanks
     * instead of an escape sequence erase what was longer.
     */
    private void draw(String line, int width) {
        if (!line.equals(drawn)) {
            int rest = Math.min(TextColumns.of(drawn), width - 1) - TextColumns.of(line);
            err.print("\r" + line + " ".repeat(Math.max(0, rest)));
            err.flush();
            drawn = line;
        }
    }

    /** Prints a line to another stream without breaking a bar. */
    public synchronized void say(PrintWriter out, String line) {
        if (!drawn.isEmpty()) {
            draw("", columns.get().orElse(ErrorTerminal.USUAL_COLUMNS));
            err.print("\r");
            err.flush();
        }
        out.println(line);
        out.flush();
    }

    @Override
    public synchronized void close() {
        redrawing.shutdownNow();
        if (!drawn.isEmpty()) {
            err.println();
            drawn = "";
        }
        running.clear();
        shown = Optional.empty();
    }
}
