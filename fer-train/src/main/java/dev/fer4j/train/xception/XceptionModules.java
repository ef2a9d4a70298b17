package dev.fer4j.train.xception;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import dev.fer4j.train.network.StagedBlock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Builds the parts of networks. Channel counts in arguments are those of the published network. */
final class XceptionModules {

    private static final Shape ONE = new Shape(1, 1);
    private static final Shape TWO = new Shape(2, 2);
    private static final Shape THREE = new Shape(3, 3);

    /**
     * Minimum number of input channels for which a strided convolution is safe; see {@link
     * EveryOther}.
     */
    private static final int SAFE_CHANNELS = 16;

    private static final Shape NO_PADDING = new Shape(0, 0);

    private final NumericsProfile profile;
    private final double batchNormMomentum;
    private final IntUnaryOperator channels;

    /**
     * Creates a builder of parts.
     *
     * @param channels scales the number of channels of the published network
     */
    XceptionModules(NumericsProfile profile, double batchNormMomentum, IntUnaryOperator channels) {
        this.profile = profile;
        this.batchNormMomentum = batchNormMomentum;
        this.channels = channels;
    }

    /** Two plain convolutions without padding, the first with stride 2. */
    Block stem(int first, int second) {
        return stem(first, TWO, second);
    }

    /** Two plain convolutions without padding or stride. */
    Block smallStem(int filters) {
        return stem(filters, ONE, filters);
    }

    private Block stem(int first, Shape stride, int second) {
        Map<String, Block> parts = new LinkedHashMap<>();
        parts.put("conv1", convolution(first, THREE, stride));
        parts.put("bn1", norm());
        parts.put("relu1", Activation.reluBlock());
        parts.put("conv2", convolution(second, THREE, ONE));
        parts.put("bn2", norm());
        parts.put("relu2", Activation.reluBlock());
        return new StagedBlock(parts);
    }

    /** Two separable convolutions and a max-pool of stride 2, beside a strided shortcut. */
    Block down(int in, int hidden, int out, boolean startsWithRelu) {
        Map<String, Block> body = new LinkedHashMap<>();
        if (startsWithRelu) {
            body.put("relu1", Activation.reluBlock());
        }
        body.put("sepconv1", separable(in, hidden));
        body.put("bn1", norm());
        body.put("relu2", Activation.reluBlock());
        body.put("sepconv2", separable(hidden, out));
        body.put("bn2", norm());
        body.put("pool", pool());
        Map<String, Block> shortcut = new LinkedHashMap<>();
        // A 1 × 1 kernel needs no padding in either profile.
        boolean narrow = channels.applyAsInt(in) < SAFE_CHANNELS;
        if (narrow) {
            shortcut.put("everyOther", new EveryOther());
        }
        shortcut.put("conv", convolution(out, ONE, narrow ? ONE : TWO));
        shortcut.put("bn", norm());
        return new Residual(new StagedBlock(body), new StagedBlock(shortcut));
    }

    /** Three separable convolutions beside an identity. */
    Block middle(int filters) {
        Map<String, Block> body = new LinkedHashMap<>();
        for (int i = 1; i <= 3; i++) {
            body.put("relu" + i, Activation.reluBlock());
            body.put("sepconv" + i, separable(filters, filters));
            body.put("bn" + i, norm());
        }
        return new Residual(new StagedBlock(body));
    }

    /** Two separable convolutions with ReLU after each, without a shortcut. */
    Block last(int in, int hidden, int out) {
        Map<String, Block> parts = new LinkedHashMap<>();
        parts.put("sepconv1", separable(in, hidden));
        parts.put("bn1", norm());
        parts.put("relu1", Activation.reluBlock());
        parts.put("sepconv2", separable(hidden, out));
        parts.put("bn2", norm());
        parts.put("relu2", Activation.reluBlock());
        return new StagedBlock(parts);
    }

    /** The mean of each feature map: {@code (N, C, H, W)} to {@code (N, C)}, float32. */
    Block globalAveragePool() {
        return new FeatureMean();
    }

    /**
     * Sets features to 0 at random in training, and scales up the others (Srivastava et al. 2014).
     *
     * @param share share of features to drop, in [0, 1)
     */
    Block dropout(double share) {
        return Dropout.builder().optRate((float) share).build();
    }

    /** A dense layer with one output, whose sigmoid is the probability of the positive class. */
    Block logit() {
        return Linear.builder().setUnits(1).build();
    }

    /** Depthwise 3 × 3 followed directly by pointwise 1 × 1. */
    private Block separable(int in, int out) {
        int inputs = channels.applyAsInt(in);
        Map<String, Block> parts = new LinkedHashMap<>();
        parts.put(
                "depthwise",
                Conv2d.builder()
                        .setKernelShape(THREE)
                        .setFilters(inputs)
                        .optGroups(inputs)
                        .optPadding(ONE)
                        .optBias(false)
                        .build());
        parts.put("pointwise", convolution(out, ONE, ONE));
        return new StagedBlock(parts);
    }

    private Block convolution(int out, Shape kernel, Shape stride) {
        return Conv2d.builder()
                .setKernelShape(kernel)
                .setFilters(channels.applyAsInt(out))
                .optStride(stride)
                .optPadding(NO_PADDING)
                .optBias(false)
                .build();
    }

    private Block norm() {
        return BatchNorm.builder()
                .optEpsilon((float) profile.batchNormEpsilon())
                .optMomentum((float) batchNormMomentum)
                .build();
    }

    private Block pool() {
        return profile == NumericsProfile.KERAS
                ? new SameMaxPool()
                : Pool.maxPool2dBlock(THREE, TWO, ONE);
    }
}
