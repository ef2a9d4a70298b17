package dev.fer4j.train.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileFormatTest {

    private static final String HDF5 = "\u0089HDF\r\n\u001a\n";

    @TempDir private Path folder;

    static Stream<Arguments> beginnings() {
        return Stream.of(
                Arguments.of("", FileFormat.EMPTY),
                Arguments.of(HDF5 + "\0\0", FileFormat.HDF5),
                Arguments.of("x".repeat(512) + HDF5, FileFormat.HDF5),
                Arguments.of("x".repeat(8192) + HDF5, FileFormat.HDF5),
                Arguments.of("\u0010\0\0\0\0\0\0\0{}              ", FileFormat.UNKNOWN),
                Arguments.of("\u0001\u0002\u0003\u0004", FileFormat.UNKNOWN),
                Arguments.of("\u00ff".repeat(7) + "\u007f{}", FileFormat.UNKNOWN),
                Arguments.of(
                        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n",
                        FileFormat.LFS_POINTER),
                Arguments.of("<!DOCTYPE html><html>", FileFormat.WEB_PAGE),
                Arguments.of("\n\n <HTML lang=en>", FileFormat.WEB_PAGE),
                Arguments.of("\u00ef\u00bb\u00bf<!doctype HTML>", FileFormat.WEB_PAGE),
                Arguments.of("\u00ff\u00fe<\0h\0t\0m\0l\0>\0", FileFormat.WEB_PAGE),
                Arguments.of(
                        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C\"><html>",
                        FileFormat.WEB_PAGE),
                Arguments.of("<?xml version=\"1.0\"?><Error><Code>x</Code>", FileFormat.XML),
                Arguments.of("\u0080\u0002\u008a\nl\u00fc\u009cF", FileFormat.PICKLE),
                Arguments.of("\u0080\u0004\u0095", FileFormat.PICKLE),
                Arguments.of("\u0008\u0006\u0012\u0007pytorch", FileFormat.ONNX),
                Arguments.of("\u0008\u0008:\u00f3\u0098", FileFormat.ONNX),
                Arguments.of("\u0008\u0001\u0012\u00ff\u0001\n", FileFormat.SAVED_MODEL),
                Arguments.of("\n\u0017\n\u0001x\u0012\u000bPlaceholder", FileFormat.SAVED_MODEL),
                Arguments.of("\u001c\0\0\0TFL3\0", FileFormat.TFLITE),
                Arguments.of("\u0093NUMPY\u0001\0", FileFormat.NUMPY),
                Arguments.of("\u001f\u008b\u0008\0\0\0\0\0\0\u0003", FileFormat.COMPRESSED),
                Arguments.of("BZh91AY", FileFormat.COMPRESSED),
                Arguments.of("(\u00b5/\u00fd\u0004", FileFormat.COMPRESSED),
                Arguments.of("x".repeat(257) + "ustar\0", FileFormat.TAR),
                Arguments.of("\u0089PNG\r\n", FileFormat.PICTURE),
                Arguments.of("%PDF-1.7", FileFormat.PDF),
                Arguments.of("{\"weight_map\": {}}", FileFormat.JSON),
                Arguments.of("# A model\nThis is a text: \u00c3\u00a9.", FileFormat.TEXT));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void formatsAreRecognizedByTheirFirstBytes(String bytes, FileFormat format) throws IOException {
        Path file = Files.write(folder.resolve("file.h5"), bytes.getBytes(ISO_8859_1));
        assertThat(FileFormat.of(file)).isEqualTo(format);
        if (format != FileFormat.UNKNOWN) {
            assertThatThrownBy(() -> SafetensorsFile.open(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("expected safetensors")
                    .message()
                    .hasSizeLessThan(300);
        }
    }

    static Stream<Arguments> archives() {
        return Stream.of(
                Arguments.of(
                        List.of("metadata.json", "config.json", "model.weights.h5"),
                        FileFormat.KERAS),
                Arguments.of(List.of("model.weights.h5", "config.json"), FileFormat.KERAS),
                Arguments.of(List.of("archive/data.pkl", "archive/data/0"), FileFormat.TORCH),
                Arguments.of(List.of("x/.format_version", "x/byteorder"), FileFormat.TORCH),
                Arguments.of(List.of("weight.npy", "bias.npy"), FileFormat.NUMPY),
                Arguments.of(List.of("[Content_Types].xml"), FileFormat.ZIP));
    }

    @ParameterizedTest
    @MethodSource("archives")
    void archivesAreToldApartByTheirEntries(List<String> entries, FileFormat format)
            throws IOException {
        Path file = folder.resolve("file");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        assertThat(FileFormat.of(file)).isEqualTo(format);
    }

    @Test
    void archivesAreToldApartByEntriesAfterLongOnes() throws IOException {
        Path file = folder.resolve("file");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("assets/words.txt"));
            zip.write(new byte[100_000]);
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
        }
        assertThat(FileFormat.of(file)).isEqualTo(FileFormat.KERAS);
    }

    @Test
    void foldersAreNamedByTheirContent() throws IOException {
        assertThatThrownBy(() -> FileFormat.of(folder)).hasMessageContaining("but a folder");
        Files.createFile(folder.resolve("model.weights.h5"));
        assertThatThrownBy(() -> FileFormat.of(folder)).hasMessageContaining("model.weights.h5");
        Files.createFile(folder.resolve("saved_model.pb"));
        assertThatThrownBy(() -> FileFormat.of(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("SavedModel");
    }
}
