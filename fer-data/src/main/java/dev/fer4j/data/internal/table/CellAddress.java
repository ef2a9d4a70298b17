package dev.fer4j.data.internal.table;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a cell.
 *
 * @param row from 1, at most {@value #LAST_ROW}
 * @param column from 0, at most {@value #LAST_COLUMN}
 */
record CellAddress(int row, int column) {

    /** Excel's last row. */
    static final int LAST_ROW = 1 << 20;

    /** Excel's last column, XFD. */
    static final int LAST_COLUMN = (1 << 14) - 1;

    private static final int LETTERS = 26;

    private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

    /**
     * Reads an address, for example {@code AB12}.
     *
     * @throws IOException if there is no such cell
     */
    static CellAddress of(String text) throws IOException {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw noCell(text);
        }
        int column = 0;
        for (char letter : matcher.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * LETTERS + (letter - 'A' + 1);
        }
        int row = Integer.parseInt(matcher.group(2));
        if (row < 1 || row > LAST_ROW || column - 1 > LAST_COLUMN) {
            throw noCell(text);
        }
        return new CellAddress(row, column - 1);
    }

    private static IOException noCell(String text) {
        String shown = text.length() > LETTERS ? text.substring(0, LETTERS) + "…" : text;
        return new IOException("'" + shown + "' is not a cell within A1:XFD1048576");
    }
}
