package dev.fer4j.data.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts that the cells of a workbook refer to by number. */
final class XlsxTexts {

    /** Excel's limit is 32,767; other programs write longer ones. */
    static final int LONGEST = 1 << 20;

    private final List<String> texts = new ArrayList<>();

    /**
     * Reads the part with the texts.
     *
     * @param memory counts them
     */
    void read(XmlPart part, CellMemory memory) throws IOException {
        while (part.next()) {
            if (part.starts("si")) {
                String text = rich(part, "si");
                memory.addText(text.length());
                texts.add(text);
            }
        }
    }

    /**
     * A text by its number.
     *
     * @throws IOException if there is none
     */
    String get(String number) throws IOException {
        try {
            return texts.get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException(
                    "a cell refers to text '" + number + "' of " + texts.size() + " texts", e);
        }
    }

    /** Reads up to the end of an element whose text may consist of runs of different looks. */
    static String rich(XmlPart part, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean spoken = false;
        while (part.next() && !part.ends(element)) {
            if (part.starts("rPh") || part.ends("rPh")) {
                // How the text is pronounced.
                spoken = part.starts("rPh");
            } else if (part.starts("t")) {
                String run = part.text(LONGEST);
                if (!spoken) {
                    text.append(run);
                }
                if (text.length() > LONGEST) {
                    throw new IOException("a cell has more than " + LONGEST + " characters");
                }
            }
        }
        return CellText.stripped(CellText.unescaped(text.toString()));
    }
}
