package dev.fer4j.eval.report.model;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/**
 * A part of a report under one heading.
 *
 * @param title the heading; not blank
 * @param blocks its content, in order
 */
public record Section(String title, List<Block> blocks) {

    public Section {
        checkArgument(!title.isBlank(), "a section needs a title");
        blocks = List.copyOf(blocks);
    }
}
