package dev.fer4j.train.plan;

import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.Pictures;
import dev.fer4j.train.Training;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trainings of a small network on 20 images, in batches of 8, 8 and 4.
 *
 * @param composition as many images validate
 */
public record SmallTraining(Composition composition) {

    /** Two epochs at a constant rate. */
    public static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(MiniXception.defaults().withWidth(0.5))
                    .withInputSize(48)
                    .withBatchSize(8)
                    .withEpochs(2)
                    .withLearningRate(new LearningRate.Constant(0.01));

    /** Draws the images. */
    public static SmallTraining in(Path folder) throws IOException {
        return new SmallTraining(Pictures.compose(folder, 20));
    }

    public TrainingRun run(TrainingPlan plan, TrainingOptions options) {
        return Training.run(plan, composition, new Seed(1), options);
    }

    public List<Sample> validation() {
        return composition.samples(Split.VALIDATE);
    }
}
