package dev.fer4j.eval.report.model;

import java.util.List;

/** Writes blocks in some format. It escapes what its format takes for markup. */
public interface BlockWriter {

    /** A heading within a section. */
    void heading(String text);

    /** Running text. */
    void paragraph(String text);

    /** Points that stand beside each other, one a line. */
    void points(List<String> texts);

    /** What a reader must not miss. */
    void warning(String text);

    /** Text to be copied as it is, line breaks included. */
    void verbatim(String text);

    void table(Table table);

    void figure(Figure figure);

    /** Pictures side by side. */
    void pictures(List<Picture> pictures);
}
