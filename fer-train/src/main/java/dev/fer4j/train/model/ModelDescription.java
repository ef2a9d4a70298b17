package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.LabelNames;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.train.network.Backbone;

/**
 * Everything needed to use a model, apart from its weights.
 *
 * @param backbone the network
 * @param preprocessing how images become its input
 * @param labels names of its classes
 * @param threshold the probability at or above which the positive class is predicted
 * @param trainedOn the origin of its weights
 */
public record ModelDescription(
        Backbone backbone,
        Preprocessing preprocessing,
        LabelNames labels,
        Threshold threshold,
        TrainedOn trainedOn) {

    public ModelDescription {
        requireNonNull(labels);
        checkArgument(
                threshold.value() >= 0 && threshold.value() <= 1,
                "threshold %s is not in [0, 1]",
                threshold.value());
        requireNonNull(trainedOn);
        checkArgument(
                preprocessing.inputSize() >= backbone.smallestInput(),
                "inputSize %s is below %s, the network's smallest",
                preprocessing.inputSize(),
                backbone.smallestInput());
    }

    /** Describes a network of stretched images about which nothing else is known. */
    public static ModelDescription of(Backbone backbone, int inputSize) {
        return of(backbone, inputSize, ImageFit.STRETCH);
    }

    /** Describes a network about which nothing else is known; its threshold is one half. */
    public static ModelDescription of(Backbone backbone, int inputSize, ImageFit fit) {
        return new ModelDescription(
                backbone,
                Preprocessing.ofTraining(inputSize, fit),
                LabelNames.INTEREST,
                Threshold.HALF,
                TrainedOn.UNKNOWN);
    }

    public ModelDescription withThreshold(Threshold chosen) {
        return new ModelDescription(backbone, preprocessing, labels, chosen, trainedOn);
    }

    public ModelDescription withTrainedOn(TrainedOn origin) {
        return new ModelDescription(backbone, preprocessing, labels, threshold, origin);
    }

    public ModelDescription withLabels(LabelNames names) {
        return new ModelDescription(backbone, preprocessing, names, threshold, trainedOn);
    }
}
