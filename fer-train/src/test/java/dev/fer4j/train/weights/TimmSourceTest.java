package dev.fer4j.train.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimmSourceTest {

    @TempDir private Path folder;

    /** The fixture's tensors and PyTorch's counters. */
    private static Map<String, Tensor> tensors() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(Fixture.safetensors())) {
            for (TensorInfo info : file.tensors().values()) {
                ByteBuffer bytes = ByteBuffer.allocate((int) info.bytes());
                file.read(info.name(), bytes);
                bytes.flip();
                tensors.put(
                        info.name(),
                        new Tensor(info.name(), info.type(), info.shape(), bytes::duplicate));
                if (info.name().endsWith("running_var")) {
                    String name = info.name().replace("running_var", "num_batches_tracked");
                    tensors.put(name, counter(name));
                }
            }
        }
        return tensors;
    }

    private static Tensor counter(String name) {
        return new Tensor(name, TensorType.I64, new Shape(), () -> ByteBuffer.allocate(8));
    }

    private WeightsFile write(Map<String, Tensor> tensors, UnaryOperator<String> naming)
            throws IOException {
        List<Tensor> named = new ArrayList<>();
        tensors.forEach(
                (name, t) ->
                        named.add(new Tensor(naming.apply(name), t.type(), t.shape(), t.data())));
        Path file = folder.resolve("weights.safetensors");
        SafetensorsWriter.write(file, Map.of(), named);
        return WeightsFile.trained(file);
    }

    /** Loads a file and requires the fixture's values. */
    private static WeightsReport load(WeightsFile file) throws IOException {
        Xception config = Fixture.config(NumericsProfile.TIMM);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = Fixture.network(manager, config);
            WeightsReport report = file.load(config, network);
            StagedBlock expected = Fixture.loaded(manager, NumericsProfile.TIMM);
            ParameterPaths.of(network)
                    .forEach(
                            (path, parameter) ->
                                    assertThat(parameter.getArray().toFloatArray())
                                            .as(path)
                                            .isEqualTo(
                                                    ParameterPaths.of(expected)
                                                            .get(path)
                                                            .getArray()
                                                            .toFloatArray()));
            return report;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module.",
                "model.",
                "backbone.",
                "net.",
                "encoder.",
                "_orig_mod.",
                "state_dict.",
                "module.model.",
                "my.own.network."
            })
    void prefixesOfWrappersAreLeftOutWithANote(String prefix) throws IOException {
        WeightsReport report = load(write(tensors(), name -> prefix + name));
        assertThat(report.complete()).isTrue();
        assertThat(report.notes())
                .containsExactly(
                        "the names in the file begin with " + prefix + ", which is left out");
        assertThat(report.toText().lines()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last_linear",
                "head.fc",
                "head",
                "classifier",
                "classifier.1",
                "fc.1",
                "predictions",
                "dense",
                "logits"
            })
    void usualNamesOfTheLastLayerAreAccepted(String head) throws IOException {
        WeightsReport report =
                load(write(tensors(), name -> name.replaceFirst("^fc\\.", head + ".")));
        assertThat(report.notes())
                .containsExactly("the last layer is named " + head + ", in timm fc");
        assertThat(report.count(WeightOutcome.LOADED)).isEqualTo(110);
    }

    @Test
    void lastLayerMayLieOutsideOfAWrappedNetwork() throws IOException {
        WeightsReport report =
                load(
                        write(
                                tensors(),
                                name ->
                                        name.startsWith("fc.")
                                                ? "model.head." + name.substring(3)
                                                : "model.backbone." + name));
        assertThat(report.notes()).hasSize(2);
    }

    @Test
    void countersTakeALine() throws IOException {
        Map<String, Tensor> tensors = tensors();
        tensors.put("n_averaged", counter("n_averaged"));
        assertThat(load(write(tensors, name -> name)).toText())
                .contains("skipped: bn1.num_batches_tracked and 19 more (a counter of batches)");
    }

    private static void assertRefused(WeightsFile file, String... says) {
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(says)
                .message()
                .satisfies(
                        text ->
                                assertThat(text.lines().toList())
                                        .hasSizeLessThanOrEqualTo(24)
                                        // The first line has the path.
                                        .satisfies(
                                                lines ->
                                                        assertThat(lines.subList(1, lines.size()))
                                                                .allMatch(l -> l.length() <= 100)));
    }

    @Test
    void missingTensorsHaveTheNamesOfTheFile() throws IOException {
        Map<String, Tensor> tensors = tensors();
        tensors.remove("block2.skipbn.running_var");
        assertRefused(
                write(tensors, name -> name),
                "1 missing",
                "missing: block2.skipbn.running_var → block3.shortcut.bn.runningVar (8)",
                "write the file again with all weights");
        assertRefused(
                write(tensors, name -> "module." + name),
                "missing: module.block2.skipbn.running_var → ");
    }

    @Test
    void otherWidthsAndTypesHaveTheirOwnMends() throws IOException {
        WeightsFile file = write(tensors(), name -> name);
        Xception wider = Fixture.config(NumericsProfile.TIMM).withWidth(0.1);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = Fixture.network(manager, wider);
            assertThatThrownBy(() -> file.load(wider, network))
                    .hasMessageContaining("the file's width")
                    .hasMessageContaining("unfit: block1.rep.1.weight → block2.body.bn1.gamma");
        }
        Map<String, Tensor> halves = tensors();
        halves.replaceAll(
                (name, t) ->
                        t.type() == TensorType.F32
                                ? new Tensor(
                                        name,
                                        TensorType.F16,
                                        t.shape(),
                                        () -> t.data().get().limit((int) t.bytes() / 2))
                                : t);
        assertRefused(write(halves, name -> name), "convert the tensors to float32");
    }

    @Test
    void anythingElseIsRefusedOnOneScreen() throws IOException {
        Map<String, Tensor> tensors = tensors();
        assertRefused(write(tensors, name -> name.replace("block", "b")), "unexpected: b1");
        assertRefused(write(tensors, name -> "n".repeat(200) + name), "unexpected: nnn");
        assertRefused(
                write(tensors, name -> name.replace("bn1.bias", "bn1\u001b[31m.bias")),
                "unexpected: bn1\uFFFD[31m.bias");
        assertRefused(
                write(tensors, name -> name.equals("bn1.bias") ? "a.".repeat(20_000) : name),
                "unexpected: a.a.a.",
                "missing: bn1.bias");
        Map<String, Tensor> twice = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> twice.put("a." + name, tensor));
        tensors.forEach((name, tensor) -> twice.put("b." + name, tensor));
        assertRefused(write(twice, name -> name), "unexpected: b.conv1.weight");
        tensors.put("classifier.weight", tensors.get("fc.weight"));
        tensors.put("block1.se.fc.weight", tensors.get("fc.weight"));
        assertRefused(
                write(tensors, name -> name),
                "unexpected: classifier.weight",
                "unexpected: block1.se.fc.weight");
    }
}
