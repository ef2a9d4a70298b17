package dev.fer4j.core.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Progress;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cell can be handed to another process. */
class CellJsonTest {

    static Stream<Cell> cells() {
        Condition mixed =
                Condition.ALL_SOURCES.withMix(
                        TrainingMix.ALL
                                .withCap("youtube", 500)
                                .withWeight("stylegan2", 1.5)
                                .withSeed(new Seed(-3)));
        List<Condition> conditions =
                List.of(
                        Condition.BASELINE,
                        Condition.ALL_SOURCES,
                        mixed,
                        Condition.BASELINE.likeInSize(mixed, Control.Means.AUGMENTED));
        CategorySplit seen = CategorySplit.paper().withSeen(new HeldOutPeople(20, new Seed(7)));
        return conditions.stream()
                .flatMap(
                        condition ->
                                Stream.of(CategorySplit.paper(), seen)
                                        .map(
                                                split ->
                                                        new Cell(
                                                                condition,
                                                                split,
                                                                new Seed(Long.MIN_VALUE))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void comesBackAsItWas(Cell cell) {
        assertThat(Json.parse(Json.pretty(cell), Cell.class, "cell")).isEqualTo(cell);
        assertThat(Json.parse(Json.line(cell), Cell.class, "cell")).isEqualTo(cell);
    }

    @Test
    void progressComesBackToo() {
        Progress progress = new Progress("training", 3, 12, "loss 0.41");

        assertThat(Json.parse(Json.line(progress), Progress.class, "progress")).isEqualTo(progress);
    }
}
