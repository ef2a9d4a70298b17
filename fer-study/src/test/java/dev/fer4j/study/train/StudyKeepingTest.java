package dev.fer4j.study.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.OwnedFolder;
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
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
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
        checkpoint(first);
        checkpoint(second);
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

    private static void checkpoint(Path folder) throws IOException {
        OwnedFolder.mark(folder, OwnedFolder.Content.CHECKPOINTS);
        Files.writeString(folder.resolve("0000000001.json"), "{\"sha256\":\"0\"}");
        Files.writeString(folder.resolve("0000000001.safetensors"), "12345678{}");
        Files.writeString(folder.resolve("0000000002.safetensors.part"), "123");
    }

    @Test
    void whatSomebodyElsePutThereStays() throws IOException {
        StudyKeeping keeping = keeping("a");
        Path ours = folder(keeping, 0);
        checkpoint(ours);
        Path checkpoints = ours.getParent();
        Path elsewhere = Files.createDirectories(out.resolve("elsewhere"));
        List<Path> theirs =
                List.of(
                        checkpoints.resolve("resnet50/epoch90.pt"),
                        checkpoints.resolve("top.pt"),
                        checkpoints.resolve("baseline-0123456789abcdef/0000000001.json"),
                        ours.resolve("notes.txt"),
                        ours.resolve("0000000003.safetensors"),
                        elsewhere.resolve("0000000001.json"));
        for (Path file : theirs) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{\"mine\": true}");
        }
        Files.createSymbolicLink(checkpoints.resolve("linked-0123456789abcdef"), elsewhere);
        Files.createSymbolicLink(
                ours.resolve("0000000004.json"), elsewhere.resolve("0000000001.json"));

        keeping("b").removeStale();
        keeping.removeAllBut(PLAN.cells().get(1));
        keeping.removeAll();

        assertThat(theirs).allSatisfy(file -> assertThat(file).hasContent("{\"mine\": true}"));
        assertThat(ours.resolve("0000000001.json")).doesNotExist();
        assertThat(ours.resolve("0000000001.safetensors")).doesNotExist();
    }

    @Test
    void linkedFolderOfCheckpointsIsEmptiedOfOursOnly() throws IOException {
        Path target = Files.createDirectories(out.resolve("large-disk"));
        Files.createSymbolicLink(out.resolve("checkpoints"), target);
        StudyKeeping keeping = keeping("a");
        checkpoint(folder(keeping, 0));
        Files.writeString(target.resolve("top.pt"), "mine");
        keeping.removeAll();
        assertThat(target).isDirectoryContaining("glob:**/top.pt");
        assertThat(folder(keeping, 0)).doesNotExist();
    }
}
