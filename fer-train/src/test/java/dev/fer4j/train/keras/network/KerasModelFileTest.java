package dev.fer4j.train.keras.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.keras.network.KerasModels.Case;
import dev.fer4j.train.keras.network.KerasModels.Loaded;
import dev.fer4j.train.model.GradCam;
import dev.fer4j.train.model.HeatMap;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.xception.Fixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of Keras files are saved, planned and explained like any other. */
class KerasModelFileTest {

    @TempDir private Path folder;

    static List<Case> cases() throws IOException {
        return KerasModels.all();
    }

    private static NDManager manager() {
        return Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    }

    private Path modelFile(Case model) throws IOException {
        Path file = folder.resolve(model.name() + ".safetensors");
        try (NDManager manager = manager()) {
            Loaded loaded = Loaded.of(model.hdf5(folder), manager);
            ModelFile.write(
                    file, ModelDescription.of(loaded.network(), model.size()), loaded.block());
        }
        return file;
    }

    /** The page's code. */
    private static void convert(Path file, Path out, NDManager manager) throws IOException {
        KerasNetwork network = KerasNetwork.read(file);
        StagedBlock block = network.build(new Seed(1));
        block.initialize(
                manager, DataType.FLOAT32, new Shape(1, 3, network.size(), network.size()));
        WeightsFile.trained(file).load(network, block);
        ModelFile.write(out, ModelDescription.of(network, network.size()), block);
    }

    @Test
    void aKerasFileBecomesAModelFile() throws IOException {
        Path file = KerasModels.named("flatten").hdf5(folder);
        Path out = folder.resolve("converted.safetensors");
        try (NDManager manager = manager()) {
            convert(file, out, manager);
        }
        try (LoadedModel read = ModelFile.read(out, DeviceChoice.CPU)) {
            assertThat(read.description().backbone()).isEqualTo(KerasNetwork.read(file));
        }
    }

    private static float[] logits(Block block, NDManager manager, int size) {
        return GradientMode.off(
                () ->
                        block.forward(
                                        new ParameterStore(manager, false),
                                        new NDList(Fixture.images(manager, 2, size)),
                                        false)
                                .singletonOrThrow()
                                .toFloatArray());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void modelFilesHoldThem(Case model) throws IOException {
        Path file = modelFile(model);
        try (NDManager manager = manager();
                LoadedModel read = ModelFile.read(file, DeviceChoice.CPU)) {
            Loaded loaded = Loaded.of(model.hdf5(folder), manager);
            assertThat(read.description().backbone()).isEqualTo(loaded.network());
            assertThat(logits(read.network(), read.manager(), model.size()))
                    .containsExactly(logits(loaded.block(), manager, model.size()));
            // A training starts from the model file as well.
            Block other = loaded.network().build(new Seed(2));
            other.initialize(
                    manager, DataType.FLOAT32, new Shape(1, 3, model.size(), model.size()));
            WeightsFile.trained(file).load(loaded.network(), other);
            assertThat(logits(other, manager, model.size()))
                    .containsExactly(logits(loaded.block(), manager, model.size()));
        }
    }

    @Test
    void plansHoldThem() throws IOException {
        KerasNetwork network = KerasNetwork.read(KerasModels.named("windows").hdf5(folder));
        TrainingPlan plan = TrainingPlan.small().withBackbone(network).withInputSize(21);
        assertThat(TrainingPlan.parse(plan.toJson(), "plan")).isEqualTo(plan);
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.withInputSize(20).problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"inputs\":[\"rescaling\"] | \"inputs\":[\"dense\"] | comes before its input",
                "\"inputs\":[\"rescaling\"] | \"inputs\":[] | has 0 inputs",
                "\"name\":\"rescaling\" | \"name\":\"input_1\" | two layers",
                "\"kind\":\"dense\",\"units\":3 | \"kind\":\"dense\",\"units\":-3 | -3 outputs",
                "\"kind\":\"dense\" | \"kind\":\"lambda\" | lambda",
                "\"kind\":\"global-pool\",\"maximum\":true | \"kind\":\"sum\" | not flat",
            })
    void damagedDescriptionsAreRefused(String from, String to, String why) throws IOException {
        String text = Json.line(KerasNetwork.read(KerasModels.named("windows").hdf5(folder)));
        assertThat(Json.parse(text, KerasNetwork.class, "the text").outputs()).isEqualTo(3);
        assertThat(text).contains(from);
        assertThatThrownBy(() -> Json.parse(text.replace(from, to), KerasNetwork.class, "the text"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void theLastFeatureMapsExplain() throws IOException {
        Case model = KerasModels.named("flatten");
        try (LoadedModel read = ModelFile.read(modelFile(model), DeviceChoice.CPU)) {
            GradCam cam = GradCam.of(read);
            assertThat(cam.stages()).contains("input", "conv2d", "conv2d_relu").endsWith("dropout");
            byte[] rgb = new byte[3 * 22 * 22];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) (i * i);
            }
            HeatMap map =
                    cam.withStage("conv2d_1_elu")
                            .explain(new RgbImage(22, 22, rgb), Label.INTERESTED);
            assertThat(List.of(map.width(), map.height())).containsExactly(7, 7);
            assertThat(map.values()).allMatch(value -> value >= 0 && value <= 1).contains(1.0);
        }
    }
}
