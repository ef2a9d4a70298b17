package dev.fer4j.cli.output;

import dev.fer4j.core.text.VisibleText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard error for loggers: the characters that act on a terminal are {@linkplain VisibleText
 * shown}.
 */
public final class VisibleErrors extends PrintStream {

    /** Prints to a stream, in UTF-8. */
    public VisibleErrors(OutputStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        super.print(VisibleText.lines(String.valueOf(text)));
    }

    @Override
    public void println(String text) {
        super.println(VisibleText.lines(String.valueOf(text)));
    }

    @Override
    public void println(Object object) {
        println(String.valueOf(object));
    }
}
