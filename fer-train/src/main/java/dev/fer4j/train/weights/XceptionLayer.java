package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableList;
import dev.fer4j.train.xception.Xception;
import java.util.List;
import java.util.Optional;

/**
 * A layer of Xception that has weights, with its names.
 *
 * @param path our path
 * @param keras name in the Keras application; empty for shortcuts, which Keras numbers in order of
 *     creation
 * @param timm prefix in timm's {@code legacy_xception}
 */
record XceptionLayer(LayerKind kind, String path, Optional<String> keras, String timm) {

    /** The path of the last layer. */
    static final String HEAD = "logit";

    /**
     * Returns all layers in the order of a Keras file, where a shortcut comes after the second
     * batch normalization of its block.
     */
    static List<XceptionLayer> of(Xception config) {
        ImmutableList.Builder<XceptionLayer> layers = ImmutableList.builder();
        for (int i = 1; i <= 2; i++) {
            String keras = "block1_conv" + i;
            layers.add(named(LayerKind.CONVOLUTION, "block1.conv" + i, keras, "conv" + i));
            layers.add(named(LayerKind.NORM, "block1.bn" + i, keras + "_bn", "bn" + i));
        }
        // timm numbers blocks from the one after the two convolutions.
        addDown(2, 0, layers);
        addDown(3, 1, layers);
        addDown(4, 1, layers);
        int block = 5;
        for (; block < 5 + config.middleRepeats(); block++) {
            for (int i = 1; i <= 3; i++) {
                addSeparable(block, i, 3 * i - 2, layers);
            }
        }
        addDown(block, 1, layers);
        block++;
        for (int i = 1; i <= 2; i++) {
            String path = "block" + block + ".sepconv" + i;
            String keras = "block" + block + "_sepconv" + i;
            layers.add(named(LayerKind.SEPARABLE, path, keras, "conv" + (i + 2)));
            layers.add(
                    named(
                            LayerKind.NORM,
                            "block" + block + ".bn" + i,
                            keras + "_bn",
                            "bn" + (i + 2)));
        }
        layers.add(named(LayerKind.DENSE, HEAD, "predictions", "fc"));
        return layers.build();
    }

    private static void addDown(
            int block, int firstPlace, ImmutableList.Builder<XceptionLayer> layers) {
        addSeparable(block, 1, firstPlace, layers);
        addSeparable(block, 2, firstPlace + 3, layers);
        String path = "block" + block + ".shortcut";
        String timm = "block" + (block - 1);
        layers.add(
                new XceptionLayer(
                        LayerKind.CONVOLUTION, path + ".conv", Optional.empty(), timm + ".skip"));
        layers.add(
                new XceptionLayer(
                        LayerKind.NORM, path + ".bn", Optional.empty(), timm + ".skipbn"));
    }

    /**
     * Adds a separable convolution and its batch normalization, by their index in timm's sequence.
     */
    private static void addSeparable(
            int block, int number, int place, ImmutableList.Builder<XceptionLayer> layers) {
        String body = "block" + block + ".body.";
        String keras = "block" + block + "_sepconv" + number;
        String timm = "block" + (block - 1) + ".rep.";
        layers.add(named(LayerKind.SEPARABLE, body + "sepconv" + number, keras, timm + place));
        layers.add(named(LayerKind.NORM, body + "bn" + number, keras + "_bn", timm + (place + 1)));
    }

    private static XceptionLayer named(LayerKind kind, String path, String keras, String timm) {
        return new XceptionLayer(kind, path, Optional.of(keras), timm);
    }

    /** The path of our parameter. */
    String path(WeightRole role) {
        return path + "." + role.ours();
    }

    /** The name of a weight in timm. */
    String timm(WeightRole role) {
        return timm + "." + role.torch();
    }

    boolean isHead() {
        return path.equals(HEAD);
    }
}
