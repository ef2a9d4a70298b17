package dev.fer4j.study.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.model.TrainedOn;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyKeepingTest {

    private static final StudyPlan PLAN =
            new StudyPlan(
                    List.of(Condition.BASELINE, Condition.BASELINE_YOUTUBE),
                    List.of(CategorySplit.paper()),
                    List.of(new Seed(1)));

    @TempDir private Path out;

    private StudyKeeping keeping(String fingerprint) {
        return new StudyKeeping(out, new Trainings(PLAN, fingerprint), List.of());
    }

    private static Path folder(StudyKeeping keeping, int cell) {
        return keeping.checkpoints(PLAN.cells().get(cell)).orElseThrow().folder();
    }

    private void writeModel(String name, String ending) throws IOException {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
            StagedBlock network = MiniXception.defaults().build(new Seed(1));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 48, 48));
            ModelFile.write(
                    out.resolve("models/" + name + ".safetensors"),
                    ModelDescription.of(MiniXception.defaults(), 48)
                            .withTrainedOn(
                                    new TrainedOn(
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of(4),
                                            Map.of("ending", ending))),
                    network);
        }
    }

    @Test
    void trainingsThatCameToNoNumberAndMissingModelsAreNoted() throws IOException {
        writeModel("baseline", "NOT_FINITE");
        assertThat(keeping("a").notes())
                .containsExactly(
                        "The training of Baseline reached a non-finite value and ended. Its"
                                + " predictions are those of epoch 4, the best one until then.",
                        "There is no model file for Baseline + YouTube: it was removed, or trained"
                                + " by an older version.");
        writeModel("baseline", "EARLY");
        writeModel("baseline-youtube", "COMPLETED");
        assertThat(keeping("a").notes()).isEmpty();
    }

    @Test
    void stateOfEveryTrainingHasAFolderThatOtherSettingsDoNotSee() throws IOException {
        StudyKeeping keeping = keeping("a");
        Path first = folder(keeping, 0);
        Path second = folder(keeping, 1);
        assertThat(first).isNotEqualTo(second).isEqualTo(folder(keeping("a"), 0));
        assertThat(first.getFileName().toString()).matches("baseline-[0-9a-f]{16}");
        assertThat(folder(keeping("b"), 0)).isNotEqualTo(first);
        Files.createDirectories(first);
        Files.createDirectories(second);
        assertThat(keeping.removeStale()).isEmpty();

        Cell next = PLAN.cells().get(1);
        keeping.removeAllBut(next);
        assertThat(first).doesNotExist();
        assertThat(second).exists();

        assertThat(keeping("b").removeStale()).containsExactly(second.getFileName().toString());
        assertThat(second).doesNotExist();
        keeping.removeAll();
        assertThat(out.resolve("checkpoints")).doesNotExist();
        keeping.removeAll();
    }
}
