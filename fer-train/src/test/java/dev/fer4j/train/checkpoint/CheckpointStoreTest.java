package dev.fer4j.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {

    private static final RunIdentity OTHER =
            new RunIdentity(ImmutableSortedMap.of("threads", "4", "seed", "9"));

    @TempDir private Path folder;

    @Test
    void newFolderHasNoCheckpoint() {
        try (CheckpointStore store = CheckpointFixture.open(folder.resolve("a/b"))) {
            assertThat(store.newest()).isEmpty();
            assertThat(store.skipped()).isEmpty();
            assertThat(store.numbers()).isEmpty();
        }
    }

    @Test
    void whatWasSavedComesBackInAnotherStore() throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 12);
            assertThat(CheckpointFixture.newest(store)).isEqualTo(12);
        }
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThat(CheckpointFixture.newest(store)).isEqualTo(12);
            assertThat(store.numbers()).containsExactly(12L);
        }
    }

    @Test
    void tensorFileIsTheOneThatTheWeightsWriterMakes() throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 1);
        }
        Path reference = folder.resolve("reference");
        SafetensorsWriter.write(reference, Map.of(), CheckpointFixture.snapshot(1).tensors());
        assertThat(folder.resolve("0000000001.safetensors")).hasSameBinaryContentAs(reference);
    }

    @Test
    void manifestIsJsonThatOtherProgramsRead() throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 1);
        }
        assertThat(folder.resolve("0000000001.json"))
                .content()
                .matches("(?s)\\{\"sha256\":\"[0-9a-f]{64}\",\n\"content\":\\{.*\\}\\}\n")
                .contains("\"identity\":{\"data\":\"ab12\",\"threads\":\"2\"}")
                .contains(Sha256.of(folder.resolve("0000000001.safetensors")));
    }

    @Test
    void hundredSavesLeaveTwoCheckpointsAndNoOpenFiles() throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 1);
            assertThat(CheckpointFixture.newest(store)).isEqualTo(1);
            long before = openFiles();
            for (int number = 2; number <= 100; number++) {
                store.save(number, CheckpointFixture.snapshot(number), () -> {});
            }
            assertThat(CheckpointFixture.newest(store)).isEqualTo(100);
            assertThat(openFiles()).isEqualTo(before);
            assertThat(CheckpointFixture.files(folder))
                    .containsOnlyKeys(CheckpointFixture.names(99, 100));
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void newestValidOneIsTakenAndSaysWhatWasSkipped() throws IOException {
        try (CheckpointStore store =
                CheckpointStore.open(
                        folder, CheckpointFixture.RUN, Settings.defaults().withKeep(4))) {
            for (int number = 1; number <= 4; number++) {
                CheckpointFixture.save(store, number);
            }
        }
        Files.writeString(folder.resolve("0000000004.json"), "{}");
        Files.delete(folder.resolve("0000000003.safetensors"));
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThat(CheckpointFixture.newest(store)).isEqualTo(2);
            assertThat(store.skipped())
                    .extracting(Problem::kind, problem -> Path.of(problem.subject()))
                    .containsExactly(
                            tuple(Problem.Kind.DAMAGED, folder.resolve("0000000004.json")),
                            tuple(Problem.Kind.DAMAGED, folder.resolve("0000000003.safetensors")));
            // Number 3 again, then past the damaged one, which goes with those that are too old.
            CheckpointFixture.save(store, 3);
            assertThat(CheckpointFixture.newest(store)).isEqualTo(3);
            assertThat(store.skipped()).hasSize(1);
            CheckpointFixture.save(store, 5);
            CheckpointFixture.save(store, 6);
            assertThat(CheckpointFixture.files(folder))
                    .containsOnlyKeys(CheckpointFixture.names(5, 6));
        }
    }

    @Test
    void renamedCheckpointIsNotTakenForANewerOne() throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 1);
            CheckpointFixture.save(store, 2);
        }
        Files.move(folder.resolve("0000000001.json"), folder.resolve("0000000003.json"));
        Files.move(
                folder.resolve("0000000001.safetensors"), folder.resolve("0000000003.safetensors"));
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThat(CheckpointFixture.newest(store)).isEqualTo(2);
            assertThat(store.skipped())
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.cause()).isEqualTo("is of checkpoint 1"));
        }
    }

    @Test
    void allDamagedIsToldApartFromNone() throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 1);
            Files.writeString(folder.resolve("0000000001.safetensors"), "");
            assertThat(store.newest()).isEmpty();
            assertThat(store.skipped()).hasSize(1);
            assertThat(store.numbers()).containsExactly(1L);
        }
    }

    @Test
    void leftoversOfKilledRunsAreRemovedAndOtherFilesStay() throws IOException {
        OwnedFolder.mark(folder, OwnedFolder.Content.CHECKPOINTS);
        Files.writeString(folder.resolve("0000000009.safetensors.part"), "x");
        Files.writeString(folder.resolve("0000000009.json.part"), "x");
        Files.writeString(folder.resolve("0000000008.safetensors"), "x");
        Files.writeString(folder.resolve("notes.json.part"), "x");
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThat(CheckpointFixture.files(folder))
                    .containsOnlyKeys("0000000008.safetensors", "notes.json.part");
            assertThat(store.newest()).isEmpty();
            CheckpointFixture.save(store, 1);
            assertThat(CheckpointFixture.files(folder).keySet())
                    .containsExactly(
                            "0000000001.json", "0000000001.safetensors", "notes.json.part");
        }
    }

    @Test
    void folderIsOneStoresAtATime() {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThat(store.numbers()).isEmpty();
            assertThatThrownBy(() -> CheckpointFixture.open(folder))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining(folder + ": is in use by another run");
        }
        CheckpointFixture.open(folder).close();
    }

    @Test
    void otherRunIsRefusedWithEachDifference() {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 1);
        }
        try (CheckpointStore store = CheckpointStore.open(folder, OTHER, Settings.defaults())) {
            assertThatThrownBy(store::newest)
                    .isInstanceOf(PlanException.class)
                    .hasMessageContaining("data: ab12 in the checkpoint, absent now")
                    .hasMessageContaining("seed: absent in the checkpoint, 9 now")
                    .hasMessageContaining("threads: 2 in the checkpoint, 4 now");
        }
    }

    @Test
    void allowedDifferencesAreRecordedForGood() throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 1);
        }
        Settings settings = Settings.defaults().allowingDifferences();
        try (CheckpointStore store = CheckpointStore.open(folder, OTHER, settings)) {
            store.newest().orElseThrow().close();
            CheckpointFixture.save(store, 2);
        }
        try (CheckpointStore store = CheckpointStore.open(folder, OTHER, Settings.defaults())) {
            store.newest().orElseThrow().close();
            CheckpointFixture.save(store, 3);
            try (Saved saved = store.newest().orElseThrow()) {
                assertThat(saved.number()).isEqualTo(3);
                assertThat(saved.resumedDespite())
                        .containsExactly(
                                "checkpoint 1: data: ab12 in the checkpoint, absent now",
                                "checkpoint 1: seed: absent in the checkpoint, 9 now",
                                "checkpoint 1: threads: 2 in the checkpoint, 4 now");
            }
        }
    }

    @Test
    void numbersGrowAlsoFromRunToRun() {
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            CheckpointFixture.save(store, 5);
        }
        AtomicInteger released = new AtomicInteger();
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            assertThatThrownBy(
                            () ->
                                    store.save(
                                            5,
                                            CheckpointFixture.snapshot(5),
                                            released::incrementAndGet))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("checkpoint 5 follows 5");
        }
        assertThat(released).hasValue(1);
    }

    @Test
    void callerGoesOnWhileASnapshotIsWrittenAndWaitsWithTheNext() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        AtomicInteger released = new AtomicInteger();
        SteppedFiles files =
                new SteppedFiles(
                        step -> {
                            if (step.equals("force 0000000001.safetensors.part")) {
                                await(disk);
                            }
                        });
        try (CheckpointStore store = CheckpointFixture.open(folder, files)) {
            // Would never return if it waited for the disk.
            store.save(1, CheckpointFixture.snapshot(1), released::incrementAndGet);
            assertThat(released).hasValue(0);
            CompletableFuture<Void> next =
                    CompletableFuture.runAsync(
                            () -> {
                                store.save(
                                        2,
                                        CheckpointFixture.snapshot(2),
                                        released::incrementAndGet);
                                assertThat(released.get()).isPositive();
                            });
            assertThat(next).isNotDone();
            disk.countDown();
            next.get();
            assertThat(CheckpointFixture.newest(store)).isEqualTo(2);
            assertThat(released).hasValue(2);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void failedSaveIsSaidAtTheNextWhichIsReleasedAndThenWorks() throws IOException {
        AtomicInteger released = new AtomicInteger();
        SteppedFiles files =
                new SteppedFiles(
                        step -> {
                            if (step.contains("0000000001")) {
                                throw new IOException("broken");
                            }
                        });
        try (CheckpointStore store = CheckpointFixture.open(folder, files)) {
            store.save(1, CheckpointFixture.snapshot(1), released::incrementAndGet);
            assertThatThrownBy(
                            () ->
                                    store.save(
                                            2,
                                            CheckpointFixture.snapshot(2),
                                            released::incrementAndGet))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("checkpoint 1 cannot be written: broken");
            assertThat(released).hasValue(2);
            store.save(2, CheckpointFixture.snapshot(2), released::incrementAndGet);
            assertThat(CheckpointFixture.newest(store)).isEqualTo(2);
        }
        assertThat(released).hasValue(3);
    }

    @Test
    void closedStoreTakesNothingAndReleases() {
        AtomicInteger released = new AtomicInteger();
        CheckpointStore store = CheckpointFixture.open(folder);
        store.close();
        store.close();
        assertThatThrownBy(
                        () ->
                                store.save(
                                        1,
                                        CheckpointFixture.snapshot(1),
                                        released::incrementAndGet))
                .isInstanceOf(IllegalStateException.class);
        assertThat(released).hasValue(1);
    }

    @Test
    void tensorOfTheWrongLengthIsAMistakeOfTheCallerAndLeavesNothing() throws IOException {
        var tensor = new Tensor("a", TensorType.F32, new Shape(2), () -> ByteBuffer.allocate(7));
        try (CheckpointStore store = CheckpointFixture.open(folder)) {
            store.save(1, new Snapshot("{}", List.of(tensor)), () -> {});
            assertThatThrownBy(store::flush)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a gave 7 bytes for 8");
            assertThat(CheckpointFixture.files(folder)).isEmpty();
        }
    }
}
