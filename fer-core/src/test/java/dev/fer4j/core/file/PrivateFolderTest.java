package dev.fer4j.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFolderTest {

    @TempDir private Path shared;

    @Test
    void folderIsOfThisUserOnlyAndFoundAgain() throws IOException {
        Path folder = PrivateFolder.in(shared);
        assertThat(folder.getParent()).isEqualTo(shared);
        assertThat(permissions(folder)).isEqualTo("rwx------");

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(PrivateFolder.in(shared)).isEqualTo(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    @Test
    void linkOrFileOfThatNameIsRefused(@TempDir Path elsewhere) throws IOException {
        Path name = PrivateFolder.in(elsewhere).getFileName();
        Path link = Files.createSymbolicLink(shared.resolve(name), elsewhere);
        assertThatThrownBy(() -> PrivateFolder.in(shared))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(link + ": is a link");

        Path other = Files.createDirectory(shared.resolve("other"));
        Files.writeString(other.resolve(name), "");
        assertThatThrownBy(() -> PrivateFolder.in(other)).isInstanceOf(OutputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", "/nonexistent", "."})
    void isNoHome(String home) {
        assertThat(PrivateFolder.isHome(home)).isFalse();
    }

    @Test
    void folderThatCanBeWrittenToIsAHome() {
        assertThat(PrivateFolder.isHome(shared.toString())).isTrue();
    }

    @Test
    void chosenFolderIsKept() {
        String name = "dev.fer4j.test.cachedir";
        System.setProperty(name, "mine");
        try {
            PrivateFolder.useWithoutHome(List.of("dev.fer4j.test.other", name), "natives");
            assertThat(System.getProperty("dev.fer4j.test.other")).isNull();
        } finally {
            System.clearProperty(name);
        }
    }
}
