package dev.fer4j.cli.output;

import dev.fer4j.core.text.VisibleText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Passes text on with the characters {@linkplain VisibleText shown} that act on a terminal. In a
 * JSON document, what is shown is the escape of the same character.
 */
public final class VisibleWriter extends FilterWriter {

    /** Writes to another writer. */
    public VisibleWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        write(new String(characters, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(VisibleText.lines(text.substring(from, from + length)));
    }
}
