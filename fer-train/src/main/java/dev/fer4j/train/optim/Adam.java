package dev.fer4j.train.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adam (Kingma and Ba 2015) in the textbook form of the paper's eqs. 6–10: ε is added to the root
 * of the bias-corrected second moment.
 *
 * <p>Weight decay is the paper's λ‖θ‖² in the loss, so its gradient is 2λθ. It applies to weights
 * only: batch normalization's scales and shifts and biases are left out, of which the paper says
 * nothing.
 *
 * <p>Moments live in the manager that is given; not safe for use by several threads.
 */
public final class Adam {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    /** Parameters that are treated alike, and the moments of all of them end to end. */
    private record Group(
            List<NDArray> values, NDArray mean, NDArray variance, double weightDecay) {}

    private final List<Group> groups = new ArrayList<>();
    private long steps;

    /**
     * Makes moments of zero for every parameter that has a gradient.
     *
     * @param manager owns the moments
     * @param block initialized
     * @param weightDecay λ, 0 or more
     */
    public Adam(NDManager manager, Block block, double weightDecay) {
        Map<Boolean, List<NDArray>> byDecay =
                block.getParameters().values().stream()
                        .filter(Parameter::requiresGradient)
                        .collect(
                                Collectors.partitioningBy(
                                        parameter -> parameter.getType() == Parameter.Type.WEIGHT,
                                        Collectors.mapping(
                                                Parameter::getArray, Collectors.toList())));
        byDecay.forEach(
                (decays, values) -> {
                    if (!values.isEmpty()) {
                        groups.add(group(manager, values, decays ? weightDecay : 0));
                    }
                });
    }

    private static Group group(NDManager manager, List<NDArray> values, double weightDecay) {
        Shape all = new Shape(values.stream().mapToLong(NDArray::size).sum());
        return new Group(values, manager.zeros(all), manager.zeros(all), weightDecay);
    }

    /**
     * One update from the gradients that are set, which are zero afterwards.
     *
     * @param rate the learning rate
     */
    public void step(double rate) {
        steps++;
        double meanCorrection = 1 - Math.pow(BETA1, (double) steps);
        double rootCorrection = Math.sqrt(1 - Math.pow(BETA2, (double) steps));
        for (Group group : groups) {
            update(group, rate / meanCorrection, rootCorrection);
        }
    }

    private static void update(Group group, double rate, double rootCorrection) {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            // One long array instead of a hundred short ones: the cost is in the number of calls.
            NDArray gradient = endToEnd(group.values().stream().map(NDArray::getGradient));
            if (group.weightDecay() > 0) {
                gradient.addi(endToEnd(group.values().stream()).muli(2 * group.weightDecay()));
            }
            group.mean().muli(BETA1).addi(gradient.mul(1 - BETA1));
            group.variance().muli(BETA2).addi(gradient.square().muli(1 - BETA2));
            NDArray root = group.variance().sqrt().divi(rootCorrection).addi(EPSILON);
            NDArray update = group.mean().div(root).muli(rate);
            long start = 0;
            for (NDArray value : group.values()) {
                NDArray part = update.get(new NDIndex().addSliceDim(start, start + value.size()));
                value.subi(part.reshape(value.getShape()));
                JniUtils.zeroGrad((PtNDArray) value);
                start += value.size();
            }
        }
    }

    private static NDArray endToEnd(Stream<NDArray> arrays) {
        return NDArrays.concat(
                arrays.map(array -> array.reshape(-1))
                        .collect(Collectors.toCollection(NDList::new)));
    }
}
