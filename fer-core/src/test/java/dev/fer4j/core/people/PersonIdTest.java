package dev.fer4j.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "' P3 '|P3",
                "'P3\u00a0'|P3",
                "'\u2007P3\u202f'|P3",
                "'P\u200b3'|P3",
                "'\ufeffP3'|P3",
                "'P3\u200e'|P3",
                "'Mary \t Ann'|Mary Ann",
                "'Mary\u00a0Ann'|Mary Ann",
                "'Mu\u0308ller'|M\u00fcller",
                "'\u1100\u1161'|\uac00",
                "' \u00a0\u200b'|''"
            },
            delimiter = '|')
    void invisibleDifferencesAreRemoved(String spelled, String normal) {
        assertThat(PersonId.normal(spelled)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P3",
                "p3",
                "007",
                "7.0",
                "youtube/p012",
                "M\u00fcller",
                "a b",
                "",
                "\uff17"
            })
    void whatCanBeSeenIsKept(String id) {
        assertThat(PersonId.normal(id)).isEqualTo(id);
    }

    @Test
    void normalIdsAreReturnedAsTheyAre() {
        String id = "sub-07";
        assertThat(PersonId.normal(id)).isSameAs(id);
    }
}
