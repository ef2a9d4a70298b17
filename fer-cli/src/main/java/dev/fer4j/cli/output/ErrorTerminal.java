package dev.fer4j.cli.output;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * The terminal on standard error. The launcher says whether there is one; without a launcher, and
 * on Windows, the operating system is asked, as it is for the width. The library for that is loaded
 * when it is first needed.
 */
final class ErrorTerminal {

    /** The width if it cannot be found out. */
    static final int USUAL_COLUMNS = 80;

    /** Set by the launcher: true or false. */
    private static final String PROPERTY = "fer.terminal";

    // Loggers are collected if nobody holds them, and their levels with them.
    private final Logger library = Logger.getLogger("org.jline");
    private Optional<TerminalProvider> provider = Optional.empty();
    private Optional<Boolean> terminal = Optional.empty();

    /** The present width in columns; empty if standard error is not a terminal. */
    OptionalInt columns() {
        if (terminal.isEmpty()) {
            terminal = Optional.of(isTerminal());
        }
        if (!terminal.get()) {
            return OptionalInt.empty();
        }
        int columns = provider.map(ErrorTerminal::columns).orElse(0);
        return OptionalInt.of(columns > 0 ? columns : USUAL_COLUMNS);
    }

    private boolean isTerminal() {
        String launcher = System.getProperty(PROPERTY);
        // A dumb terminal cannot return to the beginning of a line.
        if ("false".equals(launcher) || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        provider = load();
        return "true".equals(launcher)
                || provider.filter(found -> found.isSystemStream(SystemStream.Error)).isPresent();
    }

    private static int columns(TerminalProvider provider) {
        return provider.systemStreamWidth(SystemStream.Error);
    }

    /** Empty if there is no native library for this machine, or if it cannot be unpacked. */
    private Optional<TerminalProvider> load() {
        library.setLevel(Level.OFF);
        try {
            return Optional.of(TerminalProvider.load("jni"));
        } catch (IOException | LinkageError e) {
            return Optional.empty();
        }
    }
}
