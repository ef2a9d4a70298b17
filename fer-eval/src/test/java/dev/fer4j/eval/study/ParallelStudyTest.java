package dev.fer4j.eval.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.MadeUpStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several cells at a time. Latches, not clocks, decide what happens before what. */
@Timeout(60)
class ParallelStudyTest {

    private static final StudyPlan PLAN =
            StudyPlan.paper(Condition.STANDARD.subList(0, 3)).withRotations();

    @TempDir Path folder;

    private final List<Cell> ran = Collections.synchronizedList(new ArrayList<>());

    private CellResult train(Cell cell) {
        ran.add(cell);
        return MadeUpStudy.result(cell, 0.5, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 100})
    void resultsAndFilesAreThoseOfOneAtATime(int parallelism) throws IOException {
        Path one = folder.resolve("one");
        Path many = folder.resolve("many");
        StudyResult inOrder =
                new StudyRunner(PLAN, one, "a").run(this::train, ProgressListener.none());
        CellRunner runner = this::train;

        StudyResult result =
                new StudyRunner(PLAN, many, "a")
                        .run(runner.withParallelism(parallelism), ProgressListener.none());

        assertThat(result).isEqualTo(inOrder);
        assertThat(contents(many)).isEqualTo(contents(one)).hasSize(4 * 18);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file :
                    tree.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith(".fer4j"))
                            .toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void soManyRunAtTheSameTimeAndNeverMore() throws Exception {
        int parallelism = 3;
        // 18 cells in six rounds of three: a round ends when all three of it are there.
        CyclicBarrier together = new CyclicBarrier(parallelism);
        AtomicInteger running = new AtomicInteger();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        CellRunner runner =
                cell -> {
                    seen.add(running.incrementAndGet());
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IOException(e);
                    }
                    running.decrementAndGet();
                    return train(cell);
                };

        new StudyRunner(PLAN, folder, "a")
                .run(runner.withParallelism(parallelism), ProgressListener.none());

        assertThat(seen).contains(parallelism).allMatch(count -> count <= parallelism);
        assertThat(ran).containsExactlyInAnyOrderElementsOf(PLAN.cells());
    }

    @Test
    void oneAtATimeRunsInTheCallersThread() throws IOException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        new StudyRunner(PLAN, folder, "a")
                .run(
                        cell -> {
                            threads.add(Thread.currentThread());
                            return train(cell);
                        },
                        ProgressListener.none());

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void aFailureLetsTheOthersFinishAndBeginsNoMore() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        Cell bad = PLAN.cells().get(1);
        CellRunner runner =
                cell -> {
                    if (cell.equals(bad)) {
                        throw new IOException("disk full");
                    }
                    // The other one goes on only when the study has told of the failure.
                    await(failed);
                    return train(cell);
                };
        ProgressListener listener =
                progress -> {
                    if (progress.note().contains("failed")) {
                        failed.countDown();
                    }
                };

        assertThatThrownBy(
                        () ->
                                new StudyRunner(PLAN, folder, "a")
                                        .run(runner.withParallelism(2), listener))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");

        assertThat(ran).containsExactly(PLAN.cells().get(0));
        ran.clear();
        StudyResult rerun =
                new StudyRunner(PLAN, folder, "a").run(this::train, ProgressListener.none());
        assertThat(rerun.reused()).isEqualTo(1);
        assertThat(ran).containsExactlyElementsOf(PLAN.cells().subList(1, 18));
    }

    @Test
    void allFailuresAreToldInThePlansOrder() {
        CyclicBarrier together = new CyclicBarrier(3);
        CellRunner runner =
                cell -> {
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    if (cell.equals(PLAN.cells().get(0))) {
                        throw new InputException(
                                Problem.Kind.MISSING, "a.png", "is gone", "bring it back");
                    }
                    if (cell.equals(PLAN.cells().get(2))) {
                        throw new IOException("disk full");
                    }
                    return train(cell);
                };

        CellsFailedException failure =
                catchThrowableOfType(
                        CellsFailedException.class,
                        () ->
                                new StudyRunner(PLAN, folder, "a")
                                        .run(runner.withParallelism(3), ProgressListener.none()));

        String first = PLAN.cellName(PLAN.cells().get(0));
        String third = PLAN.cellName(PLAN.cells().get(2));
        assertThat(failure)
                .hasMessage(
                        "2 cells failed; those that finished are kept, and a rerun resumes from"
                                + " there:\n"
                                + "  - "
                                + first
                                + ": a.png: is gone (bring it back)\n  - "
                                + third
                                + ": java.io.IOException: disk full");
        assertThat(failure.failures().keySet()).containsExactly(first, third);
        assertThat(failure.getSuppressed())
                .hasExactlyElementsOfTypes(InputException.class, IOException.class);
        assertThat(ran).containsExactly(PLAN.cells().get(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void interruptionEndsWhatRunsAndBeginsNoMore(int parallelism) throws Exception {
        CountDownLatch begun = new CountDownLatch(parallelism);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        CellRunner runner =
                cell -> {
                    begun.countDown();
                    try {
                        await(never);
                    } finally {
                        ended.incrementAndGet();
                    }
                    return train(cell);
                };
        Interrupted study =
                Interrupted.start(
                        () ->
                                new StudyRunner(PLAN, folder, "a")
                                        .run(
                                                runner.withParallelism(parallelism),
                                                ProgressListener.none()));
        begun.await();

        study.interrupt();

        assertThat(study.thrown()).isInstanceOf(CancellationException.class);
        assertThat(study.mark()).isTrue();
        assertThat(ended).hasValue(parallelism);
        assertThat(ran).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatFinishesInSpiteOfAnInterruptionIsKept(int parallelism) throws Exception {
        CountDownLatch begun = new CountDownLatch(parallelism);
        // Finishes, though interrupted, with the mark set.
        CellRunner runner =
                cell -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return train(cell);
                };
        Interrupted study =
                Interrupted.start(
                        () ->
                                new StudyRunner(PLAN, folder, "a")
                                        .run(
                                                runner.withParallelism(parallelism),
                                                ProgressListener.none()));
        begun.await();

        study.interrupt();

        assertThat(study.thrown())
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("a rerun resumes");
        assertThat(study.mark()).isTrue();
        assertThat(ran).hasSize(parallelism);
        StudyResult rerun =
                new StudyRunner(PLAN, folder, "a").run(this::train, ProgressListener.none());
        assertThat(rerun.reused()).isEqualTo(parallelism);
    }

    @Test
    void errorsAreNotWrapped() {
        CyclicBarrier together = new CyclicBarrier(2);
        CellRunner runner =
                cell -> {
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    if (cell.equals(PLAN.cells().get(0))) {
                        throw new IOException("disk full");
                    }
                    throw new OutOfMemoryError("made up");
                };

        assertThatThrownBy(
                        () ->
                                new StudyRunner(PLAN, folder, "a")
                                        .run(runner.withParallelism(2), ProgressListener.none()))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void progressNeverGoesBack() throws IOException {
        List<Progress> updates = Collections.synchronizedList(new ArrayList<>());
        CellRunner runner = this::train;

        new StudyRunner(PLAN, folder, "a").run(runner.withParallelism(4), updates::add);

        assertThat(updates.stream().map(Progress::done)).isSorted().endsWith(18L);
        assertThat(updates).hasSize(36);
    }

    @Test
    void aRunnerSaysHowManyItCanRun() {
        CellRunner runner = this::train;

        assertThat(runner.parallelism()).isEqualTo(1);
        assertThat(runner.withParallelism(3).parallelism()).isEqualTo(3);
        assertThatThrownBy(() -> runner.withParallelism(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
