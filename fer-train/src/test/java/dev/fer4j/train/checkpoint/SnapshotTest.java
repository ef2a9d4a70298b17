package dev.fer4j.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "[]",
                "{",
                "{}{}",
                " {}",
                "{} ",
                "{\"a\":1,\"a\":1}",
                "{\"a\":NaN}",
                "{\"a\":\"\ud800\"}"
            })
    void stateIsOneObject(String state) {
        assertThatThrownBy(() -> new Snapshot(state, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stateMayBeAsDeepAsItIsReadBack() throws IOException {
        String deep = "{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}";
        String state = new Snapshot(deep, List.of()).state();
        byte[] manifest =
                ManifestText.encode(
                        new CheckpointManifest(
                                1, 2, "", CheckpointFixture.RUN, List.of("x"), state));
        assertThat(ManifestText.decode(manifest).state()).isEqualTo(deep);
        assertThatThrownBy(() -> new Snapshot("{\"a\":" + deep + "}", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void tensorNamesOccurOnce() {
        var tensor = CheckpointFixture.snapshot(1).tensors().get(0);
        assertThatThrownBy(() -> new Snapshot("{}", List.of(tensor, tensor)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("block1.weight occurs twice");
    }
}
