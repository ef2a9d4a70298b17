package dev.fer4j.train.keras.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Layers between one array and another, with branches; a layer with several inputs sums them. */
final class LayerGraph extends AbstractBlock {

    private final String input;
    private final List<NetworkLayer> layers;
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    /**
     * Creates a block.
     *
     * @param input the name of the layer before it, whose output it receives
     * @param layers layers in an order in which each follows its inputs; the last is the output
     */
    LayerGraph(String input, List<NetworkLayer> layers) {
        this.input = input;
        this.layers = List.copyOf(layers);
        for (NetworkLayer layer : layers) {
            blocks.put(layer.name(), addChildBlock(layer.name(), layer.operation().block()));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDArray last =
                walk(
                        inputs.singletonOrThrow(),
                        NDArray::add,
                        (layer, array) ->
                                blocks.get(layer)
                                        .forward(parameters, new NDList(array), training)
                                        .singletonOrThrow());
        return new NDList(last);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        walk(
                inputShapes[0],
                (one, other) -> one,
                (layer, shape) -> {
                    Block block = blocks.get(layer);
                    block.initialize(manager, type, shape);
                    return block.getOutputShapes(new Shape[] {shape})[0];
                });
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape last =
                walk(
                        inputShapes[0],
                        (one, other) -> one,
                        (layer, shape) ->
                                blocks.get(layer).getOutputShapes(new Shape[] {shape})[0]);
        return new Shape[] {last};
    }

    private <T> T walk(T first, BiFunction<T, T, T> sum, BiFunction<String, T, T> step) {
        Map<String, T> outputs = new HashMap<>();
        outputs.put(input, first);
        T last = first;
        for (NetworkLayer layer : layers) {
            T joined = outputs.get(layer.inputs().get(0));
            for (String other : layer.inputs().subList(1, layer.inputs().size())) {
                joined = sum.apply(joined, outputs.get(other));
            }
            last = step.apply(layer.name(), joined);
            outputs.put(layer.name(), last);
        }
        return last;
    }
}
