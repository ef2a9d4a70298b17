package dev.fer4j.cli.output;

import dev.fer4j.core.design.LabelNames;
import dev.fer4j.train.model.GroupPrediction;
import dev.fer4j.train.model.ImagePrediction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the output of {@code fer predict}.
 *
 * @param id an image's path or sample id, or the id of a recording or participant
 * @param images number of images that the prediction is based on
 * @param logit empty if the rule does not yield one
 * @param probability of the positive class
 * @param label name of the predicted class
 */
public record PredictedRow(
        String id, int images, Optional<Double> logit, double probability, String label) {

    public static final List<String> COLUMNS =
            List.of("id", "images", "logit", "probability", "label");

    public static PredictedRow of(String id, ImagePrediction prediction, LabelNames names) {
        return new PredictedRow(
                id,
                1,
                Optional.of(prediction.logit()),
                prediction.probability(),
                names.of(prediction.label()));
    }

    public static PredictedRow of(GroupPrediction prediction, LabelNames names) {
        return new PredictedRow(
                prediction.id(),
                prediction.images(),
                prediction.logit(),
                prediction.probability(),
                names.of(prediction.label()));
    }

    public List<String> cells() {
        return List.of(
                id,
                Integer.toString(images),
                logit.map(PredictedRow::decimal).orElse(""),
                decimal(probability),
                label);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
