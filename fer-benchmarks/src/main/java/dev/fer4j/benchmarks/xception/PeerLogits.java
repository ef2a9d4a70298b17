package dev.fer4j.benchmarks.xception;

import java.util.List;
import java.util.Map;

/**
 * The content of {@code reference.json}, as written by {@code xception_torch.py random}.
 *
 * @param logits logits of two images, by profile and size
 * @param losses always empty, since nothing is trained
 */
record PeerLogits(
        String made,
        String python,
        String torch,
        double width,
        int repeats,
        long parameters,
        Map<String, Map<String, List<Double>>> logits,
        Map<String, Double> losses) {

    /** The output of {@code xception_torch.py logits}. */
    record OfFile(Map<String, String> metadata, Map<String, List<Double>> logits) {

        OfFile {
            metadata = Map.copyOf(metadata);
            logits = Map.copyOf(logits);
        }
    }

    PeerLogits {
        logits = Map.copyOf(logits);
        losses = Map.copyOf(losses);
    }
}
