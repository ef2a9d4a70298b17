package dev.fer4j.eval.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/** A piece of a section. */
public sealed interface Block
        permits Block.Paragraph, Block.Warning, Block.TableBlock, Block.FigureBlock {

    /**
     * Running text.
     *
     * @param text plain text; not blank
     */
    record Paragraph(String text) implements Block {
        /** Checks that there is a text. */
        public Paragraph {
            checkArgument(!text.isBlank(), "a paragraph needs a text");
        }
    }

    /**
     * What a reader must not miss.
     *
     * @param text plain text; not blank
     */
    record Warning(String text) implements Block {
        /** Checks that there is a text. */
        public Warning {
            checkArgument(!text.isBlank(), "a warning needs a text");
        }
    }

    /**
     * A table.
     *
     * @param table the table
     */
    record TableBlock(Table table) implements Block {
        /** Checks that nothing is missing. */
        public TableBlock {
            requireNonNull(table);
        }
    }

    /**
     * A figure.
     *
     * @param figure the figure
     */
    record FigureBlock(Figure figure) implements Block {
        /** Checks that nothing is missing. */
        public FigureBlock {
            requireNonNull(figure);
        }
    }
}
