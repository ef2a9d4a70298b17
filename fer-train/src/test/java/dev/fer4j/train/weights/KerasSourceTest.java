package dev.fer4j.train.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import dev.fer4j.train.keras.KerasFile;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.weights.KerasWriting.Layer;
import dev.fer4j.train.weights.KerasWriting.Weight;
import dev.fer4j.train.xception.Fixture;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KerasSourceTest {

    @TempDir private Path folder;
    private List<Layer> layers;
    private Xception config;

    @BeforeEach
    void readFixture() throws IOException {
        layers = KerasWriting.fixture(folder);
        config = Fixture.config(NumericsProfile.KERAS);
    }

    private Path write(List<Layer> content) {
        return KerasWriting.write(folder.resolve("other.h5"), false, content);
    }

    /** As the published files of 2016 are: numbered names, weights' names without slashes. */
    private List<Layer> oldNames() {
        List<Layer> old = new ArrayList<>();
        for (Layer layer : layers) {
            String type =
                    switch (layer.kind()) {
                        case CONVOLUTION -> "convolution2d_";
                        case SEPARABLE -> "separableconvolution2d_";
                        case NORM -> "batchnormalization_";
                        case DENSE -> "dense_";
                    };
            String name = type + (old.stream().filter(l -> l.name().startsWith(type)).count() + 1);
            old.add(
                    new Layer(
                            name,
                            layer.kind(),
                            layer.weights().stream()
                                    .map(weight -> weight.named(name + "_" + oldRole(weight)))
                                    .toList()));
        }
        return old;
    }

    private static String oldRole(Weight weight) {
        String role = weight.name().substring(weight.name().lastIndexOf('/') + 1);
        return switch (role) {
            case "kernel:0" -> "W:0";
            case "bias:0" -> "b:0";
            case "moving_mean:0" -> "running_mean:0";
            case "moving_variance:0" -> "running_std:0";
            default -> role;
        };
    }

    private static boolean isHead(Layer layer) {
        return layer.kind() == LayerKind.DENSE;
    }

    private List<Layer> withoutHead(List<Layer> all) {
        return all.stream().filter(layer -> !isHead(layer)).toList();
    }

    private WeightsReport load(Path file, HeadPolicy head) throws IOException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                NDManager other = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock expected = Fixture.loaded(manager, NumericsProfile.KERAS);
            StagedBlock network = Fixture.network(other, config);
            WeightsReport report =
                    new WeightsFile(file, Optional.empty(), head).load(config, network);
            ParameterPaths.of(network)
                    .forEach(
                            (path, parameter) -> {
                                boolean kept =
                                        report.entries(WeightOutcome.KEPT).stream()
                                                .anyMatch(
                                                        e -> e.parameter().orElse("").equals(path));
                                if (!kept) {
                                    assertThat(parameter.getArray().toFloatArray())
                                            .as(path)
                                            .isEqualTo(
                                                    ParameterPaths.of(expected)
                                                            .get(path)
                                                            .getArray()
                                                            .toFloatArray());
                                }
                            });
            return report;
        }
    }

    @Test
    void reportOfAFileOfKerasNamesEveryWeight() throws IOException {
        WeightsReport report =
                load(Fixture.hdf5(Files.createDirectory(folder.resolve("a"))), HeadPolicy.REQUIRED);
        assertThat(report.complete()).isTrue();
        assertThat(report.format()).isEqualTo(WeightFormat.KERAS_HDF5);
        assertThat(report.metadata()).containsEntry("keras_version", "2.2.4");
        // 6 convolutions, 13 separable ones of two kernels, and the dense kernel change axes.
        assertThat(report.count(WeightOutcome.RESHAPED)).isEqualTo(6 + 2 * 13 + 1);
        assertThat(report.count(WeightOutcome.LOADED)).isEqualTo(19 * 4 + 1);
        assertThat(report.entries()).hasSize(6 + 26 + 1 + 76 + 1);
        assertThat(report.toText()).contains("77 loaded, 33 reshaped, 0 kept");
    }

    @Test
    void numberedNamesOfOldFilesGoByOrder() throws IOException {
        WeightsReport report = load(write(oldNames()), HeadPolicy.REQUIRED);
        assertThat(report.entries())
                .anyMatch(
                        entry ->
                                entry.parameter().orElse("").equals("block2.shortcut.conv.weight")
                                        && entry.inFile()
                                                .orElse("")
                                                .endsWith("convolution2d_3_W:0"));
    }

    @Test
    void oldFilesInAnotherOrderAreRefusedAndNotGuessed() {
        List<Layer> other = new ArrayList<>(oldNames());
        // The shortcut's batch normalization before the second one of its block's body.
        Collections.swap(other, 7, 8);
        assertThat(other.get(7).kind()).isNotEqualTo(other.get(8).kind());
        assertThatThrownBy(() -> load(write(other), HeadPolicy.REQUIRED))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("does not fit the network");
    }

    @Test
    void withoutTopTheHeadIsKeptIfThatIsAllowed() throws IOException {
        Path file = write(withoutHead(layers));
        assertThat(load(file, HeadPolicy.IF_IT_FITS).entries(WeightOutcome.KEPT))
                .extracting(entry -> entry.parameter().orElseThrow())
                .containsExactly("logit.weight", "logit.bias");
        assertThat(load(file, HeadPolicy.KEPT).count(WeightOutcome.KEPT)).isEqualTo(2);
        assertThatThrownBy(() -> load(file, HeadPolicy.REQUIRED))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2 missing")
                .hasMessageContaining("logit.weight");
    }

    @Test
    void topOfManyClassesIsSkippedAndSaidSo() throws IOException {
        List<Layer> classes = new ArrayList<>(withoutHead(layers));
        classes.add(
                new Layer(
                        "predictions",
                        LayerKind.DENSE,
                        List.of(
                                new Weight(
                                        "predictions/kernel:0",
                                        new Shape(32, 10),
                                        Collections.nCopies(320, 0.5f)),
                                new Weight(
                                        "predictions/bias:0",
                                        new Shape(10),
                                        Collections.nCopies(10, 0f)))));
        WeightsReport report = load(write(classes), HeadPolicy.IF_IT_FITS);
        assertThat(report.toText())
                .contains(
                        "skipped: predictions/predictions/kernel:0",
                        "(32, 10)",
                        "kept: logit.weight, logit.bias");
        assertThatThrownBy(() -> load(write(classes), HeadPolicy.REQUIRED))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("unfit")
                .hasMessageContaining("is (10, 32), expected (1, 32)");
    }

    @Test
    void headOfOneUnitIsLeftWhereItShallBeKept() throws IOException {
        WeightsReport report = load(write(layers), HeadPolicy.KEPT);
        assertThat(report.count(WeightOutcome.KEPT)).isEqualTo(2);
        assertThat(report.count(WeightOutcome.SKIPPED)).isEqualTo(2);
    }

    @Test
    void networkWithinAModelIsFound() throws IOException {
        List<Weight> body =
                withoutHead(layers).stream().flatMap(layer -> layer.weights().stream()).toList();
        // Keras lists what is trained first, then all running statistics.
        List<Weight> sorted =
                Stream.concat(
                                body.stream().filter(w -> !w.name().contains("moving")),
                                body.stream().filter(w -> w.name().contains("moving")))
                        .toList();
        Layer head = layers.get(layers.size() - 1);
        Path file =
                KerasWriting.write(
                        folder.resolve("model.h5"),
                        true,
                        List.of(new Layer("xception", LayerKind.NORM, sorted), head));
        assertThat(load(file, HeadPolicy.REQUIRED).complete()).isTrue();
    }

    @Test
    void furtherLayersAndMissingOnesAreNamed() {
        List<Layer> other = new ArrayList<>(layers);
        Layer removed = other.remove(4);
        other.add(
                new Layer(
                        "attention",
                        LayerKind.NORM,
                        List.of(new Weight("attention/query:0", new Shape(2), List.of(1f, 2f)))));
        assertThat(removed.name()).isEqualTo("block2_sepconv1");
        assertThatThrownBy(() -> load(write(other), HeadPolicy.REQUIRED))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2 missing")
                .hasMessageContaining(
                        "missing: block2_sepconv1/depthwise_kernel →"
                                + " block2.body.sepconv1.depthwise")
                .hasMessageContaining("unexpected: attention/attention/query:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xception-3.0.keras", "xception-3.6.keras", "xception-2.13.keras"})
    void archivesGiveTheWeightsOfTheLegacyFile(String name) throws IOException {
        WeightsReport report = load(Fixture.file(name), HeadPolicy.REQUIRED);
        assertThat(report.complete()).isTrue();
        assertThat(report.format()).isEqualTo(WeightFormat.KERAS_ARCHIVE);
        assertThat(report.count(WeightOutcome.LOADED) + report.count(WeightOutcome.RESHAPED))
                .isEqualTo(110);
        assertThat(report.entries(WeightOutcome.SKIPPED)).hasSize(2);
    }

    @Test
    void weightsOfKeras3WithoutNamesGoByTheOrderOfTheirKinds() throws IOException {
        Path file = folder.resolve("xception.weights.h5");
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Fixture.file("xception.weights.h5.gz")))) {
            Files.copy(in, file);
        }
        assertThat(load(file, HeadPolicy.REQUIRED).complete()).isTrue();
    }

    @Test
    void filesOfOtherNetworksAreDescribed() {
        List<Layer> some = layers.subList(0, 7);
        List<Layer> renamed =
                some.stream()
                        .map(
                                layer ->
                                        new Layer(
                                                layer.name().replace("block", "part"),
                                                layer.kind(),
                                                layer.weights().stream()
                                                        .map(
                                                                w ->
                                                                        w.named(
                                                                                w.name()
                                                                                        .replace(
                                                                                                "block",
                                                                                                "part")))
                                                        .toList()))
                        .toList();
        assertThatThrownBy(() -> load(write(renamed), HeadPolicy.IF_IT_FITS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2 convolutions, not 6; 2 separable ones, not 13")
                .hasMessageContaining("part1_conv1")
                .hasMessageNotContaining("missing:");
    }

    @Test
    void filesWithoutLayersOfKerasAreSaidToBeSo() {
        Path file = folder.resolve("other.h5");
        try (var out = io.jhdf.HdfFile.write(file)) {
            out.putGroup("data").putDataset("x", new float[] {1});
        }
        assertThatThrownBy(() -> load(file, HeadPolicy.REQUIRED))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("neither an attribute layer_names nor a group layers");
    }

    @Test
    void damagedFilesGiveTypedErrorsOrTheSameNames() throws IOException {
        byte[] valid = Files.readAllBytes(Fixture.hdf5(Files.createDirectory(folder.resolve("b"))));
        Path file = folder.resolve("damaged.h5");
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            byte[] bytes = valid.clone();
            for (int i = 0; i < 40; i++) {
                bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            if (round % 3 == 0) {
                bytes = Arrays.copyOf(bytes, 8 + random.nextInt(bytes.length - 8));
            }
            Files.write(file, bytes);
            try (KerasFile damaged = KerasFile.open(file)) {
                for (KerasLayer layer : KerasLayer.of(damaged)) {
                    for (SourceTensor tensor : layer.weights().values()) {
                        if (tensor.isFloat32() && tensor.shape().size() < 10_000) {
                            tensor.values().read();
                        }
                    }
                }
            } catch (InputException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
    }
}
