package dev.fer4j.train.predict;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The probability from which the positive class is predicted. It is chosen on validation images and
 * then stays as it is.
 *
 * @param probability in [0, 1]
 * @param rule how it was chosen, in words
 */
public record DecisionThreshold(double probability, String rule) {

    /** One half, which nothing chose. */
    public static final DecisionThreshold HALF =
            new DecisionThreshold(0.5, "one half, not chosen on validation images");

    /** Checks the range. */
    public DecisionThreshold {
        checkArgument(
                probability >= 0 && probability <= 1, "threshold %s is not in [0, 1]", probability);
        checkArgument(!rule.isBlank(), "a threshold must say how it was chosen");
    }

    /**
     * The threshold of the largest Youden index, sensitivity + specificity − 1, over images
     * (Youden, "Index for rating diagnostic tests", 1950). It lies halfway between two
     * probabilities that were predicted, so that rounding does not move an image to the other side.
     * Of equal ones it is that nearest to one half; one half where no threshold is better than
     * chance.
     *
     * @param validation predictions of the validation split, never of the test split
     */
    public static DecisionThreshold onValidation(Predictions validation) {
        List<Prediction> ordered =
                validation.all().stream()
                        .sorted(Comparator.comparingDouble(Prediction::probability))
                        .toList();
        long positives = ordered.stream().filter(p -> p.label() == Label.POSITIVE).count();
        long negatives = ordered.size() - positives;
        double best = 0;
        double chosen = 0.5;
        long missed = 0;
        for (int i = 0; i + 1 < ordered.size(); i++) {
            missed += ordered.get(i).label() == Label.POSITIVE ? 1 : 0;
            double low = ordered.get(i).probability();
            double high = ordered.get(i + 1).probability();
            double index = (double) (i + 1 - missed) / negatives - (double) missed / positives;
            double middle = low + (high - low) / 2;
            // There is no number between neighbouring ones.
            double between = middle > low ? middle : high;
            boolean nearer = Math.abs(between - 0.5) < Math.abs(chosen - 0.5);
            if (low < high && (index > best || (index == best && best > 0 && nearer))) {
                best = index;
                chosen = between;
            }
        }
        return new DecisionThreshold(
                chosen,
                best > 0
                        ? String.format(
                                Locale.ROOT,
                                "the largest Youden index, %.3f, over %d validation images",
                                best,
                                ordered.size())
                        : "one half, since no threshold is better than chance on validation"
                                + " images");
    }

    /** The label of a probability: positive if it reaches the threshold. */
    public Label label(double positiveProbability) {
        return positiveProbability >= probability ? Label.POSITIVE : Label.NOT_INTERESTED;
    }
}
