package dev.fer4j.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultSweepTest {

    @TempDir private Path folder;

    /**
     * Every step fails once, those in the middle of a write included: half of its bytes lie in the
     * file then.
     */
    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Input/output error"})
    void failureAtAnyStepLeavesThePreviousCheckpointAndNothingElse(String reason)
            throws IOException {
        List<String> steps = new ArrayList<>();
        AtomicInteger failing = new AtomicInteger(Integer.MAX_VALUE);
        SteppedFiles files =
                new SteppedFiles(
                        step -> {
                            steps.add(step);
                            if (steps.size() - 1 == failing.get()) {
                                throw new IOException(reason);
                            }
                        });
        long number = 3;
        try (CheckpointStore store = CheckpointFixture.open(folder, files)) {
            for (int first = 1; first <= number; first++) {
                CheckpointFixture.save(store, first);
            }
            boolean failed = true;
            for (int step = 0; failed; step++) {
                steps.clear();
                failing.set(step);
                long next = number + 1;
                Map<String, String> before = CheckpointFixture.files(folder);
                store.save(next, CheckpointFixture.snapshot(next), () -> {});
                failed = fails(store, reason);
                failing.set(Integer.MAX_VALUE);
                if (failed && !steps.get(step).startsWith("delete")) {
                    assertThat(CheckpointFixture.files(folder))
                            .as(steps.get(step))
                            .isEqualTo(before);
                    assertThat(CheckpointFixture.newest(store)).isEqualTo(number);
                    CheckpointFixture.save(store, next);
                } else if (failed) {
                    assertThat(CheckpointFixture.newest(store)).as(steps.get(step)).isEqualTo(next);
                    next++;
                    CheckpointFixture.save(store, next);
                } else {
                    assertThat(steps).hasSize(step);
                }
                assertThat(CheckpointFixture.newest(store)).isEqualTo(next);
                assertThat(CheckpointFixture.files(folder))
                        .containsOnlyKeys(CheckpointFixture.names(next - 1, next));
                number = next;
            }
        }
        assertThat(number).isGreaterThan(15);
    }

    private static boolean fails(CheckpointStore store, String reason) {
        try {
            store.flush();
            return false;
        } catch (OutputException e) {
            assertThat(e)
                    .hasMessageContaining(reason)
                    .hasMessageMatching("(?s).*/\\d{10}\\.(json|safetensors): .*");
            return true;
        }
    }

    @Test
    void failureToTidyUpDoesNotHideTheFailure() {
        SteppedFiles files =
                new SteppedFiles(
                        step -> {
                            if (step.startsWith("force") || step.startsWith("delete")) {
                                throw new IOException("bad " + step);
                            }
                        });
        try (CheckpointStore store = CheckpointFixture.open(folder, files)) {
            store.save(1, CheckpointFixture.snapshot(1), () -> {});
            assertThatThrownBy(store::flush)
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("bad force 0000000001.safetensors.part");
            assertThat(store.newest()).isEmpty();
        }
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThat(store.newest()).isEmpty();
            assertThat(folder.resolve("0000000001.safetensors.part")).doesNotExist();
        }
    }

    /** A limit of the operating system lets a real write stop in the middle. */
    @Test
    void realWriteThatStopsInTheMiddleLeavesThePreviousCheckpoint() throws Exception {
        Child child = Child.withFileLimit(LimitedProgram.class, folder.toString());
        assertThat(child.lines()).contains("failed").anyMatch(line -> line.contains("too large"));
        assertThat(child.status()).isZero();
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThat(CheckpointFixture.newest(store)).isEqualTo(3);
            assertThat(CheckpointFixture.files(folder))
                    .containsOnlyKeys(CheckpointFixture.names(1, 3));
        }
    }
}
