package dev.fer4j.benchmarks.layers;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.util.Pair;
import dev.fer4j.train.network.StagedBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A block without parts, and the shape of its input.
 *
 * @param kind what it computes
 * @param block the block, initialized
 * @param input the shape of its input
 */
record Layer(String kind, Block block, Shape input) {

    /** The layers of a network, in order. */
    static List<Layer> of(Block network, Shape input) {
        List<Layer> layers = new ArrayList<>();
        collect(network, input, layers);
        return layers;
    }

    private static void collect(Block block, Shape input, List<Layer> layers) {
        if (block instanceof StagedBlock staged) {
            Shape shape = input;
            for (String name : staged.stages()) {
                collect(staged.stage(name), shape, layers);
                shape = staged.stage(name).getOutputShapes(new Shape[] {shape})[0];
            }
        } else if (block.getChildren().isEmpty()) {
            layers.add(new Layer(kind(block, input), block, input));
        } else {
            // Branches, whose outputs are added.
            for (Pair<String, Block> branch : block.getChildren()) {
                collect(branch.getValue(), input, layers);
            }
        }
    }

    private static String kind(Block block, Shape input) {
        if (block instanceof BatchNorm) {
            return "batch normalization";
        }
        if (block instanceof LambdaBlock) {
            return "ReLU, global pooling";
        }
        if (!(block instanceof Convolution convolution)) {
            return block.getClass().getSimpleName();
        }
        Shape weights = weights(convolution);
        if (weights.get(1) == 1 && input.get(1) > 1) {
            return "depthwise convolution";
        }
        return weights.get(2) == 1 ? "pointwise convolution" : "full convolution";
    }

    private static Shape weights(Convolution convolution) {
        return convolution.getParameters().get("weight").getArray().getShape();
    }

    Shape output() {
        return block.getOutputShapes(new Shape[] {input})[0];
    }

    /** Multiplications and additions of the forward pass, of convolutions; otherwise 0. */
    double operations() {
        if (!(block instanceof Convolution convolution)) {
            return 0;
        }
        Shape weights = weights(convolution);
        return 2.0 * output().size() * weights.size() / weights.get(0);
    }

    /** Layers with the same key take the same time. */
    String key() {
        return kind + " " + input + " " + output();
    }
}
