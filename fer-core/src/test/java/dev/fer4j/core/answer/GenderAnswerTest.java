package dev.fer4j.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Gender;
import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenderAnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"F", "female", " Woman ", "W", "weiblich", "Femme", "mujer", "Kadın", "女", "♀"})
    void wordsForFemale(String text) {
        assertThat(GenderAnswer.parse(text)).contains(Gender.FEMALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "male", "Man", "männlich", "Homme", "hombre", "Erkek", "남자", "♂"})
    void wordsForMaleHoweverTheirAccentsAreWritten(String text) {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(GenderAnswer.parse(Normalizer.normalize(text, form))).contains(Gender.MALE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "Other.", "non-binary", "Nonbinary", "divers", "autre", "X"})
    void wordsForNeither(String text) {
        assertThat(GenderAnswer.parse(text)).contains(Gender.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "n/a", "N.A.", "-", "–", "?", "NaN", "none", "unknown",
                "prefer not to say", "Prefer not to answer", "I'd rather not say", "keine Angabe",
                "k. A.", "Non renseigné", "#N/A", "not specified", "\u00a0"
            })
    void noAnswerIsNoGender(String text) {
        assertThat(NoAnswer.is(text)).isTrue();
        assertThat(GenderAnswer.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "femal", "yes", "Kim"})
    void codesAndTypingErrorsAreNeither(String text) {
        assertThat(NoAnswer.is(text)).isFalse();
        assertThat(GenderAnswer.parse(text)).isEmpty();
    }
}
