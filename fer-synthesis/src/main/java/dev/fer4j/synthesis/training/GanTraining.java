package dev.fer4j.synthesis.training;

import ai.djl.ndarray.NDManager;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.train.ResumableTraining.Checkpoints;
import dev.fer4j.train.checkpoint.CheckpointStore;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.checkpoint.Saved;
import dev.fer4j.train.checkpoint.Snapshot;
import dev.fer4j.train.loader.ImageSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Trains a generator and its discriminator on images (Karras et al. 2020a, 2020b).
 *
 * <p>With checkpoints it resumes where it stopped, bit for bit, however its process ended: on one
 * machine, with the same versions and number of threads. A finished training continues if more
 * images are planned.
 */
public final class GanTraining {

    /** How often the probability of augmentation is adapted, in steps (Karras et al. 2020b). */
    private static final int ADAPTED_EVERY = 4;

    private static final int SAMPLES = 32;
    private static final int COLUMNS = 8;

    /** Images that the distance is measured on. */
    private static final int MEASURED = 512;

    private final GanPlan plan;
    private final Seed seed;
    private final GanOptions options;
    private final RealImages real;
    private final GanNetworks networks;
    private final List<String> resumedDespite = new ArrayList<>();

    private long steps;
    private double augmentation;
    private double signs;
    private int signSteps;
    private RowMeans means = RowMeans.EMPTY;
    private List<GanHistory.Row> rows = new ArrayList<>();
    private long lastKept = System.nanoTime();
    private long lastKeptStep = -1;

    private GanTraining(GanPlan plan, List<Sample> samples, Seed seed, GanOptions options) {
        this.plan = plan;
        this.seed = seed;
        this.options = options;
        this.augmentation = plan.augmentation().start();
        this.real =
                new RealImages(
                        ImageSource.of(
                                options.imageFolder(),
                                plan.network().resolution(),
                                options.progress()),
                        samples,
                        plan.mirrored(),
                        seed.derive("real"));
        this.networks =
                new GanNetworks(
                        NDManager.newBaseManager(plan.device().resolve(), "PyTorch"),
                        plan,
                        seed.derive("networks"));
    }

    /**
     * Trains, or resumes.
     *
     * @param samples training images of any size, at least one; they are squeezed to squares of the
     *     network's resolution
     * @return open, to be closed by the caller
     * @throws InputException if an image cannot be read, or all checkpoints are damaged
     * @throws dev.fer4j.core.PlanException if the newest checkpoint is of another training, naming
     *     each difference
     * @throws dev.fer4j.core.OutputException if a checkpoint cannot be written; the ones before are
     *     as they were
     * @throws dev.fer4j.train.TrainingException if a value becomes non-finite
     */
    public static GanRun run(GanPlan plan, List<Sample> samples, Seed seed, GanOptions options) {
        plan.device().requirePresent();
        RunIdentity identity = GanIdentity.of(plan, samples, seed);
        GanTraining training = new GanTraining(plan, samples, seed, options);
        boolean ended = false;
        try {
            GanRun run =
                    options.checkpoints().isPresent()
                            ? training.resumed(options.checkpoints().get(), identity)
                            : training.train(Optional.empty());
            ended = true;
            return run;
        } finally {
            if (!ended) {
                training.networks.close();
            }
        }
    }

