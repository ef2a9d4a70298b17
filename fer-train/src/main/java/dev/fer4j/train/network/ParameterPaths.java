package dev.fer4j.train.network;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Paths of a block's parameters, such as {@code block2.body.sepconv1.depthwise.weight}: the names
 * of the enclosing blocks, from the outermost, and the parameter's name, joined by dots.
 *
 * <p>DJL prefixes the names of blocks with numbers; these are omitted where the names of a block's
 * children differ without them. Two networks with the same configuration have the same paths.
 */
public final class ParameterPaths {

    private ParameterPaths() {}

    /**
     * Returns all parameters by path, including running statistics, in the order of the network.
     */
    public static Map<String, Parameter> of(Block block) {
        ImmutableMap.Builder<String, Parameter> found = ImmutableMap.builder();
        collect("", block, found);
        return found.buildOrThrow();
    }

    private static void collect(
            String prefix, Block block, ImmutableMap.Builder<String, Parameter> found) {
        for (Pair<String, Parameter> parameter : block.getDirectParameters()) {
            found.put(prefix + parameter.getKey(), parameter.getValue());
        }
        Map<String, Block> children = new LinkedHashMap<>();
        for (Pair<String, Block> child : block.getChildren()) {
            children.put(child.getKey().replaceFirst("^\\d+", ""), child.getValue());
        }
        if (children.size() < block.getChildren().size()) {
            children.clear();
            block.getChildren().forEach(child -> children.put(child.getKey(), child.getValue()));
        }
        children.forEach((name, child) -> collect(prefix + name + ".", child, found));
    }
}
