package dev.fer4j.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.train.xception.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
