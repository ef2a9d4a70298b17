package dev.fer4j.synthesis.audit;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.List;

/**
 * Whether synthetic images still show the label that they have inherited, by the word of a
 * classifier that was trained on real images only. Where the classifier is wrong about real images
 * it is wrong about these; and images that it agrees with teach another classifier what this one
 * knows already.
 *
 * @param threshold from which probability on the classifier says INTERESTED; chosen on validation
 *     images
 * @param kept images on which it agrees with their label
 * @param dropped images on which it does not
 */
public record LabelPreservation(double threshold, List<Prediction> kept, List<Prediction> dropped) {

    /** Copies the lists. */
    public LabelPreservation {
        checkArgument(threshold >= 0 && threshold <= 1, "threshold %s is not in [0, 1]", threshold);
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }

    /**
     * Judges images.
     *
     * @param predictions of synthetic images with the labels that they have inherited
     */
    public static LabelPreservation of(Predictions predictions, double threshold) {
        return new LabelPreservation(
                threshold,
                predictions.all().stream().filter(p -> agrees(p, threshold)).toList(),
                predictions.all().stream().filter(p -> !agrees(p, threshold)).toList());
    }

    private static boolean agrees(Prediction prediction, double threshold) {
        return prediction.probability() >= threshold == (prediction.label() == Label.POSITIVE);
    }

    /** Share of all images that are kept; 1 if there are none. */
    public double agreement() {
        return share(kept.size(), kept.size() + dropped.size());
    }

    /** Share of the images of one label that are kept; 1 if there are none. */
    public double agreement(Label label) {
        long agreeing = kept.stream().filter(p -> p.label() == label).count();
        long others = dropped.stream().filter(p -> p.label() == label).count();
        return share(agreeing, agreeing + others);
    }

    private static double share(long part, long all) {
        return all == 0 ? 1 : (double) part / all;
    }
}
