package dev.fer4j.synthesis.loss;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.ComputedNormals;
import dev.fer4j.synthesis.internal.DifferentiableGradient;
import dev.fer4j.synthesis.internal.OwnedArrays;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.network.NormalNumbers;
import dev.fer4j.train.device.HostValues;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Path-length regularization (Karras et al. 2020a, section 3.2; eq. 3): {@code weight · E(‖Jᵀy‖ −
 * a)²}, where J is the generator's Jacobian with respect to the styles, y a random image, and a the
 * moving average of the lengths, which is treated as a constant.
 *
 * <p>y is normal with variance {@code 1/R²}, and the length over several styles is their root mean
 * square, so that lengths depend neither on the resolution nor on the number of styles. With {@code
 * 2·log₂R − 2} styles, the weight 2 corresponds to the paper's {@code γ = ln 2 / (R²·(ln R − ln
 * 2))} for y of variance 1 and sums.
 */
public final class PathLengthPenalty {

    private final DifferentiableGradient gradient;
    private final double weight;
    private final double decay;
    private final NDManager manager;
    private final NormalNumbers numbers;
    private final ComputedNormals normals;

    /** On the device, so that the penalty can be computed before the average is known. */
    private NDArray average;

    /**
     * Creates the penalty for one network, with random images from where {@link NormalNumbers#on}
     * says for the manager's device.
     *
     * @param manager owns what is loaded for it
     * @param weight of the penalty, non-negative; 2 in the published code of the paper's authors
     * @param decay share of the new lengths in the average, in (0, 1]; 0.01 in the paper
     */
    public PathLengthPenalty(NDManager manager, double weight, double decay) {
        this(manager, weight, decay, NormalNumbers.on(manager.getDevice()));
    }

    /**
     * Creates the penalty for one network.
     *
     * @param manager owns what is loaded for it
     * @param weight of the penalty, non-negative; 2 in the published code of the paper's authors
     * @param decay share of the new lengths in the average, in (0, 1]; 0.01 in the paper
     * @param numbers where the random images come from
     */
    public PathLengthPenalty(
            NDManager manager, double weight, double decay, NormalNumbers numbers) {
        checkArgument(
                weight >= 0 && weight < Double.POSITIVE_INFINITY,
                "weight %s is negative or not a number",
                weight);
        checkArgument(decay > 0 && decay <= 1, "decay %s is not in (0, 1]", decay);
        this.gradient = new DifferentiableGradient(manager);
        this.weight = weight;
        this.decay = decay;
        this.manager = manager;
        this.numbers = requireNonNull(numbers);
        this.normals = new ComputedNormals(manager);
        this.average = onDevice(0);
    }

    /** The moving average a of the lengths, initially 0. Waits for the device. */
    public double average() {
        return HostValues.bytes(average).getDouble();
    }

    /** Resumes from an earlier {@link #average}. */
    public void restore(double earlier) {
        checkArgument(
                earlier >= 0 && earlier < Double.POSITIVE_INFINITY,
                "%s is not a valid average length",
                earlier);
        average.close();
        average = onDevice(earlier);
    }

    private NDArray onDevice(double value) {
        return JniUtils.full(
                (PtNDManager) manager,
                new Shape(),
                value,
                DataType.FLOAT64,
                manager.getDevice(),
                SparseFormat.DENSE);
    }

    /** {@code a ← a + decay·(mean − a)}, in double precision. */
    private void track(NDArray mean) {
        average.addi(Scalars.times(mean.sub(average), decay));
    }

    /**
     * Computes the penalty, to be differentiated with respect to the generator's parameters, after
     * adding the lengths to the average.
     *
     * @param images {@code (N, 3, R, R)}, computed from the styles with gradients on
     * @param styles {@code (N, styles, wDim)}, with a gradient
     * @param seed of the random images
     * @return a scalar; belongs to the images' manager
     */
    public NDArray of(NDArray images, NDArray styles, Seed seed) {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            NDArray projected = images.mul(directions(images, seed)).sum();
            NDArray slopes = gradient.of(projected, styles);
            NDArray lengths =
                    Scalars.addTo(slopes.square().sum(new int[] {2}).mean(new int[] {1}), 1e-8)
                            .sqrt();
            track(lengths.mean().stopGradient().toType(DataType.FLOAT64, false));
            NDArray penalty = Scalars.times(lengths.sub(average).square().mean(), weight);
            NDScope.unregister(penalty);
            penalty.attach(images.getManager());
            return penalty;
        }
    }

    /** Random images y; the expected sum of an image's squares is the number of channels. */
    private NDArray directions(NDArray images, Seed seed) {
        Shape shape = images.getShape();
        double deviation = 1 / Math.sqrt((double) shape.get(2) * shape.get(3));
        if (numbers == NormalNumbers.DEVICE) {
            List<Seed> each =
                    LongStream.range(0, shape.get(0))
                            .mapToObj(image -> seed.derive("path length", image))
                            .toList();
            int size = Math.toIntExact(shape.slice(1).size());
            NDArray values = normals.of(images.getManager(), each, size);
            return Scalars.times(values, deviation)
                    .toType(images.getDataType(), false)
                    .reshape(shape);
        }
        RandomGenerator random = seed.derive("path length").generator();
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(shape.size()));
        while (values.hasRemaining()) {
            values.put((float) (deviation * random.nextGaussian()));
        }
        return OwnedArrays.of(images.getManager(), values.flip(), shape, images.getDataType());
    }
}
