package dev.fer4j.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelColumnTest {

    private static LabelColumn known(String... texts) {
        return LabelColumn.of(List.of(texts), LabelAnswers.KNOWN_WORDS);
    }

    @Test
    void zeroAndOneAreLabelsAmongThemselvesAndWords() {
        LabelColumn column = known("0", "1", "1.0", "yes", "", "not sure");
        assertThat(column.label("1")).contains(Label.INTERESTED);
        assertThat(column.label("0.0")).contains(Label.NOT_INTERESTED);
        assertThat(column.label("not sure")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2", "5.0", "-1", "-9", "0,5", "99", "3 = neutral", "5 (very)", "2: no"})
    void noNumberIsALabelBesideAnother(String other) {
        LabelColumn column = known("1", "0", other, "yes");
        assertThat(column.label("1")).isEmpty();
        assertThat(column.label("0")).isEmpty();
        assertThat(column.label(other)).isEmpty();
        assertThat(column.label("yes")).contains(Label.INTERESTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2nd", "not 5", "a2", "1", "0", "1 = yes", "0: no", "2.png"})
    void textsThatAreNoOtherNumbersChangeNothing(String text) {
        assertThat(known("1", text).label("1")).contains(Label.INTERESTED);
    }

    @Test
    void namedAnswersAreComparedByValueOrWord() {
        LabelAnswers answers =
                LabelAnswers.of(List.of("4", "05", "Very Much"), List.of("1", "2", "nein"));
        LabelColumn column = LabelColumn.of(List.of("1", "3", "5"), answers);
        assertThat(column.label("4.0")).contains(Label.INTERESTED);
        assertThat(column.label(" 5 ")).contains(Label.INTERESTED);
        assertThat(column.label("very_much")).contains(Label.INTERESTED);
        assertThat(column.label("1,0")).contains(Label.NOT_INTERESTED);
        assertThat(column.label("Nein")).contains(Label.NOT_INTERESTED);
        assertThat(column.label("3")).isEmpty();
        assertThat(column.label("no")).contains(Label.NOT_INTERESTED);
    }

    @Test
    void zeroAndOneMayBeNamedTheOtherWayRound() {
        LabelColumn column =
                LabelColumn.of(List.of("0", "1"), LabelAnswers.of(List.of("0"), List.of("1")));
        assertThat(column.label("0")).contains(Label.INTERESTED);
        assertThat(column.label("1.0")).contains(Label.NOT_INTERESTED);
    }

    @Test
    void ifOneNumberIsNamedNoOtherIsALabel() {
        LabelColumn column =
                LabelColumn.of(List.of("0", "1"), LabelAnswers.of(List.of("0"), List.of()));
        assertThat(column.label("1")).isEmpty();
    }

    @Test
    void answersWithTwoMeaningsOrNoneAreRefused() {
        assertThatThrownBy(() -> LabelAnswers.of(List.of("1"), List.of("1.0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LabelAnswers.of(List.of(" "), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anAnswerIsALabelOrHasAReason(long seed) {
        Random random = new Random(seed);
        List<String> pool =
                List.of("0", "1", "2", "1.0", "yes", "No", "maybe", "5 - very", "", "-9", "٣");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            texts.add(pool.get(random.nextInt(pool.size())));
        }
        LabelColumn column = LabelColumn.of(texts, LabelAnswers.KNOWN_WORDS);
        boolean scale = texts.stream().anyMatch(List.of("2", "5 - very", "-9")::contains);
        for (String text : texts) {
            assertThat(column.label(text).isPresent())
                    .as("%s in %s", text, texts)
                    .isEqualTo(
                            List.of("yes", "No").contains(text)
                                    || (!scale && List.of("0", "1", "1.0").contains(text)));
            assertThat(column.reason(text)).contains("'" + text + "'");
            assertThat(column.mend(text, "correct it")).isNotBlank();
        }
    }
}
