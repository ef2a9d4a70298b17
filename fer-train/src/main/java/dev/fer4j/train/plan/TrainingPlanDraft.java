package dev.fer4j.train.plan;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.optim.LearningRate;
import java.util.List;
import java.util.Set;

/** A mutable copy of a {@link TrainingPlan}, used to change a setting. */
final class TrainingPlanDraft {
    Backbone backbone;
    int inputSize;
    ImageFit fit;
    AugmentationPolicy augmentation;
    BatchAugmentation batchAugmentation;
    Sampling sampling;
    int epochs;
    int batchSize;
    LearningRate learningRate;
    Optimization optimization;
    ClassWeighting classWeighting;
    Set<String> frozen;
    List<Phase> phases;
    EarlyStopping earlyStopping;
    OnNotFinite onNotFinite;
    DeviceChoice device;
    Arithmetic arithmetic;

    TrainingPlanDraft(TrainingPlan plan) {
        backbone = plan.backbone();
        inputSize = plan.inputSize();
        fit = plan.fit();
        augmentation = plan.augmentation();
        batchAugmentation = plan.batchAugmentation();
        sampling = plan.sampling();
        epochs = plan.epochs();
        batchSize = plan.batchSize();
        learningRate = plan.learningRate();
        optimization = plan.optimization();
        classWeighting = plan.classWeighting();
        frozen = plan.frozen();
        phases = plan.phases();
        earlyStopping = plan.earlyStopping();
        onNotFinite = plan.onNotFinite();
        device = plan.device();
        arithmetic = plan.arithmetic();
    }

    TrainingPlan plan() {
        return new TrainingPlan(
                backbone,
                inputSize,
                fit,
                augmentation,
                batchAugmentation,
                sampling,
                epochs,
                batchSize,
                learningRate,
                optimization,
                classWeighting,
                frozen,
                phases,
                earlyStopping,
                onNotFinite,
                device,
                arithmetic);
    }
}
