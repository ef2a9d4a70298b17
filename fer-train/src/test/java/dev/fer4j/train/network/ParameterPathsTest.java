package dev.fer4j.train.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import dev.fer4j.core.Seed;
import dev.fer4j.train.xception.Xception;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterPathsTest {

    @Test
    void pathsAreNamesOfBlocksInOrder() {
        assertThat(
                        ParameterPaths.of(Xception.FULL.withMiddleRepeats(1).build(new Seed(1)))
                                .keySet())
                .startsWith("block1.conv1.weight", "block1.bn1.gamma", "block1.bn1.beta")
                .containsSubsequence(
                        "block2.body.sepconv1.depthwise.weight",
                        "block2.body.sepconv1.pointwise.weight",
                        "block2.body.bn1.gamma",
                        "block2.shortcut.conv.weight",
                        "block5.body.sepconv3.depthwise.weight",
                        "block7.bn2.runningVar")
                .endsWith("logit.weight", "logit.bias");
    }

    @Test
    void numbersStayWhereNamesWouldBeEqualWithoutThem() {
        SequentialBlock twoAlike =
                new SequentialBlock()
                        .add(Linear.builder().setUnits(1).build())
                        .add(Linear.builder().setUnits(1).build());
        assertThat(ParameterPaths.of(new StagedBlock(Map.of("top", twoAlike))).keySet())
                .containsExactly(
                        "top.01Linear.weight",
                        "top.01Linear.bias",
                        "top.02Linear.weight",
                        "top.02Linear.bias");
    }
}
