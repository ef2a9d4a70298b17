package dev.fer4j.data.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.internal.video.IndexedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNameTest {

    @TempDir Path folder;

    /** A name whose bytes are no text in any UTF-8 locale, as those of UTF-8 are none in others. */
    private Path unrepresentable() throws IOException, InterruptedException {
        Process touch =
                new ProcessBuilder("sh", "-c", "printf x > \"$(printf '\\377').mp4\"")
                        .directory(folder.toFile())
                        .start();
        assertThat(touch.waitFor()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void clipsAndImagesWhoseNamesAreNoTextAreCalledThat() throws Exception {
        Path file = unrepresentable();

        for (ThrowingCallable reading :
                List.<ThrowingCallable>of(
                        () -> ImageFiles.read(file), () -> IndexedVideo.open(file))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("the locale cannot represent")
                    .hasMessageContaining("LC_ALL=C.UTF-8");
        }
    }

    @Test
    void otherNamesPass() {
        for (String name :
                List.of("a.mp4", "G\u00fcl\u00fc\u015f 1.mp4", "\u7b11.png", "a?b.png")) {
            assertThatCode(() -> FileName.require(folder.resolve(name))).doesNotThrowAnyException();
        }
    }
}
