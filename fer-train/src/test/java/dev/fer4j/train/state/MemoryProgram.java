package dev.fer4j.train.state;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.train.MemoryCourse;
import dev.fer4j.train.Pictures;
import dev.fer4j.train.Training;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.checkpoint.CheckpointStore;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.checkpoint.Snapshot;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.model.TestModel;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Works with a small network, and prints after each piece of work how many kilobytes are resident
 * and how many arrays the engine manages.
 *
 * <p>Arguments: the name of a {@link MemoryCourse.Work}, a folder, how many pieces.
 */
public final class MemoryProgram {

    private static final int IMAGES = 40;
    private static final int BATCH = 2;
    private static final int STEPS_OF_AN_EPOCH = IMAGES / BATCH;

    /** As many threads predict a batch each in a piece of work. */
    private static final int THREADS = MemoryCourse.THREADS;

    private MemoryProgram() {}

    public static void main(String[] args)
            throws IOException, InterruptedException, ExecutionException {
        Path folder = Path.of(args[1]);
        int pieces = Integer.parseInt(args[2]);
        switch (MemoryCourse.Work.valueOf(args[0])) {
            case STEPS -> train(folder, pieces);
            case PREDICTIONS -> predict(folder, pieces);
            case SAVES -> save(folder, pieces);
        }
    }

    private static TrainingPlan plan(int steps) {
        int epochs = (steps + STEPS_OF_AN_EPOCH - 1) / STEPS_OF_AN_EPOCH;
        return TrainingPlan.small()
                .withBackbone(MiniXception.defaults().withWidth(0.25))
                .withInputSize(48)
                .withBatchSize(BATCH)
                .withEpochs(epochs)
                .withPatience(epochs)
                .withOptimization(
                        TrainingPlan.small()
                                .optimization()
                                .withAccumulation(2)
                                .withClipNorm(1)
                                .withAverageDecay(0.9));
    }

    /** A state is taken and let go in every tenth step. */
    private static void train(Path folder, int steps) throws IOException {
        AtomicLong offers = new AtomicLong();
        run(
                folder,
                steps,
                (position, state) -> {
                    if (offers.incrementAndGet() % 10 == 0) {
                        state.get().close();
                    }
                    if (position.occasion() == StateSink.Occasion.STEP) {
                        print();
                    }
                });
    }

    private static void save(Path folder, int saves) throws IOException {
        RunIdentity identity = new RunIdentity(ImmutableSortedMap.of());
        try (CheckpointStore store =
                CheckpointStore.open(
                        folder.resolve("checkpoints"), identity, Settings.defaults())) {
            AtomicLong number = new AtomicLong(store.numbers().stream().findFirst().orElse(0L));
            run(
                    folder,
                    saves,
                    (position, state) -> {
                        if (position.occasion() == StateSink.Occasion.STEP) {
                            CapturedState captured = state.get();
                            store.save(
                                    number.incrementAndGet(),
                                    new Snapshot(captured.json(), captured.tensors()),
                                    captured::close);
                            store.flush();
                            print();
                        }
                    });
        }
    }

    private static void run(Path folder, int steps, StateSink sink) throws IOException {
        Training.run(
                        plan(steps),
                        Pictures.compose(folder, IMAGES),
                        new Seed(1),
                        TrainingOptions.defaults().withSink(sink))
                .close();
    }

    private static void predict(Path folder, int pieces)
            throws IOException, InterruptedException, ExecutionException {
        List<RgbImage> pictures = TestModel.pictures(2);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Predictor predictor = Predictor.open(TestModel.write(folder), DeviceChoice.CPU)) {
            for (int piece = 0; piece < pieces; piece++) {
                List<Future<?>> batches =
                        IntStream.range(0, THREADS)
                                .<Future<?>>mapToObj(
                                        thread -> threads.submit(() -> predictor.predict(pictures)))
                                .toList();
                for (Future<?> batch : batches) {
                    batch.get();
                }
                print();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void print() {
        try {
            System.out.println(MemoryCourse.line());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
