package dev.fer4j.train.model;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A small network with random weights and running statistics, as a file. */
public final class TestModel {

    static final MiniXception BACKBONE = MiniXception.defaults().withWidth(0.5);
    static final int SIZE = 48;

    static final ModelDescription DESCRIPTION =
            new ModelDescription(
                    BACKBONE,
                    Preprocessing.ofTraining(SIZE),
                    LabelNames.INTEREST,
                    new Threshold(0.47, "drawn by lot", Optional.empty()),
                    new TrainedOn(
                            Optional.of("Baseline + YouTube"),
                            Optional.of(7L),
                            Optional.of(3),
                            Map.of("images", "120")));

    private TestModel() {}

    /** A network with random values, those of running statistics included. */
    static StagedBlock network(Backbone backbone, int size, NDManager manager) {
        StagedBlock network = (StagedBlock) backbone.build(new Seed(11));
        network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, size, size));
        GradientMode.off(
                () -> {
                    ParameterPaths.of(network)
                            .forEach(
                                    (path, parameter) -> {
                                        if (parameter.getType() != Parameter.Type.WEIGHT) {
                                            parameter.getArray().set(values(path, parameter));
                                        }
                                    });
                    return network;
                });
        return network;
    }

    private static float[] values(String path, Parameter parameter) {
        RandomGenerator random = new Seed(12).derive(path).generator();
        float[] values = new float[(int) parameter.getShape().size()];
        boolean positive =
                parameter.getType() == Parameter.Type.RUNNING_VAR
                        || parameter.getType() == Parameter.Type.GAMMA;
        for (int i = 0; i < values.length; i++) {
            values[i] = positive ? 0.5f + random.nextFloat() : random.nextFloat() - 0.5f;
        }
        return values;
    }

    /** Writes the model with another way to make images square. */
    static Path write(Path folder, ImageFit fit) throws IOException {
        Path file = folder.resolve("model-" + fit + ".safetensors");
        ModelDescription description =
                new ModelDescription(
                        BACKBONE,
                        Preprocessing.ofTraining(SIZE, fit),
                        DESCRIPTION.labels(),
                        DESCRIPTION.threshold(),
                        DESCRIPTION.trainedOn());
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            ModelFile.write(file, description, network(BACKBONE, SIZE, manager));
        }
        return file;
    }

    /** Writes it and tells where. */
    public static Path write(Path folder) throws IOException {
        Path file = folder.resolve("model.safetensors");
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            ModelFile.write(file, DESCRIPTION, network(BACKBONE, SIZE, manager));
        }
        return file;
    }

    /** Random pictures of different sizes, on which features of faces would be found as well. */
    public static List<RgbImage> pictures(int count) {
        List<RgbImage> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RandomGenerator random = new Seed(13).derive("picture", i).generator();
            int width = 40 + random.nextInt(60);
            int height = 40 + random.nextInt(60);
            byte[] rgb = new byte[3 * width * height];
            double frequency = 0.1 + random.nextDouble();
            for (int p = 0; p < rgb.length; p++) {
                rgb[p] =
                        (byte)
                                (120
                                        + 90 * Math.sin(frequency * (p / 3 % width))
                                        + random.nextInt(20 + 10 * (p % 3)));
            }
            pictures.add(new RgbImage(width, height, rgb));
        }
        return pictures;
    }
}
