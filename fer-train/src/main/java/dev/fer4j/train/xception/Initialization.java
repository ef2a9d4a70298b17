package dev.fer4j.train.xception;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.RandomValues;
import dev.fer4j.train.network.StagedBlock;
import java.util.Map;

/**
 * Initial values of a network's weights, drawn from a seed for each parameter's path. Batch
 * normalization starts at scale 1, shift 0, mean 0 and variance 1 in either profile, as in DJL.
 */
final class Initialization {

    private Initialization() {}

    static void prepare(StagedBlock network, NumericsProfile profile, Seed seed) {
        Map<String, Parameter> parameters = ParameterPaths.of(network);
        parameters.forEach(
                (path, parameter) -> {
                    if (parameter.getType() == Parameter.Type.WEIGHT) {
                        parameter.setInitializer(weights(profile, path, seed.derive(path)));
                    }
                });
        if (profile == NumericsProfile.TIMM) {
            Parameter weight = parameters.get("logit.weight");
            parameters
                    .get("logit.bias")
                    .setInitializer(
                            new RandomValues(
                                    seed.derive("logit.bias"),
                                    RandomValues.Law.UNIFORM,
                                    shape -> torchLinear(weight.getShape())));
        }
    }

    private static RandomValues weights(NumericsProfile profile, String path, Seed seed) {
        if (profile == NumericsProfile.KERAS) {
            return RandomValues.glorot(seed);
        }
        return path.startsWith("logit.")
                ? new RandomValues(seed, RandomValues.Law.UNIFORM, Initialization::torchLinear)
                : new RandomValues(seed, RandomValues.Law.NORMAL, Initialization::heFanOut);
    }

    /** √(2 / fan out) (He et al. 2015). PyTorch uses {@code 9·in} for a depthwise kernel. */
    private static double heFanOut(Shape shape) {
        return Math.sqrt(2.0 / (shape.get(0) * shape.get(2) * shape.get(3)));
    }

    /** 1 / √(fan in), the limit for both weight and bias. */
    private static double torchLinear(Shape weight) {
        return 1 / Math.sqrt((double) weight.get(1));
    }
}
