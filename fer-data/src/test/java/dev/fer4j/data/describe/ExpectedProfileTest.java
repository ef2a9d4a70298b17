package dev.fer4j.data.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.InputException;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedProfileTest {

    @TempDir private Path folder;

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("profile.json"), json);
    }

    @Test
    void whatIsLeftOutIsNotExpected() throws IOException {
        Path file = write("{\"name\":\"pilot\",\"categories\":[{\"category\":\"food-market\"}]}");
        assertThat(ExpectedProfile.read(file))
                .isEqualTo(
                        new ExpectedProfile(
                                "pilot",
                                List.of(
                                        new ExpectedCategory(
                                                AdCategory.FOOD_MARKET,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of())),
                                Optional.empty(),
                                List.of()));
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        assertThat(ExpectedProfile.read(write(Json.pretty(ExpectedProfile.paper()))))
                .isEqualTo(ExpectedProfile.paper());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"categories\":[]} | name is missing",
                "{\"name\":\"p\"} | categories are missing",
                "{\"name\":\"p\",\"categories\":[]} | has no category",
                "{\"name\":\"p\",\"categories\":[{\"recordings\":3}]} | category is missing",
                "{\"name\":\"p\",\"categories\":[{\"category\":\"x\"},{\"category\":\"x\"}]} |"
                        + " twice",
                "{\"name\":\"p\",\"categories\":[{\"category\":\"x\",\"recordings\":-1}]} | -1",
                "{\"name\":\"p\",\"categories\":[{\"category\":\"x\",\"prevalence\":83}]} | 0 to 1",
                "{\"name\":\"p\",\"categories\":[{\"category\":\"x\",\"videos\":3}]} | videos",
                "{\"name\":\"p\",\"categories\":[{\"category\":\"x\",\"participants\":3,"
                        + "\"ids\":[\"1\"]}]} | 1 ids of 3",
                "{\"name\":\"p\",\"categories\":[{\"category\":\"x\",\"ids\":[\"1\",\"1\"]}]} |"
                        + " repeat",
                "nothing | not a valid ExpectedProfile"
            })
    void whatIsNoProfileIsRefusedByName(String json, String message) throws IOException {
        Path file = write(json);
        assertThatThrownBy(() -> ExpectedProfile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("profile.json")
                .hasMessageContaining(message);
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> ExpectedProfile.read(folder.resolve("none.json")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.json: is not a regular file");
    }

    @Test
    void successiveIdsAreWrittenAsRanges() {
        assertThat(new ParticipantIds(List.of("1", "2", "3", "5", "6", "x", "x1")))
                .hasToString("1–3, 5, 6, x, x1");
    }
}
