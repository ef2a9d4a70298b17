package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;

/** The sum of a body's output and of its input, or of a shortcut's output for that input. */
final class Residual extends AbstractBlock {

    private final Block body;
    private final Optional<Block> shortcut;

    Residual(Block body) {
        this(body, Optional.empty());
    }

    Residual(Block body, Block shortcut) {
        this(body, Optional.of(shortcut));
    }

    private Residual(Block body, Optional<Block> shortcut) {
        this.body = addChildBlock("body", body);
        this.shortcut = shortcut.map(block -> addChildBlock("shortcut", block));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray sum = body.forward(parameters, inputs, training).singletonOrThrow();
        NDList other =
                shortcut.map(block -> block.forward(parameters, inputs, training)).orElse(inputs);
        // In place, since no gradient needs the body's output: pooling uses indices, and batch
        // normalization its input.
        return new NDList(sum.addi(other.singletonOrThrow()));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        body.initialize(manager, type, inputShapes);
        shortcut.ifPresent(block -> block.initialize(manager, type, inputShapes));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return body.getOutputShapes(inputShapes);
    }
}
