package dev.fer4j.benchmarks.xception;

import java.util.List;
import java.util.Map;

/**
 * What {@code xception_torch.py random} writes to {@code reference.json}.
 *
 * @param logits of two images, by profile and size
 * @param losses empty: nothing is trained
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

    /** What {@code xception_torch.py logits} prints. */
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
