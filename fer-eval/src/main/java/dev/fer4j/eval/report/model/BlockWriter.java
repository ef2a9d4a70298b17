package dev.fer4j.eval.report.model;

import java.util.List;

/** Writes blocks in some format, escaping what would be markup there. */
public interface BlockWriter {

    /** A heading within a section. */
    void heading(String text);

    /** Running text. */
    void paragraph(String text);

    /** A list of points, one per line. */
    void points(List<String> texts);

    /** A warning that readers must not miss. */
    void warning(String text);

    /** Preformatted text for copying, line breaks included. */
    void verbatim(String text);

    void table(Table table);

    void figure(Figure figure);

    /** Pictures side by side. */
    void pictures(List<Picture> pictures);
}
