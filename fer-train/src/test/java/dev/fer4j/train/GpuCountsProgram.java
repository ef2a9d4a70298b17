package dev.fer4j.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.RgbImage;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.GpuCounts;
import dev.fer4j.train.device.HostValues;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.model.TestModel;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.WeightDecay;
import dev.fer4j.train.plan.SmallTraining;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Works on a GPU, pretended or real, and prints for a piece of each kind of work what crosses to
 * and from it, how many operations there are, and how many arrays and managers are attached to
 * managers afterwards that were not before.
 *
 * <p>Arguments: a folder, how many pieces of each kind.
 */
public final class GpuCountsProgram {

    private static final DeviceChoice GPU = new DeviceChoice(Optional.of(0));

    private final Path folder;
    private final GpuCounts counts;

    private GpuCountsProgram(Path folder, int pieces) {
        this.folder = folder;
        this.counts = new GpuCounts(folder, pieces);
    }

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        GpuCountsProgram program =
                new GpuCountsProgram(Path.of(args[0]), Integer.parseInt(args[1]));
        program.read();
        program.train();
        program.predict();
    }

    /** What DJL itself leaves, and what is left here. */
    private void read() throws IOException, ReflectiveOperationException {
        try (NDManager manager = PyTorch.engine().newBaseManager(GPU.resolve())) {
            NDArray array = manager.ones(new Shape(2, 3));
            counts.print("read.djl", array::toFloatArray);
            counts.print("read.floats", () -> HostValues.floats(array));
            counts.print("read.bytes", () -> HostValues.bytes(array));
            counts.print("read.number", () -> HostValues.number(array));
        }
    }

    private void train() throws IOException, ReflectiveOperationException {
        SmallTraining training = SmallTraining.in(folder);
        TrainingPlan small = SmallTraining.PLAN;
        AdamConfig adam =
                AdamConfig.KERAS.withDecay(new WeightDecay.L2(1e-4, WeightDecay.Scope.WEIGHTS));
        TrainingPlan plan =
                small.withBackbone(MiniXception.defaults().withWidth(0.25))
                        .withDevice(GPU)
                        .withOptimization(
                                small.optimization()
                                        .withAdam(adam)
                                        .withStageRates(Map.of("block1", 0.5)));
        compare(plan, training);
        train("plain", plan);
        train(
                "all",
                plan.withOptimization(
                        plan.optimization().withClipNorm(1e-3).withAverageDecay(0.99)));
    }

    /** The same training there and on the CPU, where updates are made in memory. */
    private static void compare(TrainingPlan plan, SmallTraining training) {
        TrainingOptions options = TrainingOptions.defaults();
        TrainingPlan all =
                plan.withOptimization(plan.optimization().withClipNorm(1).withAverageDecay(0.99));
        try (TrainingRun there = training.run(all, options);
                TrainingRun here = training.run(all.withDevice(DeviceChoice.CPU), options)) {
            double most = 0;
            for (int i = 0; i < here.history().epochs().size(); i++) {
                double difference =
                        here.history().epochs().get(i).validationLoss()
                                - there.history().epochs().get(i).validationLoss();
                most = Math.max(most, Math.abs(difference));
            }
            System.out.println("training.difference " + most);
        }
    }

    private void train(String name, TrainingPlan plan)
            throws IOException, ReflectiveOperationException {
        try (LearningSteps steps = new LearningSteps(plan)) {
            counts.print(name + ".step", steps::step);
            counts.print(name + ".update", steps::update);
            counts.print(name + ".capture", () -> steps.capture().close());
        }
    }

    private void predict() throws IOException, ReflectiveOperationException {
        Path model = TestModel.write(folder);
        RgbImage picture = TestModel.pictures(1).get(0);
        try (Predictor predictor = Predictor.open(model, GPU)) {
            counts.print("prediction", () -> predictor.predict(picture));
        }
    }
}
