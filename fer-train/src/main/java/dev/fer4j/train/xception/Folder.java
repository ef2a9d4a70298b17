package dev.fer4j.train.xception;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import dev.fer4j.train.device.HostValues;
import dev.fer4j.train.network.Bfloat16;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the steps of a {@link FoldedNetwork} from parts made by {@link XceptionModules}. */
final class Folder {

    private final double epsilon;
    private final NDManager owner;
    private final Optional<Bfloat16> format;
    private final ParameterStore none;

    /**
     * Creates a folder.
     *
     * @param profile the profile that determines ε of batch normalization
     * @param owner the owner of the copies
     * @param format the format of kernels and biases, unless float32
     */
    Folder(NumericsProfile profile, NDManager owner, Optional<Bfloat16> format) {
        // The network computes with a float.
        this.epsilon = (float) profile.batchNormEpsilon();
        this.owner = owner;
        this.format = format;
        this.none = new ParameterStore(owner, false);
    }

    InferenceStep fold(StagedBlock network) {
        return fold(network, Optional.empty());
    }

    /**
     * Folds a sequence of parts.
     *
     * @param after a batch normalization that follows the last part, which is then a convolution
     */
    private InferenceStep fold(StagedBlock network, Optional<BatchNorm> after) {
        List<Block> parts = network.stages().stream().map(network::stage).toList();
        List<InferenceStep> steps = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Block part = parts.get(i);
            Optional<BatchNorm> norm = after;
            if (i + 1 < parts.size()) {
                norm = Optional.of(parts.get(i + 1)).flatMap(Folder::norm);
            }
            if (part instanceof Conv2d convolution) {
                steps.add(convolution(convolution, norm));
            } else if (part instanceof StagedBlock inner) {
                steps.add(fold(inner, norm));
            } else if (!(part instanceof BatchNorm || part instanceof Dropout)) {
                checkArgument(norm.isEmpty(), "a batch normalization follows no convolution");
                steps.add(other(part));
            }
        }
        return new InferenceStep.Chain(steps);
    }

    private static Optional<BatchNorm> norm(Block block) {
        return Optional.of(block).filter(BatchNorm.class::isInstance).map(BatchNorm.class::cast);
    }

    private InferenceStep other(Block block) {
        if (block instanceof Residual residual) {
            return new InferenceStep.Sum(
                    fold((StagedBlock) residual.getChildren().get("01body")),
                    Optional.ofNullable(residual.getChildren().get("02shortcut"))
                            .map(shortcut -> fold((StagedBlock) shortcut)));
        }
        if (block instanceof Linear) {
            return linear(ParameterPaths.of(block));
        }
        checkArgument(block.getParameters().isEmpty(), "%s has parameters", block);
        return input -> block.forward(none, new NDList(input), false).singletonOrThrow();
    }

    private InferenceStep linear(Map<String, Parameter> parameters) {
        NDArray weight = copy(parameters.get("weight"));
        NDArray bias = copy(parameters.get("bias"));
        return input -> Linear.linear(input, weight, bias).singletonOrThrow();
    }

    private NDArray copy(Parameter parameter) {
        return owner.create(HostValues.floats(parameter.getArray()), parameter.getShape());
    }

    private InferenceStep convolution(Conv2d convolution, Optional<BatchNorm> norm) {
        checkArgument(!convolution.isIncludeBias(), "a convolution has a bias of its own");
        Parameter parameter = ParameterPaths.of(convolution).get("weight");
        float[] kernel = HostValues.floats(parameter.getArray());
        Shape shape = parameter.getShape();
        Optional<NDArray> bias = norm.map(after -> fold(after, kernel));
        return new InferenceStep.Convolution(channelsLast(kernel, shape), bias, convolution);
    }

    /** Scales the kernel and returns the bias. */
    private NDArray fold(BatchNorm norm, float[] kernel) {
        Map<String, Parameter> parameters = ParameterPaths.of(norm);
        float[] gamma = values(parameters, "gamma");
        float[] beta = values(parameters, "beta");
        float[] mean = values(parameters, "runningMean");
        float[] variance = values(parameters, "runningVar");
        float[] bias = new float[gamma.length];
        int taps = kernel.length / gamma.length;
        for (int channel = 0; channel < gamma.length; channel++) {
            double scale = gamma[channel] / Math.sqrt(variance[channel] + epsilon);
            for (int i = channel * taps; i < (channel + 1) * taps; i++) {
                kernel[i] = (float) (scale * kernel[i]);
            }
            bias[channel] = (float) (beta[channel] - scale * mean[channel]);
        }
        return stored(owner.create(bias));
    }

    /** Returns an array in the format, in place of the given one. */
    private NDArray stored(NDArray array) {
        if (format.isEmpty()) {
            return array;
        }
        try (array) {
            return format.get().of(array);
        }
    }

    private static float[] values(Map<String, Parameter> parameters, String name) {
        return HostValues.floats(parameters.get(name).getArray());
    }

    /** Returns a view {@code (out, in, h, w)} of values stored as {@code (out, h, w, in)}. */
    private NDArray channelsLast(float[] kernel, Shape shape) {
        int inputs = (int) shape.get(1);
        int taps = (int) (shape.get(2) * shape.get(3));
        float[] moved = new float[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            int out = i / (inputs * taps);
            int in = i / taps % inputs;
            moved[(out * taps + i % taps) * inputs + in] = kernel[i];
        }
        Shape stored = new Shape(shape.get(0), shape.get(2), shape.get(3), inputs);
        try (NDArray base = owner.create(moved, stored);
                NDArray view = base.transpose(0, 3, 1, 2)) {
            // A copy made by arithmetic keeps the strides, whereas a view would require the base,
            // which is in Java memory, to stay open.
            return stored(view.mul(1));
        }
    }
}
