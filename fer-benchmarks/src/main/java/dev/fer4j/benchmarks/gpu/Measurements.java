package dev.fer4j.benchmarks.gpu;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import com.google.common.collect.Lists;
import com.google.common.io.Resources;
import com.google.common.primitives.ImmutableLongArray;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.benchmarks.loader.DrawnImages;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.projection.PerceptualDistance;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.projection.ProjectionTarget;
import dev.fer4j.synthesis.projection.Projector;
import dev.fer4j.synthesis.training.GanOptions;
import dev.fer4j.synthesis.training.GanPlan;
import dev.fer4j.synthesis.training.GanTraining;
import dev.fer4j.synthesis.weights.LoadedGenerator;
import dev.fer4j.toy.ToyCorpus;
import dev.fer4j.train.LearningSteps;
import dev.fer4j.train.MemoryCourse;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.Arithmetic.Layout;
import dev.fer4j.train.device.Arithmetic.Precision;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.OperationCounts;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.loader.AugmentedImages;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.loader.TrainingPass;
import dev.fer4j.train.model.ImagePrediction;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** The stages that measure the device. */
final class Measurements {

    /** Images that are predicted at a time, and projected in one run. */
    private static final int PREDICTED = 256;

    private static final int PROJECTED = 8;

    private Measurements() {}

    /** What a step, an update, a copy of the state and a prediction ask of the device. */
    static void counts(Setup setup) throws IOException {
        TrainingPlan plan = setup.scale().plan(setup.device());
        try (LearningSteps training = new LearningSteps(plan)) {
            count(setup, "step", training::step);
            count(setup, "update", training::update);
            count(setup, "copy of the state", () -> training.capture().close());
        }
        List<RgbImage> images = noise(1, plan.inputSize());
        try (Predictor predictor = Predictor.open(model(setup, plan), setup.device())) {
            count(setup, "prediction of an image", () -> predictor.predict(images));
        }
        countGan(setup);
    }

    /** A step of StyleGAN2: the mean of several, in some of which lazy regularization is due. */
    private static void countGan(Setup setup) throws IOException {
        int steps = setup.scale().ganSteps();
        List<Sample> samples = DrawnImages.write(setup.folder().resolve("images"), 8);
        GanPlan plan = ganPlan(setup, setup.scale().gans().get(0));
        Path profile = setup.folder().resolve("profile.json");
        trainGan(plan, samples, 1);
        // What comes before and after the steps is the same in both.
        OperationCounts one = OperationCounts.of(() -> trainGan(plan, samples, 1), profile);
        OperationCounts all = OperationCounts.of(() -> trainGan(plan, samples, 1 + steps), profile);
        report(
                setup,
                "step of StyleGAN2",
                new OperationCounts(
                        all.operations() - one.operations(),
                        all.uploads() - one.uploads(),
                        all.bytes() - one.bytes(),
                        all.reads() - one.reads()),
                steps);
    }

    private static void trainGan(GanPlan plan, List<Sample> samples, int steps) {
        GanTraining.run(
                        plan.withImages((long) steps * plan.batch()),
                        samples,
                        new Seed(1),
                        GanOptions.defaults())
                .close();
    }

    private static GanPlan ganPlan(Setup setup, StyleGan2Config network) {
        return GanPlan.paper(network)
                .withBatch(setup.scale().ganBatch())
                .withDevice(setup.device());
    }

    private static void count(Setup setup, String name, Runnable work) throws IOException {
        // What is done once only is done before.
        for (int i = 0; i < 3; i++) {
            work.run();
        }
        OperationCounts counts = OperationCounts.of(work, setup.folder().resolve("profile.json"));
        report(setup, name, counts, 1);
    }

    private static void report(Setup setup, String name, OperationCounts counts, int pieces) {
        setup.measured("launches, " + name, (double) counts.operations() / pieces, "");
        setup.measured("copies to the device, " + name, (double) counts.uploads() / pieces, "");
        setup.measured("bytes copied there, " + name, (double) counts.bytes() / pieces, "");
        setup.measured("reads from the device, " + name, (double) counts.reads() / pieces, "");
    }

    /** Steps of training on one batch, in each size and layout. */
    static void steps(Setup setup, Precision precision) {
        for (int batch : setup.scale().batches()) {
            for (Layout layout : List.of(Layout.CONTIGUOUS, Layout.CHANNELS_LAST)) {
                String name =
                        String.format(
                                Locale.ROOT,
                                "%s, %s, batch of %s",
                                Setup.word(precision),
                                Setup.word(layout),
                                batch);
                TrainingPlan plan =
                        setup.scale()
                                .plan(setup.device())
                                .withBatchSize(batch)
                                .withArithmetic(
                                        Arithmetic.DEFAULT
                                                .withPrecision(precision)
                                                .withLayout(layout));
                setup.part(
                        name,
                        () -> {
                            try (LearningSteps training = new LearningSteps(plan)) {
                                double seconds = seconds(setup, training::step);
                                setup.measured(name, 1000 * seconds, "ms a step");
                                setup.measured(name, batch / seconds, "images/s");
                                setup.deviceMegabytes()
                                        .ifPresent(used -> setup.measured(name, used, "MB in use"));
                            }
                        });
            }
        }
    }

