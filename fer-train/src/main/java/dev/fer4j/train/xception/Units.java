package dev.fer4j.train.xception;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import java.util.List;

/** The parts that {@link Xception} is made of; channel counts are the published network's. */
final class Units {

    private static final Shape ONE = new Shape(1, 1);
    private static final Shape TWO = new Shape(2, 2);
    private static final Shape THREE = new Shape(3, 3);
    private static final Shape NO_PADDING = new Shape(0, 0);

    private final XceptionConfig config;

    Units(XceptionConfig config) {
        this.config = config;
    }

    /** Two plain convolutions without padding, the first with stride 2. */
    Block stem(int first, int second) {
        return new SequentialBlock()
                .add(convolution(first, THREE, TWO))
                .add(norm())
                .add(Activation.reluBlock())
                .add(convolution(second, THREE, ONE))
                .add(norm())
                .add(Activation.reluBlock());
    }

    /** Two separable convolutions and a max-pool of stride 2, beside a strided shortcut. */
    Block down(int in, int hidden, int out, boolean startsWithRelu) {
        SequentialBlock body = new SequentialBlock();
        if (startsWithRelu) {
            body.add(Activation.reluBlock());
        }
        separable(body, in, hidden);
        body.add(Activation.reluBlock());
        separable(body, hidden, out);
        body.add(new SameMaxPool());
        Block shortcut = new SequentialBlock().add(convolution(out, ONE, TWO)).add(norm());
        return sum(body, shortcut);
    }

    /** Three separable convolutions beside an identity. */
    Block middle(int channels) {
        SequentialBlock body = new SequentialBlock();
        for (int i = 0; i < 3; i++) {
            body.add(Activation.reluBlock());
            separable(body, channels, channels);
        }
        return sum(body, Blocks.identityBlock());
    }

    /** Two separable convolutions with ReLU after each, without a shortcut. */
    Block last(int in, int hidden, int out) {
        SequentialBlock body = new SequentialBlock();
        separable(body, in, hidden);
        body.add(Activation.reluBlock());
        separable(body, hidden, out);
        return body.add(Activation.reluBlock());
    }

    /** Depthwise 3 × 3, then pointwise 1 × 1, nothing in between, then batch normalization. */
    private void separable(SequentialBlock body, int in, int out) {
        int inputs = config.channels(in);
        body.add(
                        Conv2d.builder()
                                .setKernelShape(THREE)
                                .setFilters(inputs)
                                .optGroups(inputs)
                                .optPadding(ONE)
                                .optBias(false)
                                .build())
                .add(convolution(out, ONE, ONE))
                .add(norm());
    }

    private Block convolution(int out, Shape kernel, Shape stride) {
        return Conv2d.builder()
                .setKernelShape(kernel)
                .setFilters(config.channels(out))
                .optStride(stride)
                .optPadding(NO_PADDING)
                .optBias(false)
                .build();
    }

    private Block norm() {
        return BatchNorm.builder()
                .optEpsilon((float) config.batchNormEpsilon())
                .optMomentum((float) config.batchNormMomentum())
                .build();
    }

    private static Block sum(Block body, Block shortcut) {
        return new ParallelBlock(
                outputs ->
                        new NDList(
                                outputs.get(0)
                                        .singletonOrThrow()
                                        .add(outputs.get(1).singletonOrThrow())),
                List.of(body, shortcut));
    }
}
