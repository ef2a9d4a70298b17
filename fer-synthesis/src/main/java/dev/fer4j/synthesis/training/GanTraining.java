package dev.fer4j.synthesis.training;

import static java.util.stream.Collectors.joining;

import ai.djl.ndarray.NDManager;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.NormalNumbers;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.train.checkpoint.ResumableRun;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.checkpoint.Saved;
import dev.fer4j.train.checkpoint.Snapshot;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.loader.ImageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Trains a generator and its discriminator on images (Karras et al. 2020a, 2020b).
 *
 * <p>With checkpoints, a training resumes where it stopped, however its process ended. A finished
 * training continues if more images are planned.
 *
 * <p>On a CPU, the same plan, images and seed give the same bits, resumed or not, with the same
 * versions and number of threads. On any other device, noise and the random images of path lengths
 * are computed there ({@link NormalNumbers#DEVICE}): they are other numbers than on a CPU, so that
 * the same seed gives another training. Bits would be the same in each run only with PyTorch's
 * deterministic algorithms, which a {@link GanPlan} does not ask for; without them, sums are made
 * in an order that differs from run to run, also in a training that is resumed.
 */
public final class GanTraining {

    /** How often the augmentation probability is adapted, in steps (Karras et al. 2020b). */
    private static final int ADAPTED_EVERY = 4;

    private static final int SAMPLES = 32;
    private static final int COLUMNS = 8;

    /** Number of images from which the distance is computed. */
    private static final int MEASURED = 512;

    private final GanPlan plan;
    private final List<Sample> samples;
    private final Seed seed;
    private final GanOptions options;
    private final RealImages real;
    private final GanNetworks networks;

    private long steps;
    private double augmentation;
    private double signs;
    private int signSteps;
    private RowMeans means = RowMeans.EMPTY;
    private List<GanHistory.Row> rows = new ArrayList<>();

    private GanTraining(GanPlan plan, List<Sample> samples, Seed seed, GanOptions options) {
        this.plan = plan;
        this.samples = List.copyOf(samples);
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
                        PyTorch.engine().newBaseManager(plan.device().resolve()),
                        plan,
                        seed.derive("networks"));
    }

    /**
     * Trains, or resumes a training.
     *
     * @param samples training images of any size, at least one; they are resized to squares of the
     *     network's resolution
     * @return open, to be closed by the caller
     * @throws InputException if an image cannot be read, or all checkpoints are damaged
     * @throws dev.fer4j.core.PlanException if the plan has {@link GanPlan#problems}, naming all; if
     *     the device or PyTorch's native library is missing; if another thread of this JVM is
     *     training; or if the newest checkpoint belongs to another training, naming each difference
     * @throws dev.fer4j.core.OutputException if a checkpoint cannot be written; earlier ones are
     *     unchanged
     * @throws dev.fer4j.train.TrainingException if a value becomes non-finite
     */
    public static GanRun run(GanPlan plan, List<Sample> samples, Seed seed, GanOptions options) {
        plan.requireValid();
        plan.device().requirePresent();
        return PyTorch.exclusively(() -> runAlone(plan, samples, seed, options));
    }

    private static GanRun runAlone(
            GanPlan plan, List<Sample> samples, Seed seed, GanOptions options) {
        GanTraining training = new GanTraining(plan, samples, seed, options);
        boolean ended = false;
        try {
            GanRun run = training.run(GanIdentity.of(plan, samples, seed));
            ended = true;
            return run;
        } finally {
            if (!ended) {
                training.networks.close();
            }
        }
    }

    private GanRun run(RunIdentity identity) {
        if (options.checkpoints().isEmpty()) {
            return train(Optional.empty());
        }
        try (ResumableRun kept = ResumableRun.open(options.checkpoints().get(), identity)) {
            kept.newest()
                    .ifPresent(
                            saved -> {
                                restore(saved);
                                options.listener().resumed(new GanHistory(rows));
                            });
            return train(Optional.of(kept));
        }
    }

    private void restore(Saved saved) {
        GanState state = Json.parse(saved.state(), GanState.class, "checkpoint " + saved.number());
        networks.restore(state.networks(), saved::bytes);
        steps = state.steps();
        augmentation = state.augmentation();
        signs = state.signs();
        signSteps = state.signSteps();
        means = state.means();
        rows = new ArrayList<>(state.history().rows());
    }

    private GanRun train(Optional<ResumableRun> kept) {
        long start = System.nanoTime();
        long first = steps;
        while (steps < plan.steps()) {
            if (options.stopRequested().getAsBoolean()) {
                keep(kept);
                return end(GanRun.Ending.STOPPED, kept);
            }
            step();
            if (isRowDue()) {
                endRow();
                keep(kept);
            } else if (kept.filter(ResumableRun::isDue).isPresent()) {
                keep(kept);
            }
            options.progress().update(progress((System.nanoTime() - start) / 1e9, first));
        }
        keep(kept);
        return end(GanRun.Ending.COMPLETED, kept);
    }

    private GanRun end(GanRun.Ending ending, Optional<ResumableRun> kept) {
        return new GanRun(
                networks,
                networks.averaged(networks.manager()),
                new GanHistory(rows),
                ending,
                kept.map(ResumableRun::resumedDespite).orElse(List.of()),
                Map.of(
                        "fer4j.images", Long.toString(plan.images()),
                        "fer4j.seed", Long.toString(seed.value()),
                        "fer4j.sources", distinct(Sample::source),
                        "fer4j.licences", distinct(s -> s.rights().license().orElse("unknown")),
                        "fer4j.consents", distinct(s -> s.rights().consent().orElse("unknown"))));
    }

    private String distinct(Function<Sample, String> of) {
        return samples.stream().map(of).distinct().sorted().collect(joining("; "));
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

    /** Whether enough images have been seen since the last row, or the training is complete. */
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

    /** Images of the same latents in every call. */
    private List<RgbImage> images(Generator averaged, String purpose, int count) {
        return new ImageGenerator(averaged, Truncation.NONE)
                .images(LongStream.range(0, count).mapToObj(i -> seed.derive(purpose, i)).toList());
    }

    private void keep(Optional<ResumableRun> kept) {
        kept.filter(run -> run.lastNumber().orElse(-1) != steps).ifPresent(this::keep);
    }

    private void keep(ResumableRun kept) {
        GanState state =
                new GanState(
                        steps,
                        augmentation,
                        signs,
                        signSteps,
                        means,
                        networks.numbers(),
                        new GanHistory(rows));
        kept.makeRoom();
        kept.keep(steps, new Snapshot(Json.line(state), networks.tensors()), () -> {});
        // The weights must not change until they are written.
        kept.flush();
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
