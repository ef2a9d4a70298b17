package dev.fer4j.eval.report.model;

import java.util.ArrayList;
import java.util.List;

/** Collects what a section says in words, headings and captions included, a line each. */
public final class PlainWords implements BlockWriter {

    private final List<String> lines = new ArrayList<>();

    public static String of(Section section) {
        PlainWords words = new PlainWords();
        section.blocks().forEach(block -> block.writeTo(words));
        return String.join("\n", words.lines);
    }

    @Override
    public void heading(String text) {
        lines.add(text);
    }

    @Override
    public void paragraph(String text) {
        lines.add(text);
    }

    @Override
    public void points(List<String> texts) {
        lines.addAll(texts);
    }

    @Override
    public void warning(String text) {
        lines.add(text);
    }

    @Override
    public void verbatim(String text) {
        lines.add(text);
    }

    @Override
    public void table(Table table) {
        lines.add(table.toText());
    }

    @Override
    public void figure(Figure figure) {
        lines.add(figure.caption());
    }

    @Override
    public void pictures(List<Picture> pictures) {
        pictures.forEach(picture -> lines.add(picture.caption()));
    }
}
