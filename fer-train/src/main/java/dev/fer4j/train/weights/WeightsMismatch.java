package dev.fer4j.train.weights;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.keras.network.KerasNetwork;
import dev.fer4j.train.network.Backbone;
import java.nio.file.Path;
import java.util.List;

/** Why a file's weights cannot be loaded, and what to do. */
final class WeightsMismatch {

    private WeightsMismatch() {}

    /** Returns the problem of a report, for a network of this backbone, that is not complete. */
    static InputException of(Path path, WeightsReport report, Backbone backbone) {
        return new InputException(
                Problem.Kind.UNEXPECTED_LAYOUT,
                path,
                "does not fit the network:\n  " + report.toText(),
                backbone instanceof KerasNetwork
                        ? "give the file that the network was read from, with all weights"
                        : mend(report));
    }

    private static String mend(WeightsReport report) {
        List<WeightEntry> refused =
                report.entries().stream().filter(e -> !e.outcome().acceptable()).toList();
        if (report.matches() == 0) {
            return "give the weights of such a network, for an Xception from Keras or timm";
        }
        if (refused.stream().allMatch(WeightsMismatch::isHead)) {
            return "load it as pretrained weights, which keeps the network's own last layer";
        }
        if (refused.stream().allMatch(e -> e.outcome() == WeightOutcome.MISSING)) {
            return "write the file again with all weights, or give the file's number of middle"
                    + " blocks";
        }
        if (refused.stream().allMatch(e -> e.outcome() == WeightOutcome.UNEXPECTED)) {
            return "give the file's number of middle blocks, or write it without other tensors";
        }
        List<WeightEntry> unfit = report.entries(WeightOutcome.UNFIT);
        if (!unfit.isEmpty()
                && unfit.stream().allMatch(e -> e.note().equals(WeightAssignment.NOT_FLOAT))) {
            return "convert the tensors to float32 and write the file again";
        }
        return "make the network with the file's width and number of middle blocks";
    }

    private static boolean isHead(WeightEntry entry) {
        return entry.parameter()
                .filter(path -> path.startsWith(XceptionLayer.HEAD + "."))
                .isPresent();
    }
}