    /** The median time of a piece of work. */
    private static double seconds(Setup setup, Runnable work) {
        List<Double> seconds = new ArrayList<>();
        for (int round = -setup.scale().warmUps(); round < setup.scale().rounds(); round++) {
            double taken = once(work);
            if (round >= 0) {
                seconds.add(taken);
            }
        }
        return new Timings("work", seconds).median();
    }

    private static double once(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Prediction in both precisions, with logits against the CPU's. */
    static void prediction(Setup setup) throws IOException {
        TrainingPlan plan = setup.scale().plan(setup.device());
        Path model = model(setup, plan);
        List<RgbImage> images =
                noise(Math.min(PREDICTED, setup.scale().images()), plan.inputSize());
        List<RgbImage> compared = images.subList(0, 4);
        float[] expected;
        try (Predictor predictor = Predictor.open(model, DeviceChoice.CPU)) {
            expected = logits(predictor, compared);
        }
        for (Precision precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
            setup.part(
                    "prediction, " + Setup.word(precision),
                    () -> {
                        try (Predictor predictor = open(model, setup.device(), precision)) {
                            setup.checked(
                                    "logits, " + Setup.word(precision),
                                    StateDifference.relative(expected, logits(predictor, compared)),
                                    "",
                                    precision == Precision.FLOAT32 ? 1e-3 : 0.1);
                            double seconds = seconds(setup, () -> predictor.predict(images));
                            setup.measured(
                                    "prediction, " + Setup.word(precision),
                                    images.size() / seconds,
                                    "images/s");
                        }
                    });
        }
    }

    private static Predictor open(Path model, DeviceChoice device, Precision precision) {
        try {
            return Predictor.open(model, device, precision);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] logits(Predictor predictor, List<RgbImage> images) {
        List<ImagePrediction> predictions = predictor.predict(images);
        float[] logits = new float[predictions.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) predictions.get(i).logit();
        }
        return logits;
    }

    /** Writes the plan's network with random weights. */
    private static Path model(Setup setup, TrainingPlan plan) throws IOException {
        Path file = setup.folder().resolve("model.safetensors");
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            Block network = plan.backbone().build(new Seed(1));
            int size = plan.inputSize();
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, size, size));
            ModelFile.write(file, ModelDescription.of(plan.backbone(), size), network);
        }
        return file;
    }

    private static List<RgbImage> noise(int count, int size) {
        RandomGenerator random = new Seed(2).generator();
        List<RgbImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] rgb = new byte[3 * size * size];
            random.nextBytes(rgb);
            images.add(new RgbImage(size, size, rgb));
        }
        return images;
    }

    /** Whether the processor prepares images as fast as the device trains on them. */
    static void pipeline(Setup setup) throws IOException {
        TrainingPlan plan = setup.scale().plan(setup.device());
        List<Sample> samples =
                DrawnImages.write(setup.folder().resolve("images"), setup.scale().images());
        ImageSource images =
                ImageSource.of(
                        Optional.of(setup.folder().resolve("cache")),
                        plan.inputSize(),
                        ProgressListener.none());
        rate(setup, "decoded", samples, once(() -> images.prepare(samples)));
        epoch(plan, images, samples, batch -> {});
        rate(setup, "augmented", samples, once(() -> epoch(plan, images, samples, batch -> {})));
        for (Precision precision : Precision.values()) {
            TrainingPlan own = plan.withArithmetic(Arithmetic.DEFAULT.withPrecision(precision));
            setup.part(
                    "steps, " + Setup.word(precision),
                    () -> {
                        try (LearningSteps training = new LearningSteps(own)) {
                            double fixed = seconds(setup, training::step);
                            setup.measured(
                                    "trained on one batch, " + Setup.word(precision),
                                    plan.batchSize() / fixed,
                                    "images/s");
                            rate(
                                    setup,
                                    "augmented and trained on, " + Setup.word(precision),
                                    samples,
                                    once(() -> epoch(own, images, samples, training::step)));
                        }
                    });
        }
    }

    private static void rate(Setup setup, String name, List<Sample> samples, double seconds) {
        setup.measured(name, samples.size() / seconds, "images/s");
    }

    private static void epoch(
            TrainingPlan plan, ImageSource images, List<Sample> samples, Consumer<Batch> taker) {
        TrainingPass pass =
                new TrainingPass(
                        samples.stream().map(TrainingItem::new).toList(),
                        new AugmentedImages(AugmentationPolicy.paper(), new Seed(1), images),
                        BatchAugmentation.none(),
                        1);
        try (BatchLoader loader =
                new BatchLoader(images, plan.batchSize(), BatchLoader.defaultWorkers())) {
            Iterator<Batch> batches = loader.pass(pass, 0);
            batches.forEachRemaining(taker);
        }
    }

    /** Training of StyleGAN2 at several resolutions. */
    static void gan(Setup setup) throws IOException {
        List<Sample> samples = DrawnImages.write(setup.folder().resolve("images"), 8);
        for (StyleGan2Config network : setup.scale().gans()) {
            String name = network.resolution() + " px, batches of " + setup.scale().ganBatch();
            setup.part(
                    name,
                    () -> {
                        double seconds = ganStep(setup, network, samples);
                        setup.measured(
                                name,
                                1000 * seconds / setup.scale().ganBatch(),
                                "s for 1,000 images");
                        setup.deviceMegabytes()
                                .ifPresent(used -> setup.measured(name, used, "MB in use"));
                    });
        }
    }

    /** The mean time of a step, lazy regularization included. */
    private static double ganStep(Setup setup, StyleGan2Config network, List<Sample> samples) {
        int timed = setup.scale().ganSteps();
        int warmUps = timed / 2;
        GanPlan plan = ganPlan(setup, network);
        List<Long> ends = new ArrayList<>();
        GanOptions options =
                GanOptions.defaults()
                        .withProgress(progress -> ends.add(System.nanoTime()))
                        .withStopRequested(() -> ends.size() > warmUps + timed);
        GanTraining.run(plan, samples, new Seed(1), options).close();
        return (ends.get(warmUps + timed) - ends.get(warmUps)) / 1e9 / timed;
    }

    /** Projection into the toy corpus's generator, in groups of several sizes. */
    static void projection(Setup setup) throws IOException {
        Path weights = setup.folder().resolve("networks.safetensors");
        WholeFile.write(
                weights,
                Resources.asByteSource(
                                Resources.getResource(ToyCorpus.class, "networks.safetensors"))
                        ::copyTo);
        int steps = setup.scale().projectionSteps();
        int count = Math.min(PROJECTED, setup.scale().images() / 2);
        try (LoadedGenerator networks = LoadedGenerator.of(weights, setup.device())) {
            List<ProjectionTarget> targets = targets(networks, count);
            Projector projector =
                    new Projector(
                            networks.generator(),
                            ProjectionPlan.defaults().withSteps(steps),
                            networks.discriminator().map(PerceptualDistance::of));
            for (int size = 1; size <= count; size *= 2) {
                int group = size;
                setup.part(
                        "groups of " + group,
                        () -> {
                            double seconds =
                                    seconds(
                                            setup,
                                            () ->
                                                    Lists.partition(targets, group)
                                                            .forEach(
                                                                    some ->
                                                                            projector.project(
                                                                                    some,
                                                                                    step -> {})));
                            setup.measured(
                                    "groups of " + group,
                                    1000 * seconds / count / steps,
                                    "ms a step and image");
                        });
            }
        }
    }

    private static List<ProjectionTarget> targets(LoadedGenerator networks, int count) {
        List<Seed> seeds = LongStream.range(0, count).mapToObj(Seed::new).toList();
        List<RgbImage> images =
                new ImageGenerator(networks.generator(), Truncation.NONE).images(seeds);
        List<ProjectionTarget> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            targets.add(new ProjectionTarget(images.get(i), seeds.get(i)));
        }
        return targets;
    }

    /** Memory of the process and of the device while it trains, the state copied now and then. */
    static void memory(Setup setup) throws IOException {
        int steps = setup.scale().steps();
        ImmutableLongArray.Builder kilobytes = ImmutableLongArray.builder();
        ImmutableLongArray.Builder arrays = ImmutableLongArray.builder();
        List<Double> device = new ArrayList<>();
        try (LearningSteps training = new LearningSteps(setup.scale().plan(setup.device()))) {
            for (int step = 1; step <= steps; step++) {
                training.step();
                if (step % 10 == 0) {
                    training.capture().close();
                }
                String[] line = MemoryCourse.line().split(" ", -1);
                kilobytes.add(Long.parseLong(line[0]));
                arrays.add(Long.parseLong(line[1]));
                setup.deviceMegabytes().ifPresent(device::add);
            }
        }
        // By then there was a copy, and compilers and allocators have what they need.
        int from = steps / 4;
        MemoryCourse course = new MemoryCourse(kilobytes.build(), arrays.build()).after(from);
        report(setup, "memory of the process", course.kilobytes().asList(), kb -> kb / 1024.0);
        setup.measured("growth of the memory of the process", course.slope(), "KB a step");
        setup.checked(
                "arrays that were left in " + course.arrays().length() + " steps",
                Math.abs(
                        (double) course.arrays().get(course.arrays().length() - 1)
                                - course.arrays().get(0)),
                "",
                0);
        if (!device.isEmpty()) {
            report(setup, "memory in use on the GPU", device.subList(from, steps), mb -> mb);
        }
    }

    private static <T> void report(
            Setup setup, String name, List<T> course, Function<T, Double> megabytes) {
        setup.measured(name + ", first", megabytes.apply(course.get(0)), "MB");
        setup.measured(name + ", last", megabytes.apply(course.get(course.size() - 1)), "MB");
    }
}
