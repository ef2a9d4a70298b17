package dev.fer4j.core.io;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.fer4j.core.text.VisibleText;

/**
 * Escapes in JSON what {@link VisibleText} shows, so that a printed document has no effect on a
 * terminal. What is read back is the same text.
 */
final class JsonEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1;

    private final int[] ascii = ascii();

    private static int[] ascii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes[0x7f] = ESCAPE_STANDARD;
        return escapes;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
        return c > 0x7f && c <= 0xffff && VisibleText.isHidden((char) c)
                ? new SerializedString(VisibleText.escape((char) c))
                : null;
    }
}
