package dev.fer4j.train;

import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.TrainedOn;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.Map;
import java.util.Optional;

/**
 * Describes the models that a training produces.
 *
 * @param description the description without the origin of the weights
 * @param initialWeights digest of the file of initial weights
 */
record ModelOrigin(
        ModelDescription description,
        String condition,
        long seed,
        Optional<String> initialWeights) {

    static ModelOrigin of(
            TrainingPlan plan, Composition composition, Seed seed, TrainingOptions options) {
        return new ModelOrigin(
                ModelDescription.of(plan.backbone(), plan.inputSize(), plan.fit()),
                composition.condition().title(),
                seed.value(),
                options.initialWeights().map(TrainingIdentity::digest));
    }

    /**
     * Describes a model whose training has ended.
     *
     * @param epoch the epoch of the weights; 0 for the initial weights
     */
    ModelDescription description(int epoch, TrainingRun.Ending ending) {
        TrainedOn trained =
                new TrainedOn(
                        Optional.of(condition),
                        Optional.of(seed),
                        epoch == 0 ? Optional.empty() : Optional.of(epoch),
                        Map.of("ending", ending.name()));
        return description.withTrainedOn(
                initialWeights
                        .map(digest -> trained.withNote("initial weights", "sha-256 " + digest))
                        .orElse(trained));
    }
}
