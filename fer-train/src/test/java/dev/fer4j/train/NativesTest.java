package dev.fer4j.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.train.plan.NativesProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {

    @TempDir private Path folder;

    @Test
    void missingNativesAreNamedWithWhatHelps() throws IOException {
        Path video = Files.write(folder.resolve("clip.avi"), new byte[] {1, 2, 3});
        Process child =
                ChildJvm.SMALL
                        .withFlags("-Dorg.bytedeco.javacpp.platform=another")
                        .withVariable("PYTORCH_VERSION", "0.0.1")
                        .start(NativesProgram.class, video.toString());
        List<String> said =
                new String(child.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("PyTorch cannot be loaded", "pytorch-native-cpu");
        assertThat(said.get(1)).contains("FFmpeg cannot be loaded", "org.bytedeco:ffmpeg");
    }
}
