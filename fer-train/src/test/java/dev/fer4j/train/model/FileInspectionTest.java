package dev.fer4j.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.hdf5.Hdf5Fixture;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorType;
import dev.fer4j.train.xception.Fixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInspectionTest {

    @TempDir private Path folder;

    @Test
    void formatsAreToldApart() throws IOException {
        FileInspection keras = FileInspection.of(Fixture.hdf5(folder));
        assertThat(keras.kind()).isEqualTo(FileInspection.Kind.HDF5);
        FileInspection timm = FileInspection.of(Fixture.safetensors());
        assertThat(timm.kind()).isEqualTo(FileInspection.Kind.SAFETENSORS);
        assertThat(timm.sha256()).isEqualTo(Sha256.of(Fixture.safetensors()));
        assertThat(timm.tensors())
                .contains(new FileInspection.Entry("conv1.weight", "F32", List.of(8L, 3L, 3L, 3L)));
        assertThat(keras.elements()).isEqualTo(Fixture.reference().parameters());
        FileInspection model = FileInspection.of(TestModel.write(folder));
        assertThat(model.kind()).isEqualTo(FileInspection.Kind.MODEL);
        assertThat(model.metadata()).containsKey("fer4j.preprocessing");
    }

    @Test
    void archivesOfKerasAreListedByTheNamesOfLayers() throws IOException {
        FileInspection legacy = FileInspection.of(Fixture.hdf5(folder));
        FileInspection archive = FileInspection.of(Fixture.file("xception-3.0.keras"));
        assertThat(archive.kind()).isEqualTo(FileInspection.Kind.KERAS);
        assertThat(archive.tensors()).hasSize(legacy.tensors().size() + 2);
        assertThat(archive.tensors())
                .contains(
                        new FileInspection.Entry(
                                "block1_conv1/kernel", "float", List.of(3L, 3L, 3L, 8L)));
        assertThat(archive.metadata()).containsEntry("keras_version", "3.0.5");
    }

    @Test
    void valuesThatAreNotFiniteAreCounted() throws IOException {
        ByteBuffer values = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        values.putFloat(1).putFloat(Float.NaN).putFloat(Float.NEGATIVE_INFINITY).flip();
        ByteBuffer halves = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
        halves.putShort((short) 0x7c00).putShort((short) 0x7bff).putShort((short) 0xfe00).flip();
        Path file = folder.resolve("nan.safetensors");
        SafetensorsWriter.write(
                file,
                Map.of(),
                List.of(
                        new Tensor("a", TensorType.F32, new Shape(3), values::duplicate),
                        new Tensor("b", TensorType.F16, new Shape(3), halves::duplicate),
                        new Tensor("c", TensorType.I32, new Shape(3), values::duplicate)));
        assertThat(FileInspection.of(file).notes())
                .containsExactly(
                        "a has 2 values that are NaN or infinite",
                        "b has 2 values that are NaN or infinite");
        assertThat(FileInspection.of(Fixture.safetensors()).notes()).isEmpty();
        assertThat(FileInspection.of(Hdf5Fixture.file("links", folder)).notes())
                .containsExactlyInAnyOrder(
                        "/soft is a link, which is not followed",
                        "/outside is a link, which is not followed");
    }

    @Test
    void damagedFilesAreInputProblems() throws IOException {
        Path hdf5 = Fixture.hdf5(folder);
        byte[] bytes = Files.readAllBytes(hdf5);
        Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(bytes, 600));
        assertThatThrownBy(() -> FileInspection.of(cut)).isInstanceOf(InputException.class);
        Path text = Files.writeString(folder.resolve("text"), "this is no weights");
        assertThatThrownBy(() -> FileInspection.of(text)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> FileInspection.of(folder)).isInstanceOf(InputException.class);
    }
}
