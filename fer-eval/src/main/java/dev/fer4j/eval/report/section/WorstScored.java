package dev.fer4j.eval.report.section;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparingDouble;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The images on which a model is most wrong, for inspection, ordered by the probability of the
 * wrong label. Only the worst image of each recording is included, since its images look alike.
 */
public final class WorstScored {

    private WorstScored() {}

    /**
     * Finds them.
     *
     * @param predictions of one model
     * @param label the true label of the images
     * @param most the maximum number of images; 0 or more
     * @return the worst first, ties in the order of the predictions; only images for which the
     *     wrong label has the larger probability
     */
    public static List<Prediction> of(Predictions predictions, Label label, int most) {
        checkArgument(most >= 0, "%s images cannot be shown", most);
        List<Prediction> wrong =
                predictions.all().stream()
                        .filter(prediction -> prediction.label() == label)
                        .filter(prediction -> error(prediction) > 0.5)
                        .sorted(comparingDouble(prediction -> -error(prediction)))
                        .toList();
        Set<String> recordings = new HashSet<>();
        List<Prediction> worst = new ArrayList<>();
        for (Prediction prediction : wrong) {
            if (worst.size() < most && recordings.add(prediction.recording())) {
                worst.add(prediction);
            }
        }
        return List.copyOf(worst);
    }

    /** The probability of the wrong label. */
    private static double error(Prediction prediction) {
        return prediction.label() == Label.POSITIVE
                ? 1 - prediction.probability()
                : prediction.probability();
    }
}
