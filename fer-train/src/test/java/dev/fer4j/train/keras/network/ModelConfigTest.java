package dev.fer4j.train.keras.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.train.keras.network.KerasModels.Case;
import dev.fer4j.train.xception.Fixture;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is refused with a message that names the layer and says why. */
class ModelConfigTest {

    @TempDir private Path folder;

    private void assertRefused(String config, String why) throws IOException {
        Path file = KerasModels.named("windows").with(config).hdf5(folder);
        assertThatThrownBy(() -> KerasNetwork.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"ReLU\" | \"PReLU\" | layer 're_lu' of the class PReLU is not supported"
                        + " (supported are InputLayer, Conv2D,",
                "\"relu6\" | \"gelu\" | layer 'separable_conv2d' of the class SeparableConv2D has"
                        + " activation \"gelu\"",
                "\"threshold\": 0.0 | \"threshold\": 0.5 | layer 're_lu' of the class ReLU has a"
                        + " threshold",
                "\"strides\": null, \"padding\": \"valid\" | \"padding\": \"full\" | has padding"
                        + " \"full\"",
                "\"scale\": 2.0 | \"scale\": [2.0, 1.0, 1.0] | has scale [2.0,1.0,1.0]",
                "\"filters\": 5 | \"filters\": 0 | 0 outputs are not in 1..65536",
                "\"filters\": 5 | \"filters\": 4000000000 | has filters 4000000000",
                "\"filters\": 5 | \"filters\": \"5\" | has filters \"5\"",
                "\"filters\": 5 | \"filters\": 5, \"groups\": 5 | has groups 5",
                "\"filters\": 5 | \"filters\": 5, \"my_option\": 1 | has my_option 1",
                "\"filters\": 5 | \"filters\": 5, \"data_format\": \"channels_first\" | has"
                        + " data_format \"channels_first\"",
                "\"filters\": 5, | \"filter\": 5, | has no filters",
                "\"pool_size\": [2, 2] | \"pool_size\": [0, 2] | 0 is not in 1..256",
                "\"pool_size\": [2, 2] | \"pool_size\": [2, 2, 2] | has pool_size [2,2,2]",
                "\"pool_size\": [2, 3] | \"pool_size\": [99, 3] | a window of 99 values does not"
                        + " fit",
                "\"axis\": -1 | \"axis\": 1 | has axis 1",
                "\"momentum\": 0.9 | \"momentum\": -3 | momentum -3.0 is not in [0, 1]",
                "\"units\": 3 | \"units\": 100000 | 100000 outputs",
                "[null, 21, 21, 3] | [null, 21, 22, 3] | has images of the shape [null,21,22,3]",
                "[null, 21, 21, 3] | [null, null, null, 3] | has images of the shape",
                "[null, 21, 21, 3] | [null, 21, 21, 2] | 2 channels, expected 1 or 3",
                "[null, 21, 21, 3] | [null, 5000, 5000, 3] | size 5000 is not in 1..2048",
                "\"output_layers\": [[\"dense\" | \"output_layers\": [[\"nothing\" | has a model"
                        + " with the outputs [nothing]",
                "\"output_layers\": [[\"dense\" | \"output_layers\": [[\"conv2d\" | the last layer"
                        + " gives (1, 4,",
                "[[[\"global_max_pooling2d\", 0, 0 | [[[\"conv2d\", 0, 0 | its input is not flat"
                        + " but feature maps",
                "[[[\"global_max_pooling2d\", 0, 0 | [[[\"global_max_pooling2d\", 1, 0 | uses an"
                        + " output of global_max_pooling2d",
                "[[[\"rescaling\", 0, 0 | [[[\"batch_normalization_1\", 0, 0 | is its own input",
                "[[[\"rescaling\", 0, 0 | [[[\"nowhere\", 0, 0 | has the input 'nowhere', which is"
                        + " no layer",
                "[[[\"rescaling\", 0, 0, {}]]] | [] | has no input",
                "[[[\"rescaling\", 0, 0, {}]]] | [[[\"rescaling\", 0, 0, {}]], [[\"rescaling\", 0,"
                        + " 0, {}]]] | is used 2 times",
                "\"class_name\": \"Model\" | \"class_name\": | model_config: is not a valid JSON",
            })
    void settingsThatAreNotSupportedAreNamed(String from, String to, String why)
            throws IOException {
        String config = KerasModels.named("windows").config();
        assertThat(config).contains(from);
        assertRefused(config.replace(from, to), why);
    }

    @Test
    void sumsOfDifferentShapesAreRefused() throws IOException {
        String config = KerasModels.named("branches").config();
        assertRefused(
                config.replaceFirst("\"filters\": 4", "\"filters\": 5"),
                "layer 'sum' of the class Add cannot be built");
    }

