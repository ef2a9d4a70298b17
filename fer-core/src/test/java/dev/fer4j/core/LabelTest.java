package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @ValueSource(strings = {"Yes", "yes", " YES ", "interested", "INTERESTED", "1", "true"})
    void wordsForInterestedAreRead(String text) {
        assertThat(Label.parse(text)).contains(Label.INTERESTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No", "no", "NOT_INTERESTED", "not interested", "0", "false"})
    void wordsForNotInterestedAreRead(String text) {
        assertThat(Label.parse(text)).contains(Label.NOT_INTERESTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe", "2", "yes?", "n/a"})
    void anythingElseIsNoLabel(String text) {
        assertThat(Label.parse(text)).isEmpty();
    }
}
