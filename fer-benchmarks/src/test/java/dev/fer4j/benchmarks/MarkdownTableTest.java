package dev.fer4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void hasALineForEachRow() {
        RatioTable table = new RatioTable("name", "seconds", "ratio");
        table.row("a", "1.0", "0.5");
        assertThat(table.toText())
                .isEqualTo("| name | seconds | ratio |\n|---|---:|---:|\n| a | 1.0 | 0.5 |\n");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new RatioTable("a", "b").row("1"))
                .hasMessageContaining("1 cells for 2 columns");
    }
}