    private GanRun resumed(Checkpoints checkpoints, RunIdentity identity) {
        try (CheckpointStore store =
                CheckpointStore.open(checkpoints.folder(), identity, checkpoints.settings())) {
            Optional<Saved> newest = store.newest();
            if (newest.isEmpty() && !store.skipped().isEmpty()) {
                throw new InputException(
                        new Problem(
                                Problem.Kind.DAMAGED,
                                checkpoints.folder().toString(),
                                "none of its checkpoints can be used; the newest: "
                                        + store.skipped().get(0).message(),
                                "restore it from a copy, or delete the folder to start again"));
            }
            if (newest.isPresent()) {
                try (Saved saved = newest.get()) {
                    resumedDespite.addAll(saved.resumedDespite());
                    resumedDespite.addAll(saved.identity().differences(identity));
                    restore(saved);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                options.listener().resumed(new GanHistory(rows));
            }
            return train(Optional.of(store));
        }
    }

    private void restore(Saved saved) {
        GanState state = Json.parse(saved.state(), GanState.class, "checkpoint " + saved.number());
        networks.restore(state.networks(), saved::bytes);
        steps = state.steps();
        lastKeptStep = steps;
        augmentation = state.augmentation();
        signs = state.signs();
        signSteps = state.signSteps();
        means = state.means();
        rows = new ArrayList<>(state.history().rows());
    }

    private GanRun train(Optional<CheckpointStore> store) {
        long start = System.nanoTime();
        long first = steps;
        while (steps < plan.steps()) {
            if (options.stopRequested().getAsBoolean()) {
                keep(store);
                return end(GanRun.Ending.STOPPED);
            }
            step();
            if (isRowDue()) {
                endRow();
                keep(store);
            } else if (isKeepingDue()) {
                keep(store);
            }
            options.progress().update(progress((System.nanoTime() - start) / 1e9, first));
        }
        keep(store);
        return end(GanRun.Ending.COMPLETED);
    }

    private GanRun end(GanRun.Ending ending) {
        return new GanRun(
                networks,
                networks.averaged(networks.manager()),
                new GanHistory(rows),
                ending,
                resumedDespite);
    }

    private void step() {
        GanStep step = networks.step(steps, real, augmentation, seed.derive("step", steps));
        means = means.with(step);
        signs += step.realSigns();
        signSteps++;
        steps++;
        if (signSteps == ADAPTED_EVERY) {
            augmentation =
                    plan.augmentation()
                            .next(augmentation, signs / signSteps, (long) signSteps * plan.batch());
            signs = 0;
            signSteps = 0;
        }
    }

    private long images() {
        return steps * plan.batch();
    }

    /** When this many images were seen since the last row, and at the end. */
    private boolean isRowDue() {
        return images() / plan.every() > (images() - plan.batch()) / plan.every()
                || steps == plan.steps();
    }

    private void endRow() {
        try (NDManager scratch = networks.manager().newSubManager()) {
            Generator averaged = networks.averaged(scratch);
            Optional<Double> distance =
                    options.distance()
                            .map(
                                    measure ->
                                            measure.applyAsDouble(
                                                    images(averaged, "measured", MEASURED)));
            rows.add(means.row(images(), networks.numbers().path(), augmentation, distance));
            means = RowMeans.EMPTY;
            List<RgbImage> samples = images(averaged, "samples", SAMPLES);
            options.listener()
                    .rowEnded(new GanHistory(rows), ContactSheet.ofOwnSize(samples, COLUMNS, 0));
        }
    }

    /** Of the same latents whenever it is asked. */
    private List<RgbImage> images(Generator averaged, String purpose, int count) {
        return new ImageGenerator(averaged, Truncation.NONE)
                .images(LongStream.range(0, count).mapToObj(i -> seed.derive(purpose, i)).toList());
    }

    private boolean isKeepingDue() {
        return options.checkpoints()
                .filter(kept -> System.nanoTime() - lastKept >= kept.every().toNanos())
                .isPresent();
    }

    private void keep(Optional<CheckpointStore> store) {
        if (store.isEmpty() || steps == lastKeptStep) {
            return;
        }
        GanState state =
                new GanState(
                        steps,
                        augmentation,
                        signs,
                        signSteps,
                        means,
                        networks.numbers(),
                        new GanHistory(rows));
        store.get().save(steps, new Snapshot(Json.line(state), networks.tensors()), () -> {});
        // The weights must stay as they are until they are written.
        store.get().flush();
        lastKept = System.nanoTime();
        lastKeptStep = steps;
    }

    private Progress progress(double seconds, long first) {
        return new Progress(
                "training StyleGAN2",
                images(),
                plan.steps() * plan.batch(),
                String.format(
                        Locale.ROOT,
                        "%.1f images/s, augmentation %.2f",
                        (steps - first) * plan.batch() / seconds,
                        augmentation));
    }
}
