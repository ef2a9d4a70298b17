package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * 3 × 3 max-pooling with stride 2 and Keras's "same" padding: {@code (N, C, H, W)} to {@code (N, C,
 * ⌈H/2⌉, ⌈W/2⌉)}.
 *
 * <p>Keras pads odd sizes by one on both sides, and even sizes at the end only, whereas PyTorch
 * pads both sides or none. Without padding, rounding the number of windows up ("ceil mode") cuts
 * the last window of an even size short, which is equivalent to padding the end with −∞.
 */
final class SameMaxPool extends AbstractBlock {

    private static final Shape KERNEL = new Shape(3, 3);
    private static final Shape STRIDE = new Shape(2, 2);

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray input = inputs.singletonOrThrow();
        Shape padding = new Shape(input.getShape().get(2) % 2, input.getShape().get(3) % 2);
        return new NDList(Pool.maxPool2d(input, KERNEL, STRIDE, padding, true));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape in = inputShapes[0];
        return new Shape[] {
            new Shape(in.get(0), in.get(1), (in.get(2) + 1) / 2, (in.get(3) + 1) / 2)
        };
    }
}
