package dev.fer4j.toy.pretraining;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.weights.XceptionExport;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Pretrains the toy study's network, as ImageNet would a full one: it learns to describe drawn
 * people by their hair, glasses, beard, age, pose, light and so on, each an output of its own with
 * the binary cross-entropy of its value. Neither interest nor any of its cues is among them, and
 * nobody of a toy corpus is among the people.
 */
public final class ToyPretraining {

    /** The network: the paper's at a quarter of its width, with half of its middle blocks. */
    public static final Xception NETWORK = Xception.FULL.withWidth(0.25).withMiddleRepeats(4);

    /** Height and width of its images in pixels. */
    public static final int INPUT_SIZE = 96;

    /**
     * How much is learned.
     *
     * @param people number of people
     * @param pictures pictures of each, with different expressions
     * @param heldOut number of other people, on whom the network is tried out at the end
     * @param epochs passes over the pictures
     * @param batchSize pictures in a step, a divisor of their number
     * @param rate learning rate of Adam at the beginning; it falls to 0 as half a cosine
     */
    public record Settings(
            int people, int pictures, int heldOut, int epochs, int batchSize, double rate) {

        public Settings {
            checkArgument(
                    people >= 1 && pictures >= 1,
                    "%s pictures of %s people: expected 1 or more",
                    pictures,
                    people);
            checkArgument(
                    batchSize >= 2 && people * pictures % batchSize == 0,
                    "%s pictures of %s people are not whole batches of %s",
                    pictures,
                    people,
                    batchSize);
            checkArgument(heldOut >= 2, "%s people held out: expected 2 or more", heldOut);
            checkArgument(epochs >= 1, "%s epochs: expected 1 or more", epochs);
            checkArgument(rate > 0 && rate < 1, "learning rate %s is not in (0, 1)", rate);
        }

        /** The settings of the weights that come with fer-toy. */
        public static Settings defaults() {
            return new Settings(8_000, 3, 1_000, 5, 32, 2e-3);
        }
    }

    private final Seed seed;
    private final Settings settings;
    private final NDManager manager;
    private final StagedBlock describing;
    private final ParameterStore store;
    private final ByteBuffer pixels;

    private ToyPretraining(
            Seed seed, Settings settings, NDManager manager, StagedBlock describing) {
        this.seed = seed;
        this.settings = settings;
        this.manager = manager;
        this.describing = describing;
        this.store = new ParameterStore(manager, false);
        this.pixels = ByteBuffer.allocateDirect(settings.batchSize() * 3 * INPUT_SIZE * INPUT_SIZE);
    }

    /**
     * Trains the network and writes its weights as safetensors with timm's names, with a last layer
     * that is not trained.
     *
     * @param progress is notified of each drawn person and of each step
     * @return the correlation of the network's output with each attribute's value, over the people
     *     held out
     * @throws IOException if the file cannot be written
     */
    public static Map<String, Double> run(
            Path file, Seed seed, Settings settings, ProgressListener progress) throws IOException {
        PretrainingSet people =
                PretrainingSet.draw(
                        seed, 0, settings.people(), settings.pictures(), INPUT_SIZE, progress);
        PretrainingSet others =
                PretrainingSet.draw(
                        seed, settings.people(), settings.heldOut(), 1, INPUT_SIZE, progress);
        try (NDManager manager = PyTorch.engine().newBaseManager(DeviceChoice.CPU.resolve())) {
            Shape input = new Shape(settings.batchSize(), 3, INPUT_SIZE, INPUT_SIZE);
            StagedBlock network = NETWORK.build(seed.derive("pretraining weights"));
            network.initialize(manager, DataType.FLOAT32, input);
            StagedBlock describing = describing(network);
            // PyTorch draws the weights of the new last layer.
            manager.getEngine().setRandomSeed((int) seed.derive("pretraining head").value());
            describing.initialize(manager, DataType.FLOAT32, input);
            ToyPretraining pretraining = new ToyPretraining(seed, settings, manager, describing);
            Map<String, Double> correlations =
                    PyTorch.exclusively(
                            () ->
                                    GradientMode.off(
                                            () -> {
                                                pretraining.train(people, progress);
                                                return pretraining.correlations(others);
                                            }));
            XceptionExport.write(file, NETWORK, network, metadata(seed, settings));
            return correlations;
        }
    }

    private static Map<String, String> metadata(Seed seed, Settings settings) {
        return Map.of(
                "fer4j.trained_on",
                "%d pictures of each of %d drawn people of seed %d, %d epochs: looks, pose, light"
                        .formatted(
                                settings.pictures(),
                                settings.people(),
                                seed.value(),
                                settings.epochs()),
                "license",
                "CC0-1.0");
    }

