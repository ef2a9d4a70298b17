package dev.fer4j.synthesis.audit;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
 * @param parents its predictions for the real frames from which they were made; empty if none is
 *     known
 */
public record LabelPreservation(
        double threshold,
        List<Prediction> kept,
        List<Prediction> dropped,
        Optional<Parents> parents) {

    /**
     * The real frames, without which it is unknown whether an image has lost its label or its frame
     * did not show it.
     *
     * @param frames how many there are, each once
     * @param confirmed of how many of them the classifier says what their label says
     * @param images synthetic images that were made from confirmed frames
     * @param preserved of how many of these it still says so
     */
    public record Parents(int frames, int confirmed, int images, int preserved) {

        /** Share of real frames whose label is confirmed: the upper limit for synthetic ones. */
        public double agreement() {
            return share(confirmed, frames);
        }

        /** Share of confirmed frames' images that keep the label; 1 if there are none. */
        public double preservation() {
            return share(preserved, images);
        }
    }

    public LabelPreservation {
        checkArgument(threshold >= 0 && threshold <= 1, "threshold %s is not in [0, 1]", threshold);
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
        parents.ifPresent(
                p -> checkArgument(p.preserved() <= p.images() && p.confirmed() <= p.frames()));
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
                predictions.all().stream().filter(p -> !agrees(p, threshold)).toList(),
                Optional.empty());
    }

    /**
     * Returns a copy with the classifier's predictions for the real frames.
     *
     * @param frames predictions of them
     * @param parents frame ids by image id, for images whose frame is among them
     */
    public LabelPreservation withParents(Predictions frames, Map<String, String> parents) {
        Map<String, Prediction> byId =
                frames.all().stream()
                        .collect(Collectors.toMap(Prediction::sample, Function.identity()));
        int images = 0;
        int preserved = 0;
        for (List<Prediction> part : List.of(kept, dropped)) {
            for (Prediction image : part) {
                boolean confirmed =
                        Optional.ofNullable(parents.get(image.sample()))
                                .flatMap(id -> Optional.ofNullable(byId.get(id)))
                                .filter(frame -> agrees(frame, threshold))
                                .isPresent();
                images += confirmed ? 1 : 0;
                preserved += confirmed && agrees(image, threshold) ? 1 : 0;
            }
        }
        int confirmed = (int) frames.all().stream().filter(p -> agrees(p, threshold)).count();
        return new LabelPreservation(
                threshold,
                kept,
                dropped,
                frames.all().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Parents(frames.all().size(), confirmed, images, preserved)));
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
