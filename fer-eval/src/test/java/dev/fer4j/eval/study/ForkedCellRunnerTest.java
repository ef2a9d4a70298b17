package dev.fer4j.eval.study;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.eval.MadeUpStudy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes, really killed. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class ForkedCellRunnerTest {

    private static final StudyPlan PLAN = ForkParent.PLAN;
    private static final Cell CELL = PLAN.cells().get(0);

    @TempDir Path folder;

    private ForkedCellRunner runner(String what) {
        return new ForkedCellRunner(ForkProgram.command(what, folder), folder);
    }

    private ForkedCellRunner shell(String script) {
        return new ForkedCellRunner(List.of("sh", "-c", script, "sh"), folder);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aStudyInProcessesIsTheStudyInThisOne() throws IOException {
        StudyPlan plan = PLAN.withSeeds(2).withSeen(new HeldOutPeople(20, new Seed(7)));
        List<Progress> updates = Collections.synchronizedList(new ArrayList<>());
        ForkedCellRunner runner =
                runner("train")
                        .withParallelism(2)
                        .withEnvironment(place -> Map.of("PLACE", "" + place))
                        .withListener(updates::add);

        StudyResult forked =
                new StudyRunner(plan, folder.resolve("a"), "a")
                        .run(runner, ProgressListener.none());

        StudyResult here =
                new StudyRunner(plan, folder.resolve("b"), "a")
                        .run(cell -> MadeUpStudy.result(cell, 0.5, 2), ProgressListener.none());
        assertThat(forked).isEqualTo(here);
        assertThat(updates.stream().map(Progress::task))
                .containsExactlyInAnyOrderElementsOf(
                        plan.cells().stream().map(cell -> "made up [" + cell.id() + "]").toList());
        assertThat(updates.stream().map(Progress::note).distinct())
                .allMatch(note -> note.equals("place 0") || note.equals("place 1"));
        assertThat(files())
                .allMatch(name -> List.of("a", "b").contains(name) || name.endsWith(".log"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unset",
            value = {
                "unset, GPUS=0 1 2",
                "'3,5,7', GPUS=3 5 7",
                "'2, GPU-8a1f', GPUS=2 GPU-8a1f 2",
                "'', 'GPUS=  '"
            })
    void slotsGetTheGpusThatAreVisibleHere(String visible, String expected) {
        IntFunction<Map<String, String>> environment =
                new ForkedCellRunner(List.of("x"), folder)
                        .withEnvironment(Map.of("OMP_NUM_THREADS", "3"))
                        .withGpuEach(Optional.ofNullable(visible))
                        .environment();
        assertThat(environment.apply(1)).containsEntry("OMP_NUM_THREADS", "3");
        assertThat(
                        "GPUS="
                                + IntStream.range(0, 3)
                                        .mapToObj(environment)
                                        .map(variables -> variables.get("CUDA_VISIBLE_DEVICES"))
                                        .collect(joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void whatIsPrintedGoesToTheLogAndProgressToTheListener() throws IOException {
        List<Progress> updates = new ArrayList<>();

        CellResult result = runner("chat").withListener(updates::add).run(CELL);

        assertThat(result).isEqualTo(MadeUpStudy.result(CELL, 0.5, 2));
        assertThat(updates)
                .containsExactly(
                        new Progress("made up [" + CELL.id() + "]", 1, 2, "chatting: grüße"));
        assertThat(folder.resolve(CELL.id() + ".log"))
                .hasContent("on standard output: grüße\non standard error");
    }

    @Test
    void aFailureIsToldInTheUsersWordsAndWithTheEndOfTheLog() {
        CellProcessException failure = failure(runner("fail"));

        assertThat(failure.status()).isEqualTo(1);
        assertThat(failure.log()).isEqualTo(folder.resolve(CELL.id() + ".log"));
        assertThat(failure)
                .hasMessageStartingWith(
                        CELL.id()
                                + ": its process ended with status 1, and said: a.png: is gone"
                                + " (bring it back); its log "
                                + failure.log()
                                + " ends with\n    ")
                .hasMessageContaining("\tat dev.fer4j.eval.study.ForkProgram");
    }

    private CellProcessException failure(ForkedCellRunner runner) {
        return catchThrowableOfType(CellProcessException.class, () -> runner.run(CELL));
    }

    @Test
    void aCrashIsToldByItsStatus() {
        assertThat(failure(runner("crash")))
                .hasMessageContaining("ended with status 3; its log")
                .hasMessageContaining("ends with\n    about to crash");
        assertThat(failure(runner("killed")))
                .hasMessageContaining("status 137 (killed, perhaps for lack of memory")
                .hasMessageContaining("it wrote nothing to its log");
    }

    @Test
    void eachAttemptIsToldByItsOwnPartOfTheLog() throws IOException {
        failure(shell("echo first >&2; exit 4"));
        CellProcessException second = failure(shell("echo second; exit 5"));

        assertThat(second).hasMessageContaining("second").hasMessageNotContaining("first");
        assertThat(second.log()).hasContent("first\nsecond");
        assertThat(files()).containsExactly(CELL.id() + ".log");
    }

    @Test
    void aLongLogIsToldByItsLastLines() {
        CellProcessException failure =
                failure(
                        shell(
                                "i=0; while [ $i -lt 3000 ]; do echo line $i >&2; i=$((i+1)); done;"
                                        + " exit 1"));

        assertThat(failure.getMessage().lines().count()).isEqualTo(13);
        assertThat(failure).hasMessageEndingWith("line 2998\n    line 2999");
    }

    @Test
    void aProcessThatForgetsItsCellIsToldSo() {
        assertThat(failure(runner("forget")))
                .hasMessageContaining("ended without a result")
                .hasMessageContaining("CellMain.run");
    }

    @Test
    void theResultOfAnotherCellIsRefused() {
        assertThat(failure(runner("other"))).hasMessageContaining("asked for cell " + CELL.id());
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(
                        () -> new ForkedCellRunner(List.of("no-such-program"), folder).run(CELL))
                .withMessageContaining("no-such-program");
    }

    @Test
    void aListenerThatThrowsEndsTheProcess() throws IOException {
        Files.createFile(ForkProgram.lock(folder, CELL));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                runner("wait")
                                        .withListener(
                                                progress -> {
                                                    throw new IllegalArgumentException("made up");
                                                })
                                        .run(CELL))
                .withMessage("made up");

        assertHasEnded(CELL);
    }

    @Test
    void theEnvironmentIsTheCallers() {
        assertThat(
                        failure(
                                shell("echo threads $OMP_NUM_THREADS >&2; exit 1")
                                        .withEnvironment(Map.of("OMP_NUM_THREADS", "3"))))
                .hasMessageEndingWith("threads 3");
    }

    @Test
    void whatAKilledParentLeftIsRemoved() throws IOException {
        Path old = folder.resolve("." + CELL.id() + "-123");
        OwnedFolder.mark(old, OwnedFolder.Content.RESULTS);
        WholeFile.writeString(old.resolve("result/part.json"), "{}");
        Files.createDirectories(folder.resolve("." + CELL.id() + "0-123"));
        Path theirs = Files.createDirectories(folder.resolve("." + CELL.id() + "-notes"));
        Files.writeString(theirs.resolve("a.txt"), "mine");

        failure(shell("exit 1"));

        assertThat(files())
                .containsExactlyInAnyOrder(
                        "." + CELL.id() + "0-123", "." + CELL.id() + "-notes", CELL.id() + ".log");
        assertThat(theirs.resolve("a.txt")).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "stay"})
    void interruptionEndsTheProcess(String what) throws Exception {
        interrupt(runner(what));

        assertHasEnded(CELL);
        assertThat(files()).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void interruptionEndsWhatAWrapperStarted() throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; exit $?", "sh"));
        command.addAll(ForkProgram.command("stay", folder));

        // Neither the end of its input nor a request ends it: that takes force.
        interrupt(
                new ForkedCellRunner(command, folder)
                        .withLifetime(ForkedCellRunner.Lifetime.OF_WORK));

        assertHasEnded(CELL);
    }

    private void interrupt(ForkedCellRunner runner) throws Exception {
        Files.createFile(ForkProgram.lock(folder, CELL));
        CountDownLatch holding = new CountDownLatch(1);
        Interrupted running =
                Interrupted.start(
                        () ->
                                runner.withGrace(Duration.ofMillis(1))
                                        .withListener(progress -> holding.countDown())
                                        .run(CELL));
        holding.await();

        running.interrupt();

        assertThat(running.thrown()).isInstanceOf(CancellationException.class);
        assertThat(running.mark()).isTrue();
    }

    /** Waits, if need be, until no process holds the cell's file. */
    private void assertHasEnded(Cell cell) throws IOException {
        try (FileChannel channel =
                FileChannel.open(ForkProgram.lock(folder, cell), StandardOpenOption.WRITE)) {
            assertThat(channel.lock().isValid()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"wait, kill", "wait, term", "stay, kill"})
    void processesEndWithTheirParent(String what, String signal) throws Exception {
        for (Cell cell : PLAN.cells()) {
            Files.createFile(ForkProgram.lock(folder, cell));
        }
        Process parent =
                new ProcessBuilder(
                                ForkedCellRunner.javaCommand(
                                        ForkParent.class,
                                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                                        what,
                                        folder.toString()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("holding");
            assertThat(output.readLine()).isEqualTo("holding");
            if (signal.equals("kill")) {
                parent.destroyForcibly();
            } else {
                parent.destroy();
            }
            parent.waitFor();
        }

        for (Cell cell : PLAN.cells()) {
            assertHasEnded(cell);
        }
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForkedCellRunner(List.of(), folder));
        assertThatIllegalArgumentException().isThrownBy(() -> runner("train").withParallelism(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> runner("train").withGrace(Duration.ofMillis(-1)));
    }
}