    /** The network with an output for each attribute instead of its last layer. */
    private static StagedBlock describing(StagedBlock network) {
        Map<String, Block> stages = new LinkedHashMap<>();
        network.stages().forEach(name -> stages.put(name, network.stage(name)));
        stages.put("logit", Linear.builder().setUnits(DrawnAttribute.ALL.size()).build());
        return new StagedBlock(stages);
    }

    private void train(PretrainingSet people, ProgressListener progress) {
        Adam adam =
                new Adam(
                        manager,
                        ParameterPaths.of(describing),
                        AdamConfig.TEXTBOOK.withL2(1e-5),
                        Map.of());
        int steps = people.pictures() / settings.batchSize();
        long all = (long) settings.epochs() * steps;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            RandomGenerator random = seed.derive("pretraining epoch", epoch).generator();
            int[] order = order(people.pictures(), random);
            double loss = 0;
            for (int step = 0; step < steps; step++) {
                long done = (long) epoch * steps + step;
                double rate = settings.rate() * (1 + Math.cos(Math.PI * done / all)) / 2;
                manager.getEngine()
                        .setRandomSeed((int) seed.derive("pretraining dropout", done).value());
                loss += learn(people, order, step * settings.batchSize(), random);
                adam.step(rate, 1.0 / settings.batchSize());
                progress.update(
                        new Progress(
                                "pretraining",
                                done + 1,
                                all,
                                String.format(
                                        Locale.ROOT,
                                        "epoch %d, loss %.4f",
                                        epoch + 1,
                                        loss / (step + 1))));
            }
        }
    }

    /** Adds the gradients of a batch, and returns its mean loss. */
    private double learn(PretrainingSet people, int[] order, int from, RandomGenerator random) {
        int attributes = DrawnAttribute.ALL.size();
        int count = settings.batchSize();
        float[] targets = new float[count * attributes];
        pixels.clear();
        for (int i = 0; i < count; i++) {
            int person = order[from + i];
            boolean mirrored = random.nextBoolean();
            people.put(person, mirrored, pixels);
            for (int attribute = 0; attribute < attributes; attribute++) {
                targets[i * attributes + attribute] = people.target(person, attribute, mirrored);
            }
        }
        try (NDManager scratch = manager.newSubManager()) {
            NDArray sum;
            try (GradientCollector gradients = PyTorch.engine().newGradientCollector()) {
                NDArray logits =
                        describing
                                .forward(store, new NDList(images(scratch, count)), true)
                                .singletonOrThrow();
                NDArray wanted = scratch.create(targets, new Shape(count, attributes));
                sum = crossEntropy(logits, wanted).sum().div(attributes);
                gradients.backward(sum);
            }
            return sum.getFloat() / count;
        }
    }

    private NDArray images(NDManager scratch, int count) {
        pixels.flip();
        return Batch.asInput(pixels, count, INPUT_SIZE, scratch);
    }

    /** Of logits x and targets t: max(x, 0) − x t + log(1 + exp(−|x|)). */
    private static NDArray crossEntropy(NDArray x, NDArray t) {
        return x.maximum(0).sub(x.mul(t)).add(x.abs().neg().exp().add(1).log());
    }

    private static int[] order(int count, RandomGenerator random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private Map<String, Double> correlations(PretrainingSet others) {
        int attributes = DrawnAttribute.ALL.size();
        int people = others.pictures();
        double[][] outputs = new double[attributes][people];
        double[][] values = new double[attributes][people];
        for (int from = 0; from < people; from += settings.batchSize()) {
            int count = Math.min(settings.batchSize(), people - from);
            pixels.clear();
            for (int i = 0; i < count; i++) {
                others.put(from + i, false, pixels);
            }
            try (NDManager scratch = manager.newSubManager()) {
                float[] logits =
                        describing
                                .forward(store, new NDList(images(scratch, count)), false)
                                .singletonOrThrow()
                                .toFloatArray();
                for (int i = 0; i < logits.length; i++) {
                    int person = from + i / attributes;
                    int attribute = i % attributes;
                    outputs[attribute][person] = 1 / (1 + Math.exp(-logits[i]));
                    values[attribute][person] = others.target(person, attribute, false);
                }
            }
        }
        Map<String, Double> correlations = new LinkedHashMap<>();
        for (int i = 0; i < attributes; i++) {
            correlations.put(
                    DrawnAttribute.ALL.get(i).name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    correlation(outputs[i], values[i]));
        }
        return correlations;
    }

    static double correlation(double[] x, double[] y) {
        double mx = 0;
        double my = 0;
        for (int i = 0; i < x.length; i++) {
            mx += x[i] / x.length;
            my += y[i] / x.length;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
            xy += (x[i] - mx) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
