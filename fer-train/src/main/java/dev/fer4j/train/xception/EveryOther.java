package dev.fer4j.train.xception;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Every other row and column, from the first: {@code (N, C, H, W)} to {@code (N, C, ⌈H/2⌉, ⌈W/2⌉)}.
 *
 * <p>Before a 1 × 1 convolution it is equivalent to a stride of 2. oneDNN 3.5 of PyTorch 2.5.1
 * crashes with a segmentation fault in the gradient of such a strided convolution with
 * channels-last input of 8 or 12 channels and AVX-512 ({@code
 * jit_avx512_common_1x1_convolution_bwd_weights_t}; seen at 92 × 92).
 */
final class EveryOther extends AbstractBlock {

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDIndex everyOther = new NDIndex(":, :, ::2, ::2");
        return new NDList(inputs.singletonOrThrow().get(everyOther));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape in = inputShapes[0];
        return new Shape[] {
            new Shape(in.get(0), in.get(1), (in.get(2) + 1) / 2, (in.get(3) + 1) / 2)
        };
    }
}
