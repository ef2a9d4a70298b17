package dev.fer4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Progress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {

    private static final String NOTE = "epoch 3/12 loss 0.012 acc 1.000";

    private static final long NOW = Duration.ofSeconds(48).toNanos();

    private static final RunningTask STUDY = new RunningTask(new Progress("study", 1, 4, ""), 0);

    /** After 12 of 48 steps, 4 seconds each. */
    private static RunningTask task(String name, String note) {
        RunningTask task = new RunningTask(new Progress(name, 0, 48, ""), 0);
        task.update(new Progress(name, 12, 48, note), NOW);
        return task;
    }

    private static String fitted(RunningTask task, int columns) {
        return ProgressText.fitted(task, Optional.of(STUDY), columns, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "39; training Baseline 12/48, 2:24 left",
                "59; training Baseline 12/48, 2:24 left, epoch 3/12 loss 0.01...",
                "79; training Baseline [==       ] 12/48, 2:24 left, epoch 3/12 loss 0.012 acc"
                        + " 1.000",
                "99; study 1/4: training Baseline  25% [===          ] 12/48, 2:24 left, epoch 3/12"
                        + " loss 0.012 acc 1.000"
            })
    void whatIsLeastNeededGoesFirst(int columns, String line) {
        assertThat(fitted(task("training Baseline", NOTE), columns)).isEqualTo(line);
    }

    @Test
    void barEndsGrowingOnWideTerminals() {
        assertThat(fitted(task("training Baseline", NOTE), 199))
                .isEqualTo(
                        "study 1/4: training Baseline  25% ["
                                + "=".repeat(9)
                                + " ".repeat(29)
                                + "] 12/48, 2:24 left, "
                                + NOTE);
    }

    @Test
    void namesThatAreTooLongAreShortened() {
        RunningTask task = task("training Baseline + YouTube + StyleGAN2", NOTE);

        assertThat(fitted(task, 39)).isEqualTo("training Baseline +... 12/48, 2:24 left");
        assertThat(fitted(task, 20)).isEqualTo("training Ba... 12/48");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "training Baseline", "frames of 被験者のビデオ", "e\u0301 combined"})
    void nothingIsEverWiderThanTheTerminal(String name) {
        for (int columns = 1; columns < 220; columns++) {
            for (String note : new String[] {"", "x", NOTE, NOTE.repeat(4), "被験者".repeat(9)}) {
                assertThat(TextColumns.of(fitted(task(name, note), columns)))
                        .as("%s %s", columns, note)
                        .isLessThanOrEqualTo(columns);
            }
        }
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(TextColumns.of("被a")).isEqualTo(3);
        assertThat(TextColumns.cut("被験者の", 6)).isEqualTo("被...");
    }

    @Test
    void barKeepsItsWidthWhileNotesChange() {
        RunningTask task = task("training Baseline", NOTE);
        int before = fitted(task, 99).indexOf(']');
        task.update(new Progress("training Baseline", 12, 48, "epoch 4/12"), NOW);

        assertThat(fitted(task, 99).indexOf(']')).isEqualTo(before);
    }

    @Test
    void stepThatTakesLongShowsItsNoteAndTheTimeSoFar() {
        RunningTask task = new RunningTask(new Progress("synthesizing", 0, 6, "step 40 of 100"), 0);

        assertThat(fitted(task, 59))
                .isEqualTo("synthesizing [           ] 0/6, 0:48 so far, step 40 of 100");
        assertThat(ProgressText.words(task, Optional.empty(), NOW))
                .isEqualTo("synthesizing: 0 of 6, 0:48 so far, step 40 of 100");
    }

    @Test
    void stepsOfAnEarlierRunDoNotCountForThePace() {
        RunningTask task = new RunningTask(new Progress("training", 40, 48, ""), 0);
        assertThat(ProgressText.words(task, Optional.empty(), NOW))
                .isEqualTo("training: 40 of 48, 0:48 so far");
        task.update(new Progress("training", 44, 48, ""), NOW);
        assertThat(ProgressText.words(task, Optional.empty(), NOW))
                .isEqualTo("training: 44 of 48, 0:48 left");
    }

    @Test
    void estimateInTheNoteIsTheOnlyOne() {
        assertThat(fitted(task("study", "about 5 min left"), 99))
                .endsWith("12/48, about 5 min left");
    }
}
