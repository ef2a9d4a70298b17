package dev.fer4j.study.output;

import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes a network as in a paper: Xception, 299 × 299 px, 20,863,529 parameters. */
final class NetworkText {

    private NetworkText() {}

    /**
     * Describes the network of a model file.
     *
     * @param file file whose parameters are counted, including running statistics
     */
    static String of(Backbone backbone, int inputSize, Path file) throws IOException {
        List<String> parts = new ArrayList<>();
        if (backbone instanceof Xception xception) {
            parts.add("Xception");
            if (xception.width() != 1) {
                parts.add(xception.width() + " of its width");
            }
            if (xception.middleRepeats() != Xception.FULL.middleRepeats()) {
                parts.add(xception.middleRepeats() + " middle blocks");
            }
        } else if (backbone instanceof MiniXception mini) {
            parts.add("mini-Xception");
            if (mini.width() != 1) {
                parts.add(mini.width() + " of its width");
            }
        } else {
            parts.add(backbone.getClass().getSimpleName());
        }
        parts.add(inputSize + " × " + inputSize + " px");
        try (SafetensorsFile weights = SafetensorsFile.open(file)) {
            long values =
                    weights.tensors().values().stream()
                            .mapToLong(tensor -> tensor.shape().size())
                            .sum();
            parts.add(String.format(Locale.ROOT, "%,d parameters", values));
        }
        return String.join(", ", parts);
    }
}
