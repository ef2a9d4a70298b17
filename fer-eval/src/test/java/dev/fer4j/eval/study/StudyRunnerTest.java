package dev.fer4j.eval.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.core.io.PredictionsFile;
import dev.fer4j.eval.MadeUpStudy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyRunnerTest {

    private static final StudyPlan PLAN = MadeUpStudy.PAPER_PLAN;

    @TempDir Path folder;

    private final List<String> ran = new ArrayList<>();

    private CellResult train(Cell cell) {
        ran.add(cell.condition().id());
        return MadeUpStudy.result(cell, 0.5, 3);
    }

    private StudyResult run(String fingerprint) throws IOException {
        ran.clear();
        return new StudyRunner(PLAN, folder, fingerprint).run(this::train, ProgressListener.none());
    }

    @Test
    void runsEveryCellOnceAndKeepsItsFiles() throws IOException {
        StudyResult result = run("a");

        assertThat(ran).containsExactly("baseline", "baseline-youtube", "baseline-stylegan2");
        assertThat(result.reused()).isZero();
        for (String name : ran) {
            assertThat(folder.resolve("predictions/" + name + "-validate.jsonl")).exists();
            assertThat(folder.resolve("predictions/" + name + "-test.jsonl")).exists();
            assertThat(folder.resolve("history/" + name + ".csv")).exists();
            assertThat(folder.resolve("cells/" + name + ".json")).exists();
        }
        assertThat(PredictionsFile.read(folder.resolve("predictions/baseline-test.jsonl")))
                .isEqualTo(result.cells().get(0).test());
    }

    @Test
    void progressHasTheNameOfItsTask() throws IOException {
        Set<String> tasks = new TreeSet<>();
        new StudyRunner(MadeUpStudy.PAPER_PLAN, folder, "a")
                .withTask("a check")
                .run(
                        cell -> MadeUpStudy.result(cell, 0, 1),
                        progress -> tasks.add(progress.task()));

        assertThat(tasks).containsExactly("a check");
    }

    @Test
    void aFinishedStudyIsReadAndNotRun() throws IOException {
        StudyResult first = run("a");
        StudyResult second = run("a");

        assertThat(ran).isEmpty();
        assertThat(second.reused()).isEqualTo(3);
        assertThat(second.cells()).isEqualTo(first.cells());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predictions/baseline-youtube-validate.jsonl",
                "predictions/baseline-youtube-test.jsonl",
                "history/baseline-youtube.csv",
                "cells/baseline-youtube.json"
            })
    void aMissingFileRunsItsCellAgain(String file) throws IOException {
        StudyResult first = run("a");
        Files.delete(folder.resolve(file));

        StudyResult second = run("a");

        assertThat(ran).containsExactly("baseline-youtube");
        assertThat(second.reused()).isEqualTo(2);
        assertThat(second.cells()).isEqualTo(first.cells());
        assertThat(run("a").reused()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predictions/baseline-youtube-validate.jsonl",
                "predictions/baseline-youtube-test.jsonl",
                "history/baseline-youtube.csv"
            })
    void aDamagedFileRunsItsCellAgain(String file) throws IOException {
        run("a");
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve(file), bytes);

        run("a");

        assertThat(ran).containsExactly("baseline-youtube");
        assertThat(run("a").reused()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"version\":1}", "not json"})
    void anUnreadableMarkerRunsItsCellAgain(String content) throws IOException {
        run("a");
        Files.writeString(folder.resolve("cells/baseline.json"), content);

        run("a");

        assertThat(ran).containsExactly("baseline");
        assertThat(run("a").testEvaluations()).containsExactly(2, 1, 1);
    }

    @Test
    void anotherFingerprintRunsEverythingAgain() throws IOException {
        run("a");
        StudyResult other = run("b");

        assertThat(ran).hasSize(3);
        assertThat(other.reused()).isZero();
        assertThat(run("b").reused()).isEqualTo(3);
    }

    @Test
    void aConditionOfTheSameNameThatIsMixedOtherwiseIsRunAgain() throws IOException {
        run("a");
        List<Condition> mixed = new ArrayList<>(PLAN.conditions());
        mixed.replaceAll(
                condition ->
                        condition.equals(Condition.BASELINE_YOUTUBE)
                                ? condition.withMix(TrainingMix.ALL.withCap("youtube", 100))
                                : condition);
        ran.clear();

        StudyResult other =
                new StudyRunner(new StudyPlan(mixed, PLAN.splits(), PLAN.seeds()), folder, "a")
                        .run(this::train, ProgressListener.none());

        assertThat(ran).containsExactly("baseline-youtube");
        assertThat(other.reused()).isEqualTo(2);
        run("a");
        assertThat(ran).containsExactly("baseline-youtube");
    }

    @Test
    void theMarkerCountsHowOftenTheTestSplitWasPredicted() throws IOException {
        run("a");
        assertThat(marker()).contains("\"testEvaluations\" : 1");
        run("a");
        assertThat(marker()).contains("\"testEvaluations\" : 1");
        run("b");
        assertThat(marker()).contains("\"testEvaluations\" : 2");
    }

    private String marker() throws IOException {
        return Files.readString(folder.resolve("cells/baseline.json"), StandardCharsets.UTF_8);
    }

    @Test
    void anInterruptedStudyGoesOnWhereItWas() throws IOException {
        StudyRunner study = new StudyRunner(PLAN, folder, "a");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                study.run(
                                        cell -> {
                                            if (cell.condition()
                                                    .equals(Condition.BASELINE_STYLEGAN2)) {
                                                throw new IOException("disk full");
                                            }
                                            return train(cell);
                                        },
                                        ProgressListener.none()));

        StudyResult result = run("a");

        assertThat(ran).containsExactly("baseline-stylegan2");
        assertThat(result.reused()).isEqualTo(2);
    }

    @Test
    void tellsWhatIsFinishedBeforeAnythingIsRun() throws IOException {
        run("a");
        Files.delete(folder.resolve("history/baseline.csv"));
        List<Progress> updates = new ArrayList<>();

        new StudyRunner(PLAN, folder, "a").run(this::train, updates::add);

        assertThat(updates)
                .containsExactly(
                        new Progress("study", 1, 3, "baseline-youtube was already finished"),
                        new Progress("study", 2, 3, "baseline-stylegan2 was already finished"),
                        new Progress(
                                "study", 2, 3, "running: baseline; remaining time not known yet"),
                        new Progress("study", 3, 3, "baseline finished"));
    }

    @Test
    void aPlanThatGrowsGoesOn() throws IOException {
        run("a");
        ran.clear();

        StudyResult grown =
                new StudyRunner(PLAN.withSeeds(2), folder, "a")
                        .run(this::train, ProgressListener.none());

        assertThat(grown.reused()).isEqualTo(3);
        assertThat(ran).containsExactly("baseline", "baseline-youtube", "baseline-stylegan2");
        assertThat(run("a").reused()).isEqualTo(3);
        StudyResult shrunk =
                new StudyRunner(PLAN.withSeeds(2).withSeeds(1), folder, "a")
                        .run(this::train, ProgressListener.none());
        assertThat(shrunk.reused()).isEqualTo(3);
    }

    @Test
    void aPlanThatShrinksReadsWhatItHas() throws IOException {
        StudyResult two =
                new StudyRunner(PLAN.withSeeds(2), folder, "a")
                        .run(this::train, ProgressListener.none());
        ran.clear();

        StudyResult one = run("a");

        assertThat(ran).isEmpty();
        assertThat(one.cells())
                .containsExactly(two.cells().get(0), two.cells().get(2), two.cells().get(4));
    }

    @Test
    void keepsPredictionsOfHeldOutPeople() throws IOException {
        StudyPlan plan = PLAN.withSeen(new HeldOutPeople(20, new Seed(7)));
        StudyResult first =
                new StudyRunner(plan, folder, "a").run(this::train, ProgressListener.none());
        assertThat(folder.resolve("predictions/baseline-seen.jsonl")).exists();

        StudyResult second =
                new StudyRunner(plan, folder, "a").run(this::train, ProgressListener.none());

        assertThat(second.reused()).isEqualTo(3);
        assertThat(second.cells()).isEqualTo(first.cells());
        assertThat(second.cells().get(0).seen().orElseThrow().size()).isEqualTo(200);

        Files.delete(folder.resolve("predictions/baseline-seen.jsonl"));
        ran.clear();
        new StudyRunner(plan, folder, "a").run(this::train, ProgressListener.none());
        assertThat(ran).containsExactly("baseline");

        run("a");
        assertThat(folder.resolve("predictions/baseline-seen.jsonl")).doesNotExist();
    }

    @Test
    void tellsHowOftenTestSplitsWerePredicted() throws IOException {
        assertThat(run("a").testStatement())
                .isEqualTo("Every training predicted its test split once, after it had ended.");
        Files.delete(folder.resolve("history/baseline.csv"));

        StudyResult again = run("a");

        assertThat(again.testEvaluations()).containsExactly(2, 1, 1);
        assertThat(run("a").testStatement())
                .isEqualTo(again.testStatement())
                .startsWith("2 of 3 trainings predicted their test split once")
                .contains("baseline was trained and tested 2 times in this folder");
    }

    @Test
    void refusesTheResultOfAnotherCell() {
        CellResult other = MadeUpStudy.result(PLAN.cells().get(1), 0, 1);

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                new StudyRunner(PLAN, folder, "a")
                                        .run(cell -> other, ProgressListener.none()))
                .withMessageContaining("asked for cell baseline_");
    }

    @Test
    void refusesSamplesThatStandInTwoSplits() {
        assertRefused(
                cell -> {
                    CellResult good = MadeUpStudy.result(cell, 0, 1);
                    return new CellResult(
                            cell, good.history(), good.validation(), good.validation());
                },
                "sample p0-r0-0 as validation and as test prediction");
    }

    @Test
    void refusesSamplesThatArePredictedTwice() {
        assertRefused(
                cell -> {
                    CellResult good = MadeUpStudy.result(cell, 0, 1);
                    List<Prediction> twice = new ArrayList<>(good.test().all());
                    twice.addAll(good.test().all());
                    return new CellResult(
                            cell, good.history(), good.validation(), new Predictions(twice));
                },
                "sample test-p0-r0-0 as test and as test prediction");
    }

    @Test
    void refusesHeldOutPeopleThatNobodyAskedForAndTheirAbsence() {
        assertRefused(
                cell -> {
                    CellResult good = MadeUpStudy.result(cell, 0, 1);
                    return new CellResult(cell, good.history(), good.validation(), good.test())
                            .withSeen(good.test());
                },
                "people were not to be held out, and there are 400 predictions");
        StudyPlan plan = PLAN.withSeen(new HeldOutPeople(20, new Seed(7)));
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                new StudyRunner(plan, folder, "a")
                                        .run(
                                                cell -> {
                                                    CellResult good =
                                                            MadeUpStudy.result(cell, 0, 1);
                                                    return new CellResult(
                                                            cell,
                                                            good.history(),
                                                            good.validation(),
                                                            good.test());
                                                },
                                                ProgressListener.none()))
                .withMessageContaining("people were to be held out, and there are 0 predictions");
    }

    private void assertRefused(CellRunner runner, String message) {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                new StudyRunner(PLAN, folder, "a")
                                        .run(runner, ProgressListener.none()))
                .withMessageContaining(message);
        assertThat(folder.resolve("cells")).doesNotExist();
    }
}
