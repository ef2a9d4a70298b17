package dev.fer4j.train.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorInfo;
import dev.fer4j.train.tensor.TensorType;
import dev.fer4j.train.xception.Fixture;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {

    @TempDir private Path folder;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private Xception config;
    private StagedBlock network;

    @BeforeEach
    void build() throws IOException {
        config = Fixture.config(NumericsProfile.TIMM);
        network = Fixture.network(manager, config);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** The fixture with tensors put in, put in place of others or, if empty, left out. */
    private WeightsFile changed(Map<String, Tensor> changes) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(Fixture.safetensors())) {
            for (TensorInfo info : file.tensors().values()) {
                NDArray array = manager.create(file.readFloats(info.name()), info.shape());
                tensors.put(info.name(), Tensor.of(info.name(), array));
            }
        }
        tensors.putAll(changes);
        Path path = folder.resolve("changed.safetensors");
        SafetensorsWriter.write(
                path,
                Map.of(),
                new ArrayList<>(tensors.values().stream().filter(t -> t.bytes() > 0).toList()));
        return WeightsFile.trained(path);
    }

    private Tensor filled(String name, float value, long... shape) {
        return Tensor.of(name, manager.full(new Shape(shape), value));
    }

    private Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        ParameterPaths.of(network)
                .forEach((path, p) -> values.put(path, p.getArray().toFloatArray()));
        return values;
    }

    private void assertRefusedAndUnchanged(WeightsFile file, String... says) {
        Map<String, float[]> before = values();
        for (String text : says) {
            assertThatThrownBy(() -> file.load(config, network))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(text);
        }
        Map<String, float[]> after = values();
        before.forEach((path, array) -> assertThat(after.get(path)).as(path).isEqualTo(array));
    }

    @Test
    void weightsWithTimmsNamesAreLoadedIntoTheArraysThatAreThere() throws IOException {
        NDArray kernel = ParameterPaths.of(network).get("block1.conv1.weight").getArray();
        WeightsReport report = WeightsFile.trained(Fixture.safetensors()).load(config, network);
        assertThat(report.count(WeightOutcome.LOADED)).isEqualTo(report.entries().size());
        assertThat(report.sha256()).isEqualTo(Sha256.of(Fixture.safetensors()));
        try (SafetensorsFile file = SafetensorsFile.open(Fixture.safetensors())) {
            assertThat(kernel.toFloatArray()).isEqualTo(file.readFloats("conv1.weight"));
        }
        assertThat(kernel.hasGradient()).isTrue();
    }

    @Test
    void inspectionChangesNothing() throws IOException {
        Map<String, float[]> before = values();
        WeightsFile file = changed(Map.of("more", filled("more", 1, 3)));
        WeightsReport report = file.inspect(config, network);
        assertThat(report.complete()).isFalse();
        assertThat(report.toText()).contains("1 unexpected", "unexpected: more (3)");
        Map<String, float[]> after = values();
        before.forEach((path, array) -> assertThat(after.get(path)).as(path).isEqualTo(array));
    }

    @Test
    void countersOfBatchesAreSkipped() throws IOException {
        String name = "bn1.num_batches_tracked";
        Tensor counter =
                new Tensor(name, TensorType.I64, new Shape(), () -> ByteBuffer.allocate(8));
        WeightsReport report = changed(Map.of(name, counter)).load(config, network);
        assertThat(report.entries(WeightOutcome.SKIPPED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.inFile()).contains(name));
    }

    @Test
    void headOfManyClassesIsRefusedOrSkipped() throws IOException {
        Map<String, Tensor> classes =
                Map.of(
                        "fc.weight", filled("fc.weight", 1, 1000, 32),
                        "fc.bias", filled("fc.bias", 1, 1000));
        assertRefusedAndUnchanged(changed(classes), "is (1000, 32), expected (1, 32)");
        float[] before = values().get("logit.weight");
        WeightsReport report =
                WeightsFile.pretrained(changed(classes).path()).load(config, network);
        assertThat(report.count(WeightOutcome.KEPT)).isEqualTo(2);
        assertThat(values().get("logit.weight")).isEqualTo(before);
        assertThat(values().get("block1.bn1.gamma")[0]).isNotEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefusedWhole() throws IOException {
        Tensor none =
                new Tensor("bn1.bias", TensorType.F32, new Shape(0), () -> ByteBuffer.allocate(0));
        assertRefusedAndUnchanged(
                changed(Map.of("bn1.bias", none)),
                "missing: bn1.bias → block1.bn1.beta",
                "1 missing");
        assertRefusedAndUnchanged(
                changed(Map.of("bn1.bias", filled("bn1.bias", 1, 9))), "is (9), expected (8)");
        Tensor halves =
                new Tensor("bn1.bias", TensorType.F16, new Shape(8), () -> ByteBuffer.allocate(16));
        assertRefusedAndUnchanged(changed(Map.of("bn1.bias", halves)), "is not float32");
    }

    @Test
    void valuesThatCannotBeAreRefusedWhole() throws IOException {
        assertRefusedAndUnchanged(
                changed(Map.of("bn4.running_var", filled("bn4.running_var", -1, 32))),
                "-1.0 in bn4.running_var");
        assertRefusedAndUnchanged(
                changed(Map.of("fc.bias", filled("fc.bias", Float.NaN, 1))), "NaN in fc.bias");
        ByteBuffer infinite = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        infinite.putFloat(28, Float.POSITIVE_INFINITY);
        Tensor mean =
                new Tensor("bn1.running_mean", TensorType.F32, new Shape(8), infinite::duplicate);
        assertRefusedAndUnchanged(changed(Map.of("bn1.running_mean", mean)), "Infinity");
    }

    @Test
    void digestsMustAgree() throws IOException {
        String digest = Sha256.of(Fixture.safetensors());
        WeightsFile file = WeightsFile.trained(Fixture.safetensors());
        assertThat(file.withSha256(digest).load(config, network).sha256()).isEqualTo(digest);
        assertRefusedAndUnchanged(
                file.withSha256("0".repeat(64)), digest, "expected " + "0".repeat(64));
        assertThatThrownBy(() -> file.withSha256("abc"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("64");
    }

    @Test
    void anotherConfigurationIsRefused() throws IOException {
        Xception wider = config.withWidth(0.1);
        assertThatThrownBy(
                        () ->
                                WeightsFile.trained(Fixture.safetensors())
                                        .load(wider, Fixture.network(manager, wider)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("unfit");
        Xception longer = config.withMiddleRepeats(2);
        assertThatThrownBy(
                        () ->
                                WeightsFile.trained(Fixture.safetensors())
                                        .load(longer, Fixture.network(manager, longer)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> WeightsFile.trained(Fixture.safetensors()).load(longer, network))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightsFile.trained(folder.resolve("none")).load(config, network))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a regular file");
    }

    @Test
    void exportHasTheTensorsThatPyTorchWrote() throws IOException {
        WeightsFile.trained(Fixture.safetensors()).load(config, network);
        Path exported = folder.resolve("exported.safetensors");
        XceptionExport.write(exported, config, network, Map.of("study", "7"));
        try (SafetensorsFile ours = SafetensorsFile.open(exported);
                SafetensorsFile theirs = SafetensorsFile.open(Fixture.safetensors())) {
            assertThat(ours.tensors().keySet())
                    .containsExactlyInAnyOrderElementsOf(theirs.tensors().keySet());
            for (String name : theirs.tensors().keySet()) {
                assertThat(ours.tensors().get(name).shape())
                        .isEqualTo(theirs.tensors().get(name).shape());
                assertThat(ours.readFloats(name)).isEqualTo(theirs.readFloats(name));
            }
            assertThat(ours.metadata())
                    .containsEntry("format", "pt")
                    .containsEntry("study", "7")
                    .containsEntry("fer4j.profile", "TIMM")
                    .containsKey("fer4j.version");
            assertThat(ours.metadata().get("fer4j.config")).contains("\"middleRepeats\":1");
        }
        assertThatThrownBy(
                        () ->
                                XceptionExport.write(
                                        exported, config, network, Map.of("format", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weightsOfTheOtherProfileAreLoadedWithANote() throws IOException {
        Path exported = folder.resolve("exported.safetensors");
        XceptionExport.write(exported, config, network, Map.of());
        Xception keras = Fixture.config(NumericsProfile.KERAS);
        WeightsReport report =
                WeightsFile.trained(exported).load(keras, Fixture.network(manager, keras));
        assertThat(report.notes()).singleElement().asString().contains("TIMM", "KERAS");
        assertThat(report.toText()).contains("note: written from a network of the profile TIMM");
        assertThat(WeightsFile.trained(exported).load(config, network).notes()).isEmpty();
    }

    @Test
    void reportsNameTenAndCountTheRest() {
        List<WeightEntry> entries = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            entries.add(
                    new WeightEntry(
                            WeightOutcome.UNEXPECTED, Optional.of("t" + i), Optional.empty(), ""));
        }
        WeightsReport report =
                new WeightsReport("f", WeightFormat.KERAS_HDF5, "", Map.of(), entries, List.of());
        assertThat(report.toText()).contains(": t9\n").doesNotContain("t10").contains("and 3 more");
    }
}
