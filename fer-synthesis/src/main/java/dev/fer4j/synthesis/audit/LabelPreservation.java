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
 * Whether synthetic images still show the label that they have inherited, as judged by a classifier
 * trained on real images only. Where the classifier is wrong about real images, it is wrong about
 * these too; and images that it agrees with teach another classifier only what this one already
 * knows.
 *
 * @param threshold the probability from which on the classifier predicts INTERESTED; chosen on
 *     validation images
 * @param kept images whose label the classifier predicts
 * @param dropped images whose label it does not predict
 * @param parents its predictions for the real frames from which they were made; empty if none are
 *     known
 */
public record LabelPreservation(
        double threshold,
        List<Prediction> kept,
        List<Prediction> dropped,
        Optional<Parents> parents) {

    /**
     * The predictions for the real frames. Without them it is unknown whether an image has lost its
     * label or its frame never showed it.
     *
     * @param frames number of distinct frames
     * @param confirmed number of frames whose label the classifier predicts
     * @param images number of synthetic images made from confirmed frames
     * @param preserved number of these whose label it still predicts
     */
    public record Parents(int frames, int confirmed, int images, int preserved) {

        /** Share of real frames whose label is confirmed: an upper bound for synthetic images. */
        public double agreement() {
            return share(confirmed, frames);
        }

        /** Share of the images of confirmed frames that keep the label; 1 if there are none. */
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
     * Evaluates the predictions for synthetic images.
     *
     * @param predictions for the images, with their inherited labels
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
     * @param frames predictions for the real frames
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
