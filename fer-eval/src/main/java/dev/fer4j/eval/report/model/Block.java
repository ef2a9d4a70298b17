package dev.fer4j.eval.report.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.List;

/** A block of a section. All text is plain; report writers escape it. */
public sealed interface Block {

    /** Passes the content to a writer. */
    void writeTo(BlockWriter writer);

    /**
     * A heading within a section.
     *
     * @param text not blank
     */
    record Heading(String text) implements Block {
        public Heading {
            checkArgument(!text.isBlank(), "a heading needs a text");
        }

        @Override
        public void writeTo(BlockWriter writer) {
            writer.heading(text);
        }
    }

    /**
     * Running text.
     *
     * @param text not blank
     */
    record Paragraph(String text) implements Block {
        public Paragraph {
            checkArgument(!text.isBlank(), "a paragraph needs a text");
        }

        @Override
        public void writeTo(BlockWriter writer) {
            writer.paragraph(text);
        }
    }

    /**
     * A list of points, one per line.
     *
     * @param texts at least one, none blank
     */
    record Points(List<String> texts) implements Block {
        public Points {
            texts = List.copyOf(texts);
            checkArgument(
                    !texts.isEmpty() && texts.stream().noneMatch(String::isBlank),
                    "every point needs a text: %s",
                    texts);
        }

        @Override
        public void writeTo(BlockWriter writer) {
            writer.points(texts);
        }
    }

    /**
     * A warning that readers must not miss.
     *
     * @param text not blank
     */
    record Warning(String text) implements Block {
        public Warning {
            checkArgument(!text.isBlank(), "a warning needs a text");
        }

        @Override
        public void writeTo(BlockWriter writer) {
            writer.warning(text);
        }
    }

    /**
     * Preformatted text for copying, line breaks included.
     *
     * @param text not blank
     */
    record Verbatim(String text) implements Block {
        public Verbatim {
            checkArgument(!text.isBlank(), "there is nothing to copy");
        }

        @Override
        public void writeTo(BlockWriter writer) {
            writer.verbatim(text);
        }
    }

    /** A table. */
    record TableBlock(Table table) implements Block {
        public TableBlock {
            requireNonNull(table);
        }

        @Override
        public void writeTo(BlockWriter writer) {
            writer.table(table);
        }
    }

    /** A figure. */
    record FigureBlock(Figure figure) implements Block {
        public FigureBlock {
            requireNonNull(figure);
        }

        @Override
        public void writeTo(BlockWriter writer) {
            writer.figure(figure);
        }
    }

    /**
     * Pictures side by side. Pictures of people are in a report only if the caller adds them.
     *
     * @param pictures at least one
     */
    record Pictures(List<Picture> pictures) implements Block {
        public Pictures {
            pictures = List.copyOf(pictures);
            checkArgument(!pictures.isEmpty(), "there are no pictures");
        }

        @Override
        public void writeTo(BlockWriter writer) {
            writer.pictures(pictures);
        }
    }
}
