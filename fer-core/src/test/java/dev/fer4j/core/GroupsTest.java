package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.io.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {

    private static final Groups GERMAN =
            Groups.NONE.withColumn("lighting", "dim").withColumn("country", "DE");

    @Test
    void columnsStandInAlphabeticalOrderAndTheLastValueOfOneCounts() {
        assertThat(GERMAN.withColumn("lighting", "bright").values())
                .containsExactly(Map.entry("country", "DE"), Map.entry("lighting", "bright"));
        assertThat(GERMAN.of("country")).contains("DE");
        assertThat(GERMAN.of("device")).isEmpty();
    }

    @Test
    void cellsOfTablesAreReadInAnyCaseAndWhatIsUnknownIsLeftOut() {
        assertThat(Groups.of(Map.of(" Country ", " DE ", "device", " ", "lighting", "Unknown")))
                .isEqualTo(Groups.NONE.withColumn("country", "DE"));
    }

    @Test
    void twoSpellingsOfOneColumnAreRefused() {
        assertThatThrownBy(() -> Groups.of(Map.of("Country", "DE", "country", "FR")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "gender", "age", "label", "score", "participant", "a\nb"})
    void whatMeansSomethingElseCannotNameAColumn(String column) {
        assertThatThrownBy(() -> Groups.columnOf(column))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + column.strip() + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Country", " country", "source"})
    void valuesAreCheckedAsTheyStand(String column) {
        assertThatThrownBy(() -> GERMAN.withColumn(column, "DE"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "unknown", " DE"})
    void anUnknownValueIsAbsentAndNotWritten(String value) {
        assertThatThrownBy(() -> GERMAN.withColumn("country", value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Sample sample() {
        return new Sample(
                "s",
                Path.of("s.png").toAbsolutePath(),
                Label.INTERESTED,
                "p",
                "r",
                Optional.empty(),
                Optional.of(AdCategory.FOOD_MARKET),
                "source",
                new Origin.StillImage("s"),
                new Demographics(Optional.of(Gender.FEMALE), Optional.of(30)),
                Rights.UNKNOWN,
                "0".repeat(64));
    }

    @Test
    void samplesWithoutGroupsAreWrittenAsBefore() {
        assertThat(Json.line(sample())).doesNotContain("groups").endsWith("00\"}");
        assertThat(Json.parse(Json.line(sample()), Sample.class, "test")).isEqualTo(sample());
    }

    @Test
    void samplesWithGroupsAreReadBackEqual() {
        Sample german = sample().withGroups(GERMAN);
        assertThat(Json.line(german))
                .endsWith("\"groups\":{\"country\":\"DE\",\"lighting\":\"dim\"}}");
        assertThat(Json.parse(Json.line(german), Sample.class, "test")).isEqualTo(german);
    }

    @Test
    void anImpossibleColumnInAFileIsAProblemOfItsLine() {
        String line = Json.line(sample().withGroups(GERMAN)).replace("country", "gender");
        assertThatThrownBy(() -> Json.parse(line, Sample.class, "line 3"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("'gender'");
    }

    @Test
    void aPredictionOfASampleIsInItsGroups() {
        assertThat(Prediction.of(sample().withGroups(GERMAN), 0.25))
                .isEqualTo(
                        new Prediction(
                                "s",
                                Label.INTERESTED,
                                0.25,
                                "r",
                                "p",
                                Map.of(
                                        "age", "30",
                                        "category", "food-market",
                                        "country", "DE",
                                        "gender", "FEMALE",
                                        "lighting", "dim")));
    }
}
