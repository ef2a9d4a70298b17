package dev.fer4j.augment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void holdsExactlyTheNumbersWhosePlacesAreInside() {
        Random random = new Random(4);
        for (int round = 0; round < 20_000; round++) {
            long start = random.nextLong(-30, 31);
            long step = random.nextLong(-7, 8);
            long limit = random.nextLong(-2, 23);
            int count = random.nextInt(12);
            Span span = Span.where(start, step, limit, count);
            assertThat(span.from()).isBetween(0, count);
            assertThat(span.to()).isBetween(span.from(), count);
            for (int i = 0; i < count; i++) {
                long place = start + i * step;
                assertThat(i >= span.from() && i < span.to())
                        .as("%s + %s · %s below %s", start, i, step, limit)
                        .isEqualTo(place >= 0 && place < limit);
            }
        }
    }

    @Test
    void whatTwoHaveInCommon() {
        assertThat(new Span(2, 7).and(new Span(4, 9))).isEqualTo(new Span(4, 7));
        Span none = new Span(1, 3).and(new Span(5, 9));
        assertThat(none.from()).isEqualTo(none.to());
    }
}
