package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.file.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static Sample sample(String id, Label label, String participant, String recording) {
        return new Sample(
                id,
                Path.of(id + ".png").toAbsolutePath(),
                label,
                participant,
                recording,
                Optional.empty(),
                Optional.empty(),
                "mine",
                new Origin.StillImage(id),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Sha256.of(id));
    }

    private static Manifest of(Sample... samples) {
        return new Manifest("mine", List.of(samples), List.of());
    }

    @Test
    void aRecordingHasOneLabel() {
        Sample first = sample("a", Label.INTERESTED, "p1", "r1");
        assertThatThrownBy(() -> of(first, sample("b", Label.NOT_INTERESTED, "p1", "r1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recording r1")
                .hasMessageContaining("a (INTERESTED, p1) and b (NOT_INTERESTED, p1)");
        assertThat(of(first, sample("b", Label.NOT_INTERESTED, "p1", "r2")).samples()).hasSize(2);
    }

    @Test
    void aRecordingHasOneParticipant() {
        Sample first = sample("a", Label.INTERESTED, "p1", "r1");
        Sample same = sample("b", Label.INTERESTED, "p1", "r1");
        assertThat(of(first, same).samples()).containsExactly(first, same);
        assertThatThrownBy(() -> of(first, same, sample("c", Label.INTERESTED, "p2", "r1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a (INTERESTED, p1) and c (INTERESTED, p2)");
    }

    @Test
    void idsAreDistinctAndAllSamplesAreOfTheSource() {
        Sample first = sample("a", Label.INTERESTED, "p1", "r1");
        assertThatThrownBy(() -> of(first, first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Manifest("yours", List.of(first), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
