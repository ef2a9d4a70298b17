package dev.fer4j.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Gender;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenderColumnTest {

    private static Optional<Gender> parsed(String text) {
        return GenderColumn.of(List.of("", text)).gender(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F",
                "female",
                " Woman ",
                "W",
                "weiblich",
                "Femme",
                "mujer",
                "Kadın",
                "女",
                "♀"
            })
    void wordsForFemale(String text) {
        assertThat(parsed(text)).contains(Gender.FEMALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "male", "Man", "männlich", "Homme", "hombre", "Erkek", "남자", "♂"})
    void wordsForMaleHoweverTheirAccentsAreWritten(String text) {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(parsed(Normalizer.normalize(text, form))).contains(Gender.MALE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "Other.", "non-binary", "Nonbinary", "divers", "autre", "X"})
    void wordsForNeither(String text) {
        assertThat(parsed(text)).contains(Gender.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "n/a",
                "N.A.",
                "-",
                "–",
                "?",
                "NaN",
                "none",
                "unknown",
                "prefer not to say",
                "Prefer not to answer",
                "I'd rather not say",
                "keine Angabe",
                "k. A.",
                "Non renseigné",
                "#N/A",
                "not specified",
                "\u00a0"
            })
    void noAnswerIsNoGender(String text) {
        assertThat(NoAnswer.is(text)).isTrue();
        assertThat(parsed(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "femal", "yes", "Kim"})
    void codesAndTypingErrorsAreNeither(String text) {
        assertThat(NoAnswer.is(text)).isFalse();
        assertThat(parsed(text)).isEmpty();
    }

    @Test
    void theLetterHIsMaleOnlyBesideF() {
        GenderColumn french = GenderColumn.of(List.of("H", "F", "-"));
        assertThat(french.gender("H")).contains(Gender.MALE);
        assertThat(french.gender("F")).contains(Gender.FEMALE);
        GenderColumn spanish = GenderColumn.of(List.of("H", "M", "mujer"));
        assertThat(spanish.gender("H")).isEmpty();
        assertThat(spanish.gender("M")).isEmpty();
        assertThat(spanish.gender("mujer")).contains(Gender.FEMALE);
        assertThat(parsed("H")).isEmpty();
    }
}
