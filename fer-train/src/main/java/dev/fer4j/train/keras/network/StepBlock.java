package dev.fer4j.train.keras.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.UnaryOperator;

/** A function of an array, without parameters, the same in training. */
final class StepBlock extends AbstractBlock {

    private final UnaryOperator<Shape> shape;
    private final UnaryOperator<NDArray> function;

    /**
     * Creates a block.
     *
     * @param shape the shape of the result for that of the input
     */
    StepBlock(UnaryOperator<Shape> shape, UnaryOperator<NDArray> function) {
        this.shape = shape;
        this.function = function;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        return new NDList(function.apply(inputs.singletonOrThrow()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {shape.apply(inputShapes[0])};
    }
}
