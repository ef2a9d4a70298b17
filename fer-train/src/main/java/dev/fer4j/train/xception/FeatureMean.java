package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** The mean of each feature map, {@code (N, C, H, W)} in any format, to {@code (N, C)}, float32. */
final class FeatureMean extends AbstractBlock {

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        return new NDList(Pool.globalAvgPool2d(inFloat32(inputs.singletonOrThrow())));
    }

    private static NDArray inFloat32(NDArray maps) {
        if (maps.getDataType() == DataType.FLOAT32) {
            return maps;
        }
        // A sum has the wider format of the two; DJL's conversion would cut the gradient.
        return maps.add(maps.getManager().zeros(new Shape(1, 1, 1, 1), DataType.FLOAT32));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[0].get(0), inputShapes[0].get(1))};
    }
}
