package dev.fer4j.cli.output;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.text.VisibleText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/**
 * Shows progress bars with the remaining time on standard error, so that standard output stays
 * clean. If standard error is not a terminal, prints one line when a task ends.
 */
public final class ProgressBars implements ProgressListener, AutoCloseable {

    private static final int WIDTH = 118;

    private final Map<String, ProgressBar> open = new LinkedHashMap<>();
    private final PrintStream err;
    private final boolean terminal;

    ProgressBars(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Shows bars if the launcher detected a terminal, otherwise lines; Java 17 cannot detect it by
     * itself.
     */
    public static ProgressBars onStandardError() {
        return new ProgressBars(
                new PrintStream(StandardStream.err(), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("fer.terminal"));
    }

    @Override
    public synchronized void update(Progress progress) {
        if (terminal) {
            ProgressBar bar = open.computeIfAbsent(progress.task(), task -> bar(progress));
            bar.maxHint(progress.total());
            bar.stepTo(progress.done());
            bar.setExtraMessage(VisibleText.line(progress.note()));
            if (progress.isLast()) {
                open.remove(progress.task()).close();
            }
        } else if (progress.isLast()) {
            err.println(
                    VisibleText.line(
                            progress.task()
                                    + ": "
                                    + progress.done()
                                    + " of "
                                    + progress.total()
                                    + (progress.note().isEmpty() ? "" : ", " + progress.note())));
        }
    }

    /** Prints a line to another stream without breaking a bar. */
    public synchronized void say(PrintWriter out, String line) {
        if (terminal && !open.isEmpty()) {
            // Carriage return and "erase in line": the bar is redrawn below.
            err.print("\r\u001b[K");
            err.flush();
        }
        out.println(line);
        out.flush();
    }

    private ProgressBar bar(Progress progress) {
        return new ProgressBarBuilder()
                .setTaskName(VisibleText.line(progress.task()))
                .setInitialMax(progress.total())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setMaxRenderedLength(WIDTH)
                .setEtaFunction(ProgressBars::left)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
    }

    private static Optional<Duration> left(ProgressState state) {
        long done = state.getCurrent() - state.getStart();
        long rest = state.getMax() - state.getCurrent();
        if (done <= 0 || rest < 0) {
            return Optional.empty();
        }
        return Optional.of(state.getElapsedAfterStart().multipliedBy(rest).dividedBy(done));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(ProgressBar::close);
        open.clear();
    }
}
