package org.example.smileys;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.train.Training;
import dev.fer4j.train.TrainingPlan;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Trains a few steps on pictures of our own and prints an AUC. */
public final class Main {

    private Main() {}

    /** The first argument is a folder to work in. */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]);
        Path pictures = work.resolve("smileys").toAbsolutePath();
        Drawing.writeAll(pictures, List.of("tea", "coffee", "juice"));

        Manifest manifest =
                new Ingestion(work.resolve("frames"), SamplingRule.PAPER)
                        .run(new SmileySource(pictures).list(), ProgressListener.none());
        CategorySplit split =
                CategorySplit.of(
                        new AdCategory("tea"), new AdCategory("coffee"), new AdCategory("juice"));
        Composition composition =
                Composition.compose(Condition.BASELINE, split, List.of(manifest));

        TrainingPlan plan =
                TrainingPlan.small()
                        .withBackbone(
                                Xception.FULL
                                        .withWidth(0.125)
                                        .withMiddleRepeats(1)
                                        .withBatchNormMomentum(0.5))
                        .withInputSize(71)
                        .withBatchSize(8)
                        .withEpochs(4);
        try (TrainingRun run =
                Training.run(plan, composition, new Seed(1), ProgressListener.none())) {
            Predictions test = run.model().predict(composition.samples(Split.TEST));
            System.out.println(
                    "ROC AUC "
                            + RocCurve.of(test.positives(), test.probabilities()).auc().format(3)
                            + " on "
                            + test.size()
                            + " pictures of people and drinks that the model never saw");
        }
    }
}
