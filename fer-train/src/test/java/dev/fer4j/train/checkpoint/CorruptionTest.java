package dev.fer4j.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the two files of a checkpoint, otherwise than it was written. */
class CorruptionTest {

    @TempDir private Path folder;

    @BeforeEach
    void save() {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000007.json", "0000000007.safetensors"})
    void flippedBitIsFoundInEveryByte(String name) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        RandomGenerator random = new Seed(3).derive(name).generator();
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            assertRefused(name, flipped, "byte " + at);
        }
        assertAccepted(name, whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000007.json", "0000000007.safetensors"})
    void truncationIsFoundAtEveryLength(String name) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        for (int length = 0; length < whole.length; length++) {
            assertRefused(name, Arrays.copyOf(whole, length), "length " + length);
        }
        assertAccepted(name, whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000007.json", "0000000007.safetensors"})
    void appendedBytesAreFound(String name) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        for (byte last : new byte[] {0, ' ', '\n', '}'}) {
            for (int more = 1; more <= 8; more++) {
                byte[] longer = Arrays.copyOf(whole, whole.length + more);
                Arrays.fill(longer, whole.length, longer.length, last);
                assertRefused(name, longer, more + " of " + last);
            }
        }
        assertAccepted(name, whole);
    }

    private void assertRefused(String name, byte[] content, String what) throws IOException {
        Files.write(folder.resolve(name), content);
        assertThatThrownBy(() -> new CheckpointReader(new CheckpointFolder(folder)).read(7))
                .as(what)
                .isInstanceOf(DamagedCheckpointException.class)
                .hasMessageContaining(name);
    }

    private void assertAccepted(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThat(CheckpointFixture.newest(store)).isEqualTo(7);
        }
    }
}
