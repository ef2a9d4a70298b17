package dev.fer4j.eval.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.fer4j.core.Progress;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyProgressTest {

    /** Baseline, Baseline + YouTube, Baseline + StyleGAN2, two seeds each. */
    private static final StudyPlan PLAN =
            StudyPlan.paper(Condition.STANDARD.subList(0, 3)).withSeeds(2);

    private static final List<Cell> CELLS = PLAN.cells();

    private final List<Progress> updates = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private final Ticker ticker =
            new Ticker() {
                @Override
                public long read() {
                    return now.toNanos();
                }
            };

    private StudyProgress progress(int parallelism) {
        return new StudyProgress(StudyRunner.TASK, PLAN, parallelism, ticker, updates::add);
    }

    private String note() {
        return updates.get(updates.size() - 1)
                .note()
                .replace("_food-market_cosmetics-fashion_car-technology_seed", " ");
    }

    private void pass(String time) {
        now = now.plus(Duration.parse(time));
    }

    @Test
    void nothingIsKnownBeforeACellHasFinished() {
        StudyProgress progress = progress(1);
        progress.found(CELLS.get(0));
        assertThat(note()).isEqualTo("baseline 1 was already finished");
        progress.begun(CELLS.get(1));
        pass("PT5H");

        assertThat(note()).isEqualTo("running: baseline 2; remaining time not known yet");
    }

    @Test
    void theRestIsExpectedToTakeAsLongAsWhatFinished() {
        StudyProgress progress = progress(1);
        progress.begun(CELLS.get(0));
        pass("PT10M");
        progress.finished(CELLS.get(0));

        assertThat(note()).isEqualTo("baseline 1 finished; about 50 min left");

        progress.begun(CELLS.get(1));
        pass("PT30M");
        progress.finished(CELLS.get(1));

        // Four more at the mean of 10 and 30 minutes.
        assertThat(note()).isEqualTo("baseline 2 finished; about 1 h 20 min left");
    }

    @Test
    void aConditionIsJudgedByItsOwnCells() {
        StudyProgress progress = progress(1);
        progress.begun(CELLS.get(0));
        pass("PT10M");
        progress.finished(CELLS.get(0));
        progress.begun(CELLS.get(1));
        pass("PT10M");
        progress.finished(CELLS.get(1));
        progress.begun(CELLS.get(2));
        pass("PT40M");
        progress.finished(CELLS.get(2));

        // One of the same condition at 40, two of another at the mean of 10, 10 and 40.
        assertThat(note()).isEqualTo("baseline-youtube 1 finished; about 1 h 20 min left");
    }

    @Test
    void timeThatRunningCellsHaveTakenCounts() {
        StudyProgress progress = progress(2);
        progress.begun(CELLS.get(0));
        progress.begun(CELLS.get(1));
        pass("PT20M");
        progress.finished(CELLS.get(0));
        assertThat(note()).isEqualTo("baseline 1 finished; running: baseline 2; about 40 min left");
        pass("PT10M");
        progress.begun(CELLS.get(2));

        // 0 of the late one, 20 of the new one; three more: 20, 20 + 20, 20 + 20.
        assertThat(note()).isEqualTo("running: baseline 2, baseline-youtube 1; about 40 min left");
    }

    @Test
    void longTimesAreToldInHoursAndShortOnesNotInSeconds() {
        StudyProgress progress = progress(1);
        progress.begun(CELLS.get(0));
        pass("PT10H12M");
        progress.finished(CELLS.get(0));
        assertThat(note()).endsWith("about 51 h left");

        StudyProgress quick = progress(1);
        quick.begun(CELLS.get(0));
        pass("PT2S");
        quick.finished(CELLS.get(0));
        assertThat(note()).endsWith("less than a minute left");
    }

    @Test
    void afterAFailureOnlyWhatRunsIsLeft() {
        StudyProgress progress = progress(2);
        progress.begun(CELLS.get(0));
        progress.begun(CELLS.get(1));
        pass("PT20M");
        progress.failed(CELLS.get(0));
        assertThat(note())
                .isEqualTo("baseline 1 failed; running: baseline 2; remaining time not known yet");
        progress.finished(CELLS.get(1));

        assertThat(note()).isEqualTo("baseline 2 finished");
        assertThat(updates.get(updates.size() - 1).done()).isEqualTo(1);
    }

    @Test
    void whenAllIsDoneNothingIsLeft() {
        StudyProgress progress = progress(3);
        CELLS.forEach(progress::begun);
        CELLS.forEach(progress::finished);

        assertThat(note()).isEqualTo("baseline-stylegan2 2 finished");
        assertThat(updates.get(updates.size() - 1).isLast()).isTrue();
    }
}
