package dev.fer4j.train.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.train.NotFiniteException;
import dev.fer4j.train.Pictures;
import dev.fer4j.train.TrainingListener;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.TrainingStoppedException;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.plan.OnNotFinite;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five batches train, and forty images validate: two batches of 32 and 8. */
class CellTrainerTest {

    private static final Cell CELL =
            new Cell(Condition.BASELINE, CategorySplit.paper(), new Seed(2));
    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(MiniXception.defaults().withWidth(0.25))
                    .withInputSize(48)
                    .withBatchSize(8)
                    .withEpochs(2);

    @TempDir private Path folder;

    private CellTrainer trainer;
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void drawPictures() throws IOException {
        TrainingOptions options =
                TrainingOptions.defaults()
                        .withListener(
                                new TrainingListener() {
                                    @Override
                                    public void stepEnded(Step step) {
                                        events.add("step");
                                    }
                                });
        trainer =
                new CellTrainer(
                        List.of(Pictures.laboratory(folder, 40)),
                        LeakageGate.identities(),
                        PLAN,
                        options);
    }

    /** Keeps states in a folder, and tells of endings. */
    private final class Kept implements CellKeeping {
        @Override
        public Optional<Checkpoints> checkpoints(Cell cell) {
            return Optional.of(Checkpoints.in(folder.resolve("checkpoints")));
        }

        @Override
        public void ended(TrainingRun run, CellResult result) {
            assertThat(result.cell()).isEqualTo(CELL);
            assertThat(result.test().size()).isEqualTo(40);
            events.add("ended " + run.ending());
        }
    }

    /** Asked for the n-th time, it says yes. */
    private CellTrainer stoppedAt(int ask) {
        int[] asked = {0};
        return trainer.withOptions(trainer.options().withStopRequested(() -> ++asked[0] == ask));
    }

    @Test
    void stoppedTrainingIsNoResultAndGoesOnWhereItWas() throws IOException {
        CellResult whole = trainer.run(CELL);
        assertThat(events).hasSize(10).containsOnly("step");
        events.clear();

        assertThatThrownBy(() -> stoppedAt(3).withKeeping(new Kept()).run(CELL))
                .isInstanceOf(TrainingStoppedException.class)
                .hasMessageContaining("the training of Baseline was stopped in its first epoch")
                .hasMessageContaining("its state is kept in " + folder.resolve("checkpoints"));
        assertThat(events).hasSize(3);

        // In the middle of the validation: five steps less three, then one batch of two.
        assertThatThrownBy(() -> stoppedAt(3).withKeeping(new Kept()).run(CELL))
                .isInstanceOf(TrainingStoppedException.class);
        assertThat(events).hasSize(5);

        // Predicting the test split: five steps, a validation, the epoch, and two splits.
        int ask = 1 + 1 + 5 + 1 + 1 + 1;
        assertThatThrownBy(() -> stoppedAt(ask).withKeeping(new Kept()).run(CELL))
                .isInstanceOf(TrainingStoppedException.class)
                .hasMessageContaining("had ended, and was stopped while predicting");
        assertThat(events).hasSize(10).containsOnly("step");

        assertThat(trainer.withKeeping(new Kept()).run(CELL)).isEqualTo(whole);
        assertThat(events).hasSize(11).endsWith("ended COMPLETED");
    }

    @Test
    void heldOutPeopleDoNotTrainAndArePredictedOnceAfterwards() throws IOException {
        Cell cell =
                new Cell(
                        Condition.BASELINE,
                        CategorySplit.paper().withSeen(new HeldOutPeople(20, new Seed(7))),
                        CELL.seed());
        Composition composition =
                Composition.compose(
                        cell.condition(), cell.split(), trainer.manifests(), trainer.gate());

        int[] asked = {0};
        CellResult result =
                trainer.withOptions(
                                trainer.options()
                                        .withStopRequested(
                                                () -> {
                                                    asked[0]++;
                                                    return false;
                                                }))
                        .run(cell);

        // Of forty people 32 train, in batches of eight, for two epochs.
        assertThat(events).hasSize(2 * 4).containsOnly("step");
        Predictions seen = result.seen().orElseThrow();
        assertThat(seen.all().stream().map(Prediction::sample))
                .containsExactlyElementsOf(composition.seen().stream().map(Sample::id).toList());
        assertThat(seen.size()).isEqualTo(8);
        assertThat(trainer.run(CELL).seen()).isEmpty();

        // They come last, and there is no result before it is whole.
        assertThatThrownBy(() -> stoppedAt(asked[0]).run(cell))
                .isInstanceOf(TrainingStoppedException.class)
                .hasMessageContaining("had ended, and was stopped while predicting");
    }

    @Test
    void withoutCheckpointsAStoppedTrainingSaysThatNothingIsKept() {
        assertThatThrownBy(() -> stoppedAt(1).run(CELL))
                .isInstanceOf(TrainingStoppedException.class)
                .hasMessageContaining("its state was not kept");
    }

    @Test
    void endingIsToldAndStandsInTheModel() throws IOException {
        TrainingListener bomb =
                new TrainingListener() {
                    @Override
                    public void stepEnded(Step step) {
                        if (step.epoch() == 2) {
                            throw new NotFiniteException("the test", Optional.empty(), 2, 1, 0.01);
                        }
                    }
                };
        List<String> endings = new ArrayList<>();
        CellKeeping keeping =
                new CellKeeping() {
                    @Override
                    public void ended(TrainingRun run, CellResult result) {
                        endings.add(run.ending().name());
                        endings.add(run.model().description().trainedOn().notes().get("ending"));
                    }
                };
        CellResult result =
                new CellTrainer(
                                trainer.manifests(),
                                trainer.gate(),
                                PLAN.withOnNotFinite(new OnNotFinite.KeepBest()),
                                TrainingOptions.defaults().withListener(bomb),
                                keeping)
                        .run(CELL);
        assertThat(result.history().epochs()).hasSize(1);
        assertThat(endings).containsExactly("NOT_FINITE", "NOT_FINITE");
    }
}
