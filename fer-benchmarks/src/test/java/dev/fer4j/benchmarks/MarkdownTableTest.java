package dev.fer4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void hasALineForEachRow() {
        MarkdownTable table = new MarkdownTable("name", "seconds", "ratio");
        table.row("a", "1.0", "0.5");
        assertThat(table.toText())
                .isEqualTo("| name | seconds | ratio |\n|---|---:|---:|\n| a | 1.0 | 0.5 |\n");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new MarkdownTable("a", "b").row("1"))
                .hasMessageContaining("1 cells for 2 columns");
    }
}
