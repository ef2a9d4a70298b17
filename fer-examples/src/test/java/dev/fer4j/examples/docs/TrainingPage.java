package dev.fer4j.examples.docs;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdChoice;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.train.ResumableTraining;
import dev.fer4j.train.StopOnTermination;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.model.ImagePrediction;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Code of docs/training.md and docs/predicting.md. */
final class TrainingPage {

    private TrainingPage() {}

    static void save(TrainingRun run, Composition composition, Path file) throws IOException {
        Predictions validation = run.model().predict(composition.samples(Split.VALIDATE));
        ThresholdChoice threshold = ThresholdRule.maximalYouden().choose(validation);
        run.model().save(file, threshold.orHalf()); // a model file: see predicting.md
    }

    static TrainingPlan phases() {
        List<Phase> phases =
                List.of(
                        Phase.headOnly(Xception.FULL, 5, new LearningRate.Constant(1e-3)),
                        new Phase(
                                "all",
                                50,
                                Set.of("block1", "block2"),
                                new LearningRate.Exponential(1e-5, 0.95)));
        TrainingPlan plan = TrainingPlan.paper().withPhases(phases);
        return plan;
    }

    static TrainingPlan ownRate(TrainingPlan plan) {
        LearningRate triangle =
                LearningRate.of(
                        "triangle: 1e-3 in epoch 10, 0 in epoch 20",
                        (epoch, step, steps) ->
                                1e-4
                                        * Math.max(
                                                0,
                                                10 - Math.abs(epoch + (double) step / steps - 10)));
        return plan.withLearningRate(triangle);
    }

    static TrainingRun resume(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            TrainingOptions options,
            Path folder) {
        try (StopOnTermination stop = new StopOnTermination(Duration.ofMinutes(1))) {
            Checkpoints checkpoints = Checkpoints.in(folder); // of dev.fer4j.train.checkpoint
            TrainingOptions stoppable = options.withStopRequested(stop);
            return ResumableTraining.run(plan, composition, seed, stoppable, checkpoints);
        }
    }

    static List<ImagePrediction> predict(
            TrainingRun run,
            Predictions validationPredictions,
            Path path,
            RgbImage image,
            List<RgbImage> images)
            throws IOException {
        Threshold threshold = ThresholdRule.maximalYouden().choose(validationPredictions).orHalf();
        run.model().save(path, threshold, new LabelNames("calm", "moved")); // after Training.run

        try (Predictor predictor = Predictor.open(path, DeviceChoice.CPU)) {
            ImagePrediction one = predictor.predict(image); // logit, probability, label
            System.out.println(one.probability());
            return predictor.predict(images); // of any sizes
        }
    }
}
