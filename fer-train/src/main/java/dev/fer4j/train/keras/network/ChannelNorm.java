package dev.fer4j.train.keras.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;

/**
 * Batch normalization of channels or features, with or without scale and shift, whereas DJL's
 * always has them as parameters. Running variances are unbiased, n / (n − 1), as in Keras 2 on
 * TensorFlow.
 */
final class ChannelNorm extends AbstractBlock {

    private final float epsilon;
    private final float momentum;
    private final Optional<Parameter> gamma;
    private final Optional<Parameter> beta;
    private final Parameter mean;
    private final Parameter variance;

    ChannelNorm(LayerOperation.Norm settings) {
        this.epsilon = (float) settings.epsilon();
        this.momentum = (float) settings.momentum();
        this.gamma = added(settings.scale(), "gamma", Parameter.Type.GAMMA);
        this.beta = added(settings.center(), "beta", Parameter.Type.BETA);
        this.mean = addParameter(statistic("runningMean", Parameter.Type.RUNNING_MEAN));
        this.variance = addParameter(statistic("runningVar", Parameter.Type.RUNNING_VAR));
    }

    private Optional<Parameter> added(boolean exists, String name, Parameter.Type type) {
        return exists
                ? Optional.of(addParameter(Parameter.builder().setName(name).setType(type).build()))
                : Optional.empty();
    }

    private static Parameter statistic(String name, Parameter.Type type) {
        return Parameter.builder().setName(name).setType(type).optRequiresGrad(false).build();
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        Shape each = new Shape(inputShapes[0].get(1));
        getDirectParameters().values().forEach(parameter -> parameter.setShape(each));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray input = inputs.singletonOrThrow();
        Device device = input.getDevice();
        NDManager manager = input.getManager();
        Shape each = new Shape(input.getShape().get(1));
        return BatchNorm.batchNorm(
                input,
                parameters.getValue(mean, device, training),
                parameters.getValue(variance, device, training),
                gamma.map(scale -> parameters.getValue(scale, device, training))
                        .orElseGet(() -> manager.ones(each)),
                beta.map(shift -> parameters.getValue(shift, device, training))
                        .orElseGet(() -> manager.zeros(each)),
                1,
                momentum,
                epsilon,
                training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {inputShapes[0]};
    }
}