    @Test
    void theanosKernelsAreRefused() {
        Path file = folder.resolve("theano.h5");
        try (WritableHdfFile out = HdfFile.write(file)) {
            WritableGroup root = out.putGroup("model_weights");
            root.putAttribute("layer_names", new String[] {"a"});
            root.putAttribute("backend", "theano");
            root.putGroup("a");
        }
        assertThatThrownBy(() -> KerasNetwork.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("backend theano");
    }

    @Test
    void filesOfWeightsOnlyAreRefused() {
        assertThatThrownBy(() -> KerasNetwork.read(Fixture.hdf5(folder)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has weights, but no configuration");
    }

    @Test
    void modelsInModelsAreRefused() throws IOException {
        String config = KerasModels.named("windows").config();
        assertRefused(
                "{\"class_name\": \"Sequential\", \"config\": {\"layers\": [{\"class_name\":"
                    + " \"InputLayer\", \"config\": {\"name\": \"i\", \"batch_shape\": [null, 21,"
                    + " 21, 3]}}, "
                        + config
                        + "]}}",
                "layer 'model_1' of the class Model is not supported");
    }

    @Test
    void modelsThatAreTooLargeAreRefusedBeforeMemoryIsNeeded() throws IOException {
        String config = KerasModels.named("windows").config();
        assertRefused(
                config.replace("\"filters\": 5,", "\"filters\": 65536,")
                        .replace("\"filters\": 4,", "\"filters\": 65536,")
                        .replace("\"filters\": 6,", "\"filters\": 65536,"),
                "more than 268435456 parameters");
        assertRefused(
                config.replace("[null, 21, 21, 3]", "[null, 2048, 2048, 3]")
                        .replace("\"filters\": 5", "\"filters\": 60"),
                "too large");
        StringBuilder many = new StringBuilder("{\"config\": {\"layers\": [{}");
        for (int i = 0; i < 5_000; i++) {
            many.append(", {\"config\": {\"name\": \"").append(i).append("\"}}");
        }
        assertRefusedArchive(many.append("]}}").toString(), "with 5001 layers");
    }

    private void assertRefusedArchive(String config, String why) throws IOException {
        Case model = KerasModels.named("windows");
        Case other =
                new Case(
                        "other",
                        config,
                        config,
                        List.of(),
                        List.of(),
                        model.size(),
                        model.channels(),
                        List.of(),
                        List.of(),
                        List.of());
        Path file = other.archive(folder);
        assertThatThrownBy(() -> KerasNetwork.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void longChainsAndDeepNestingAreNoProblem() throws IOException {
        StringBuilder chain =
                new StringBuilder(
                        "{\"class_name\": \"Sequential\", \"config\": {\"layers\":"
                                + " [{\"class_name\": \"InputLayer\", \"config\": {\"name\": \"i\","
                                + " \"batch_shape\": [null, 4, 4, 1]}}");
        for (int i = 0; i < 4_000; i++) {
            chain.append(", {\"class_name\": \"Activation\", \"config\": {\"name\": \"")
                    .append(i)
                    .append("\", \"activation\": \"relu\"}}");
        }
        chain.append(", {\"class_name\": \"Flatten\", \"config\": {\"name\": \"f\"}}]}}");
        Case model = KerasModels.named("windows");
        Case other =
                new Case(
                        "chain",
                        "",
                        chain.toString(),
                        List.of(),
                        List.of(),
                        4,
                        1,
                        List.of(),
                        List.of(),
                        List.of());
        KerasNetwork network = KerasNetwork.read(other.archive(folder));
        assertThat(network.layers()).hasSize(4_002);
        assertThat(network.paths()).containsKey("layer_3999");
        assertThat(network.outputs()).isEqualTo(16);
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertRefused(
                model.config().replace("\"axis\": -1", "\"axis\": " + deep), "not a valid JSON");
    }

    @Test
    void damagedConfigurationsAreReadOrRefused() throws IOException {
        Random random = new Random(7);
        int refused = 0;
        List<Case> cases = KerasModels.all();
        String alphabet = "\"[]{},:0123456789-.entrulasf ";
        for (int round = 0; round < 120; round++) {
            Case model = cases.get(round % cases.size());
            StringBuilder text = new StringBuilder(model.config());
            for (int i = 0; i <= round % 3; i++) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                KerasNetwork.read(model.with(text.toString()).hdf5(folder));
            } catch (InputException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(60, 119);
    }

    @Test
    void truncatedFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(KerasModels.named("flatten").hdf5(folder));
        Path cut = folder.resolve("cut.h5");
        for (int part = 1; part < 10; part++) {
            Files.write(cut, Arrays.copyOf(whole, whole.length * part / 10));
            assertThatThrownBy(() -> KerasNetwork.read(cut)).isInstanceOf(InputException.class);
        }
    }
}
