package dev.fer4j.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorInfo;
import dev.fer4j.train.tensor.TensorType;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    @TempDir private Path folder;

    /** Somebody else's backbone. */
    private record Wrapped(MiniXception inner) implements Backbone {
        @Override
        public StagedBlock build(Seed seed) {
            return inner.build(seed);
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = TestModel.write(folder);
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
                LoadedModel model = ModelFile.read(file, DeviceChoice.CPU)) {
            assertThat(model.description()).isEqualTo(TestModel.DESCRIPTION);
            assertThat(ModelFile.describe(file)).isEqualTo(TestModel.DESCRIPTION);
            Map<String, Parameter> written =
                    ParameterPaths.of(
                            TestModel.network(TestModel.BACKBONE, TestModel.SIZE, manager));
            Map<String, Parameter> read = ParameterPaths.of(model.network());
            assertThat(read.keySet()).containsExactlyElementsOf(written.keySet());
            read.forEach(
                    (path, parameter) -> {
                        assertThat(parameter.getArray().toFloatArray())
                                .as(path)
                                .isEqualTo(written.get(path).getArray().toFloatArray());
                        assertThat(parameter.getArray().hasGradient()).as(path).isFalse();
                    });
        }
    }

    @Test
    void modelIsTheSameBytesEachTime() throws IOException {
        byte[] first = Files.readAllBytes(TestModel.write(folder));
        assertThat(Files.readAllBytes(TestModel.write(folder))).isEqualTo(first);
    }

    @Test
    void classesAreRenamedAndNothingElseChanges() throws IOException {
        Path file = TestModel.write(folder);
        byte[] first = Files.readAllBytes(file);
        LabelNames names = new LabelNames("calm", "moved");
        ModelFile.rename(file, names);
        try (LoadedModel model = ModelFile.read(file, DeviceChoice.CPU)) {
            assertThat(model.description()).isEqualTo(TestModel.DESCRIPTION.withLabels(names));
        }
        ModelFile.rename(file, TestModel.DESCRIPTION.labels());
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void weightsCanLearnAgain() throws IOException {
        try (LoadedModel model = ModelFile.read(TestModel.write(folder), DeviceChoice.CPU)) {
            ((StagedBlock) model.network()).freeze(Set.of("block1"));
            Map<String, Parameter> parameters = ParameterPaths.of(model.network());
            assertThat(parameters.get("logit.weight").requiresGradient()).isTrue();
            assertThat(parameters.get("logit.weight").getArray().hasGradient()).isTrue();
            assertThat(parameters.get("block1.conv1.weight").requiresGradient()).isFalse();
            assertThat(parameters.get("block2.body.bn1.runningMean").getArray().hasGradient())
                    .isFalse();
        }
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        Path file = TestModel.write(folder);
        byte[] bytes = Files.readAllBytes(file);
        RandomGenerator random = new Seed(1).generator();
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            // Half of them in the header.
            int place = random.nextInt(i % 2 == 0 ? bytes.length : 9000);
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThatThrownBy(() -> ModelFile.read(file, DeviceChoice.CPU))
                    .as("byte %s", place)
                    .isInstanceOf(InputException.class);
        }
    }

    @Test
    void cutAndLengthenedFilesAreRefused() throws IOException {
        Path file = TestModel.write(folder);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 100, bytes.length - 1, bytes.length + 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ModelFile.read(file, DeviceChoice.CPU))
                    .isInstanceOf(InputException.class);
        }
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("none"), DeviceChoice.CPU))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none");
    }

    @Test
    void parametersThatDoNotFitAreNamedThoughTheDigestIsRight() throws IOException {
        Path file = TestModel.write(folder);
        assertThatThrownBy(() -> rewrite(file, all -> all.subList(1, all.size())))
                .hasMessageContaining("lacks 1 parameters (block1.conv1.weight");
        assertThatThrownBy(
                        () ->
                                rewrite(
                                        file,
                                        all -> {
                                            all.add(tensor("more", new Shape(1), 1));
                                            return all;
                                        }))
                .hasMessageContaining("(more");
        assertThatThrownBy(() -> rewrite(file, all -> replaced(all, new Shape(3), 1)))
                .hasMessageContaining("logit.bias as F32 (3), expected F32 (1)");
        assertThatThrownBy(() -> rewrite(file, all -> replaced(all, new Shape(1), Float.NaN)))
                .hasMessageContaining("NaN in logit.bias");
    }

    @Test
    void metadataThatIsNotUnderstoodIsRefused() throws IOException {
        Path file = TestModel.write(folder);
        assertThatThrownBy(() -> retell(file, "fer4j.model", "2"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(
                        () ->
                                retell(
                                        file,
                                        "fer4j.preprocessing",
                                        "{\"inputSize\":48,\"resize\":\"SQUEEZE_AREA_OR_LINEAR\","
                                                + "\"range\":\"ZERO_TO_ONE\",\"colours\":\"RGB\"}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ZERO_TO_ONE");
        assertThatThrownBy(() -> retell(file, "fer4j.backbone", "{\"kind\":\"XCEPTION\"}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("fer4j.backbone");
        assertThatThrownBy(
                        () ->
                                retell(
                                        file,
                                        "fer4j.backbone",
                                        BackboneJson.write(
                                                Xception.FULL.withWidth(2).withMiddleRepeats(32))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("inputSize 48 is below 71");
        assertThatThrownBy(
                        () ->
                                retell(
                                        file,
                                        "fer4j.backbone",
                                        BackboneJson.write(TestModel.BACKBONE.withWidth(16))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected F32");
    }

    @Test
    void otherSafetensorsFilesAreNoModels() throws IOException {
        Path file = folder.resolve("other.safetensors");
        SafetensorsWriter.write(file, Map.of(), List.of(tensor("a", new Shape(2), 1)));
        assertThatThrownBy(() -> ModelFile.read(file, DeviceChoice.CPU))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("weights import");
    }

    @Test
    void backbonesOfOthersAreReadByWhoeverHasThem() throws IOException {
        Path file = folder.resolve("own.safetensors");
        Wrapped own = new Wrapped(TestModel.BACKBONE);
        ModelDescription description = ModelDescription.of(own, 48);
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            ModelFile.write(file, description, TestModel.network(own, 48, manager));
        }
        try (LoadedModel model = ModelFile.read(file, DeviceChoice.CPU, own)) {
            assertThat(model.description()).isEqualTo(description);
        }
        assertThatThrownBy(() -> ModelFile.read(file, DeviceChoice.CPU))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Wrapped");
        assertThatThrownBy(
                        () ->
                                ModelFile.read(
                                        file,
                                        DeviceChoice.CPU,
                                        new Wrapped(MiniXception.defaults())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("width=1.0");
    }

    private static List<Tensor> replaced(List<Tensor> all, Shape shape, float value) {
        List<Tensor> changed = new ArrayList<>(all);
        changed.replaceAll(
                tensor ->
                        tensor.name().equals("logit.bias")
                                ? tensor("logit.bias", shape, value)
                                : tensor);
        return changed;
    }

    private static Tensor tensor(String name, Shape shape, float value) {
        return new Tensor(
                name,
                TensorType.F32,
                shape,
                () -> {
                    ByteBuffer bytes =
                            ByteBuffer.allocate((int) shape.size() * Float.BYTES)
                                    .order(ByteOrder.LITTLE_ENDIAN);
                    while (bytes.hasRemaining()) {
                        bytes.putFloat(value);
                    }
                    return bytes.flip();
                });
    }

    /** Reads a copy with other tensors and a digest that is right. */
    private void rewrite(Path file, UnaryOperator<List<Tensor>> change) throws IOException {
        rewrite(file, change, Map.of());
    }

    private void retell(Path file, String key, String value) throws IOException {
        rewrite(file, all -> all, Map.of(key, value));
    }

    private void rewrite(
            Path file, UnaryOperator<List<Tensor>> change, Map<String, String> metadata)
            throws IOException {
        Map<String, String> all = new HashMap<>();
        List<Tensor> tensors = new ArrayList<>();
        try (SafetensorsFile from = SafetensorsFile.open(file)) {
            all.putAll(from.metadata());
            for (TensorInfo info : from.tensors().values()) {
                ByteBuffer bytes = ByteBuffer.allocate((int) info.bytes());
                from.read(info.name(), bytes);
                bytes.flip();
                tensors.add(new Tensor(info.name(), info.type(), info.shape(), bytes::duplicate));
            }
        }
        all.putAll(metadata);
        all.remove("fer4j.sha256");
        List<Tensor> changed = change.apply(tensors);
        all.put("fer4j.sha256", ContentDigest.of(all, changed));
        Path copy = folder.resolve("copy.safetensors");
        SafetensorsWriter.write(copy, all, changed);
        ModelFile.read(copy, DeviceChoice.CPU).close();
    }
}
