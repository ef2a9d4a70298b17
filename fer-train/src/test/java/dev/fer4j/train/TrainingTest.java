package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.pytorch.jni.JniUtils;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.Sampling;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(
                            Xception.FULL
                                    .withWidth(0.125)
                                    .withMiddleRepeats(1)
                                    .withBatchNormMomentum(0.5))
                    .withInputSize(71)
                    .withBatchSize(8)
                    .withEpochs(3);

    @TempDir private Path folder;

    private Composition composition;

    @BeforeEach
    void drawPictures() throws IOException {
        composition = Pictures.compose(folder, 24);
    }

    private TrainingRun train(TrainingPlan plan, long seed) {
        return Training.run(plan, composition, new Seed(seed), ProgressListener.none());
    }

    @Test
    void learnsWhatIsPlainToSee() {
        try (TrainingRun run = train(PLAN.withEpochs(6), 1)) {
            assertThat(run.history().best().validationAccuracy()).isGreaterThan(0.9);
            Predictions test = run.model().predict(composition.samples(Split.TEST));
            long right =
                    test.all().stream()
                            .filter(p -> (p.probability() >= 0.5) == (p.label().asTarget() == 1))
                            .count();
            assertThat(right).isGreaterThanOrEqualTo(22);
        }
    }

    @Test
    void sameSeedGivesTheSamePredictionsToTheLastBit() {
        Predictions first;
        TrainingHistory history;
        try (TrainingRun run = train(PLAN, 7)) {
            first = run.model().predict(composition.samples(Split.TEST));
            history = run.history();
        }
        try (TrainingRun run = train(PLAN, 7)) {
            assertThat(run.model().predict(composition.samples(Split.TEST))).isEqualTo(first);
            assertThat(run.history()).isEqualTo(history);
        }
        try (TrainingRun run = train(PLAN, 8)) {
            assertThat(run.model().predict(composition.samples(Split.TEST))).isNotEqualTo(first);
        }
    }

    @Test
    void threadThatDidNotLoadTheEngineGivesTheSamePredictions() throws Exception {
        Predictions here;
        try (TrainingRun run = train(PLAN, 7)) {
            here = run.model().predict(composition.samples(Split.TEST));
        }
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Predictions there =
                    thread.submit(
                                    () -> {
                                        // On by itself in a new thread, as a user would have it.
                                        JniUtils.setGradMode(true);
                                        try (TrainingRun run = train(PLAN, 7)) {
                                            return run.model()
                                                    .predict(composition.samples(Split.TEST));
                                        }
                                    })
                            .get();
            assertThat(there).isEqualTo(here);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void modelHasTheWeightsOfTheEpochWithTheLowestValidationLoss() {
        // A rate this high makes the loss jump, so that the last epoch is rarely the best.
        TrainingPlan wild =
                PLAN.withLearningRate(new LearningRate.Exponential(0.03, 1)).withEpochs(5);
        try (TrainingRun run = train(wild, 3)) {
            Predictions validation = run.model().predict(composition.samples(Split.VALIDATE));
            double loss =
                    validation.all().stream()
                            .mapToDouble(
                                    p ->
                                            -Math.log(
                                                    p.label().asTarget() == 1
                                                            ? p.probability()
                                                            : 1 - p.probability()))
                            .average()
                            .orElseThrow();
            assertThat(run.history().best().validationLoss()).isCloseTo(loss, within(1e-4));
            assertThat(run.history().epochs())
                    .allMatch(e -> e.validationLoss() >= run.history().best().validationLoss());
        }
    }

    @Test
    void stopsWhenTheValidationLossHasNotFallenForLong() {
        TrainingPlan impatient =
                PLAN.withEpochs(30)
                        .withLearningRate(new LearningRate.Exponential(0.01, 1))
                        .withPatience(1);
        try (TrainingRun run = train(impatient, 1)) {
            TrainingHistory history = run.history();
            assertThat(history.epochs()).hasSizeLessThan(30).hasSize(history.bestEpoch() + 1);
        }
    }

    @Test
    void testImagesAreNotLookedAtWhileTraining() throws IOException {
        for (Sample sample : composition.samples(Split.TEST)) {
            Files.delete(sample.file());
        }
        try (TrainingRun run = train(PLAN.withEpochs(1), 1)) {
            assertThat(run.history().epochs()).hasSize(1);
        }
    }

    @Test
    void missingImageIsNamed() throws IOException {
        Path gone = composition.samples(Split.TRAIN).get(5).file();
        Files.delete(gone);
        assertThatThrownBy(() -> train(PLAN, 1)).hasMessageContaining(gone.toString());
    }

    @Test
    void lossThatIsNoNumberStopsTrainingWithItsPlace() {
        assertThatThrownBy(
                        () ->
                                train(
                                        PLAN.withLearningRate(new LearningRate.Exponential(1e30, 1))
                                                .withEpochs(4),
                                        1))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("epoch");
    }

    @Test
    void progressCountsEveryBatchOnce() {
        List<Progress> updates = new ArrayList<>();
        try (TrainingRun run =
                Training.run(PLAN.withEpochs(2), composition, new Seed(1), updates::add)) {
            assertThat(run.history().epochs()).hasSize(2);
        }
        assertThat(updates.stream().map(Progress::done)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(updates).allMatch(p -> p.total() == 6);
        assertThat(updates.get(5).note()).contains("epoch 2/2").contains("val loss");
    }

    @Test
    void oneImageIsPredictedAsInABatch() throws IOException {
        try (TrainingRun run = train(PLAN, 1)) {
            List<Sample> samples = composition.samples(Split.TEST);
            Predictions all = run.model().predict(samples);
            double alone;
            try (Predictor predictor = run.model().predictor()) {
                alone = predictor.predict(ImageFiles.read(samples.get(3).file())).probability();
            }
            assertThat(alone).isCloseTo(all.all().get(3).probability(), within(1e-5));
        }
    }

    /** Decoded images in files, in memory, or taken from files that another training left. */
    @Test
    void whereImagesAreKeptDoesNotChangeABit() throws IOException {
        Path cache = folder.resolve("cache");
        TrainingHistory inMemory;
        Predictions predicted;
        try (TrainingRun run = train(PLAN, 7)) {
            inMemory = run.history();
            predicted = run.model().predict(composition.samples(Split.TEST));
        }
        for (int i = 0; i < 2; i++) {
            try (TrainingRun run =
                    Training.run(
                            PLAN,
                            composition,
                            new Seed(7),
                            TrainingOptions.defaults().withImageFolder(cache))) {
                assertThat(run.history()).isEqualTo(inMemory);
                assertThat(run.model().predict(composition.samples(Split.TEST)))
                        .isEqualTo(predicted);
            }
        }
        // One file for the images of each split.
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files.filter(file -> !file.endsWith(".fer4j"))).hasSize(3);
        }
    }

    @Test
    void mixedAndBalancedTrainingRepeatsItselfAndDiffersFromThePlainOne() {
        TrainingPlan mixed =
                PLAN.withBatchAugmentation(new BatchAugmentation.Mixup(0.4))
                        .withSampling(Sampling.CLASS_BALANCED);
        TrainingHistory first;
        try (TrainingRun run = train(mixed, 7)) {
            first = run.history();
        }
        try (TrainingRun again = train(mixed, 7);
                TrainingRun plain = train(PLAN, 7)) {
            assertThat(again.history()).isEqualTo(first);
            assertThat(plain.history()).isNotEqualTo(first);
        }
    }

    @Test
    void interruptionEndsTrainingAndLeavesNoThread() {
        assertThatThrownBy(
                        () ->
                                Training.run(
                                        PLAN,
                                        composition,
                                        new Seed(1),
                                        update -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        // A pool calls itself ended just before its last thread does.
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("fer4j-"))
                .allMatch(
                        thread -> {
                            Uninterruptibles.joinUninterruptibly(thread, Duration.ofSeconds(10));
                            return !thread.isAlive();
                        });
    }

    @Test
    void secondTrainingInTheSameJvmIsRefusedAndTheFirstGoesOn() {
        List<Throwable> refusals = new ArrayList<>();
        ProgressListener another =
                progress -> {
                    if (refusals.isEmpty()) {
                        Thread thread = new Thread(() -> train(PLAN, 1).close());
                        thread.setUncaughtExceptionHandler((t, e) -> refusals.add(e));
                        thread.start();
                        Uninterruptibles.joinUninterruptibly(thread);
                    }
                };
        try (TrainingRun run = Training.run(PLAN, composition, new Seed(7), another)) {
            assertThat(run.ending()).isEqualTo(TrainingRun.Ending.COMPLETED);
        }
        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(0))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("ForkedCellRunner");
    }

    @Test
    void allBadSettingsAreRefusedAtOnceWhereThePlanIsUsed() {
        TrainingPlan bad = PLAN.withEpochs(0).withInputSize(64).withBatchSize(1);
        assertThatThrownBy(() -> Training.check(bad, Optional.empty()))
                .isInstanceOfSatisfying(
                        PlanException.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(Problem::subject)
                                        .containsExactlyInAnyOrder(
                                                "epochs 0", "input size 64", "batch size 1"));
    }

    @Test
    void orderOfChangesDoesNotMatter() {
        List<Phase> phases =
                List.of(
                        Phase.headOnly(
                                MiniXception.defaults(), 2, new LearningRate.Constant(1e-3)));
        TrainingPlan one =
                TrainingPlan.small()
                        .withInputSize(48)
                        .withPhases(phases)
                        .withBackbone(MiniXception.defaults())
                        .withFrozen(Set.of("block1"))
                        .withEpochs(7);
        assertThat(
                        TrainingPlan.small()
                                .withEpochs(7)
                                .withFrozen(Set.of("block1"))
                                .withBackbone(MiniXception.defaults())
                                .withPhases(phases)
                                .withInputSize(48))
                .isEqualTo(one);
        assertThat(one.problems()).isEmpty();
        assertThat(one.epochs()).isEqualTo(2);
        assertThat(Xception.FULL.withBatchNormMomentum(0.95).withProfile(NumericsProfile.TIMM))
                .isEqualTo(
                        Xception.FULL
                                .withProfile(NumericsProfile.TIMM)
                                .withBatchNormMomentum(0.95));
    }
}
