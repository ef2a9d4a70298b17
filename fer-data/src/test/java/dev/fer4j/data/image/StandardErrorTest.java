package dev.fer4j.data.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import dev.fer4j.data.testing.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Natives write to the process's standard error, past Java's: so in a process of its own. */
class StandardErrorTest {

    @TempDir Path folder;

    /** Files of which libpng, libjpeg or OpenCV would print something. */
    private void write() throws IOException {
        byte[] jpeg = Encoding.JPEG.encode(TestImage.noise(64, 48, 1));
        byte[] png = Encoding.PNG.encode(TestImage.noise(64, 48, 2));
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.write(
                images.resolve("profile.png"),
                ImageMetadata.png(
                        png, "iCCP", ImageMetadata.packedText("icc", new byte[200]), true));
        Files.write(images.resolve("gamma.png"), ImageMetadata.png(png, "gAMA", new byte[3], true));
        Files.write(images.resolve("claims.png"), Encoding.pngClaiming(64, 64));
        byte[] version = jpeg.clone();
        version[11] = 9;
        Files.write(images.resolve("version.jpg"), version);
        Files.write(
                images.resolve("stray.jpg"),
                Bytes.concat(
                        Arrays.copyOf(jpeg, jpeg.length - 2),
                        new byte[99],
                        new byte[] {(byte) 0xff, (byte) 0xd9}));
        Files.write(images.resolve("short.bmp"), Arrays.copyOf(StillBytes.bmpOfJpeg(), 60));
        Random random = new Random(3);
        for (Encoding encoding : Encoding.values()) {
            byte[] bytes = encoding.encode(TestImage.noise(24, 24, 5));
            for (int i = 0; i < 20; i++) {
                byte[] damaged = bytes.clone();
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(images.resolve(encoding + "-" + i), damaged);
            }
        }
    }

    @Test
    void decodersPrintNothing() throws Exception {
        write();
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DecodingProgram.class.getName(),
                                folder.resolve("images").toString())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(err, UTF_8)).isEmpty();
        assertThat(Files.readString(out, UTF_8)).endsWith(" of " + (6 + 20 * 9));
        assertThat(process.exitValue()).isZero();
    }
}
