package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

    private static final Problem QUARANTINED =
            new Problem(Kind.UNREADABLE, "39/A01/J/02.mp4", "is no video", "replace it");

    @TempDir private Path folder;

    private Manifest lab;
    private Manifest synthetic;

    @BeforeEach
    void writeAStudy() throws IOException {
        Origin frame = new Origin.VideoFrame("c.mp4", 0, 0, false);
        lab =
                new Manifest(
                        "lab",
                        List.of(
                                sample("lab", "a0", "39", "39-A", frame),
                                sample("lab", "b0", "40", "40-A", frame),
                                sample("lab", "a1", "39", "39-A", frame)),
                        List.of(QUARANTINED));
        synthetic =
                new Manifest(
                        "gan",
                        List.of(
                                sample("gan", "of-a", "39", "gan/39-A", from("39-A")),
                                sample("gan", "of-b", "40", "gan/40-A", from("40-A")),
                                // A generator that named its people anew hides whose face it is.
                                sample("gan", "renamed", "x", "gan/x", from("39-A")),
                                sample("gan", "grandchild", "y", "gan/y", from("gan/x"))),
                        List.of());
    }

    private static Origin from(String parent) {
        return new Origin.Synthetic(parent, Optional.empty(), "toy-renderer", 1);
    }

    private Sample sample(String source, String name, String person, String rec, Origin origin)
            throws IOException {
        Path file = Files.writeString(folder.resolve(source + "-" + name + ".png"), name);
        return new Sample(
                source + "/" + name,
                file,
                Label.INTERESTED,
                person,
                rec,
                Optional.empty(),
                Optional.empty(),
                source,
                origin,
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                "0".repeat(64));
    }

    @Test
    void idMayBeSpelledWithOtherBlanks() {
        assertThat(Erasure.of(List.of(lab, synthetic), " 39\u00a0"))
                .isEqualTo(Erasure.of(List.of(lab, synthetic), "39"));
    }

    @Test
    void removesThePersonAndAllThatWasMadeFromThem() {
        Erasure erasure = Erasure.of(List.of(synthetic, lab), "39");
        assertThat(erasure.removedIds())
                .isEqualTo(
                        Map.of(
                                "lab", List.of("lab/a0", "lab/a1"),
                                "gan", List.of("gan/of-a", "gan/renamed", "gan/grandchild")));
        assertThat(erasure.remaining())
                .containsExactly(
                        new Manifest("gan", List.of(synthetic.samples().get(1)), List.of()),
                        new Manifest("lab", List.of(lab.samples().get(1)), List.of(QUARANTINED)));
    }

    @Test
    void oneManifestAlone() {
        Erasure erasure = lab.without("40");
        assertThat(erasure.removedIds()).isEqualTo(Map.of("lab", List.of("lab/b0")));
        assertThat(erasure.remaining().get(0).samples())
                .containsExactly(lab.samples().get(0), lab.samples().get(2));
    }

    @Test
    void anUnknownPersonChangesNothing() {
        Erasure erasure = Erasure.of(List.of(lab, synthetic), "3");
        assertThat(erasure.remaining()).containsExactly(lab, synthetic);
        assertThat(erasure.removed()).isEmpty();
        assertThat(erasure.files()).isEmpty();
    }

    @Test
    void anErasureThatLeavesThePersonIsRefused() {
        assertThatThrownBy(() -> new Erasure("39", List.of(lab), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lab/a0");
    }
}
