package dev.fer4j.train.xception;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;

/**
 * Xception (Chollet, "Xception: Deep Learning with Depthwise Separable Convolutions", CVPR 2017),
 * with the numbers of the Keras application: images {@code (N, 3, H, W)}, float32 in [−1, 1], H and
 * W at least 71, to logits {@code (N, 1)}.
 *
 * <p>At 299 × 299 and full width the stages give: block1 (N, 64, 147, 147), block2 (N, 128, 74,
 * 74), block3 (N, 256, 37, 37), block4 (N, 728, 19, 19), blocks 5–12 the same, block13 (N, 1024,
 * 10, 10), block14 (N, 2048, 10, 10), head (N, 1).
 */
public final class Xception extends AbstractBlock {

    Xception(XceptionConfig config) {
        Units units = new Units(config);
        addChildBlock("block1", units.stem(32, 64));
        // ReLU comes before each separable convolution except the very first.
        addChildBlock("block2", units.down(64, 128, 128, false));
        addChildBlock("block3", units.down(128, 256, 256, true));
        addChildBlock("block4", units.down(256, 728, 728, true));
        int next = 5;
        for (int i = 0; i < config.middleRepeats(); i++) {
            addChildBlock("block" + next++, units.middle(728));
        }
        addChildBlock("block" + next++, units.down(728, 728, 1024, true));
        addChildBlock("block" + next, units.last(1024, 1536, 2048));
        addChildBlock("pool", Pool.globalAvgPool2dBlock());
        addChildBlock("flatten", Blocks.batchFlattenBlock());
        addChildBlock("dropout", Dropout.builder().optRate((float) config.dropout()).build());
        addChildBlock("logit", Linear.builder().setUnits(1).build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDList current = inputs;
        for (Pair<String, Block> stage : children) {
            current = stage.getValue().forward(parameters, current, training);
        }
        return current;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        Shape[] shapes = inputShapes;
        for (Pair<String, Block> stage : children) {
            stage.getValue().initialize(manager, type, shapes);
            shapes = stage.getValue().getOutputShapes(shapes);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] shapes = inputShapes;
        for (Pair<String, Block> stage : children) {
            shapes = stage.getValue().getOutputShapes(shapes);
        }
        return shapes;
    }
}
