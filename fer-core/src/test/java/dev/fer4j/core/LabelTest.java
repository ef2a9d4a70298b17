package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes",
                "yes",
                " YES ",
                "interested",
                "INTERESTED",
                "1",
                "1.0",
                "1,00",
                "true",
                "yes\u00a0"
            })
    void wordsForInterestedAreRead(String text) {
        assertThat(Label.parse(text)).contains(Label.INTERESTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No", "no", "NOT_INTERESTED", "not interested", "NotInterested", "not_interested",
                "non-interested", "Uninterested", "disinterested", "0", "0.0", "false"
            })
    void wordsForNotInterestedAreRead(String text) {
        assertThat(Label.parse(text)).contains(Label.NOT_INTERESTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "maybe", "2", "yes?", "n/a", "-1", "1-0", "very interested", "0 1", "١"})
    void anythingElseIsNoLabel(String text) {
        assertThat(Label.parse(text)).isEmpty();
    }
}
