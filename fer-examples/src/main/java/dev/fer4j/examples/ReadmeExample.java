package dev.fer4j.examples;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.train.Training;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Composes and trains in single steps: from two folders to an AUC on people never seen. */
public final class ReadmeExample {

    private ReadmeExample() {}

    /** Arguments: a NeuroBioSense folder and a folder of stills; without any, a drawn corpus. */
    public static void main(String[] arguments) throws IOException {
        boolean given = arguments.length > 1;
        Path videos = given ? Path.of(arguments[0]) : ExampleInputs.toy().baseline();
        Path stills = given ? Path.of(arguments[1]) : ExampleInputs.toy().youtube();
        TrainingPlan plan = given ? TrainingPlan.paper() : ExampleInputs.SMALL;
        Path work = ExampleInputs.folder("readme");
        Outcome auc = rocAuc(videos, stills, work, plan, ProgressListener.none());
        System.out.println("ROC AUC " + auc.format(3));
    }

    /**
     * Trains on a baseline folder and stills, and tests on another category of advertisements.
     *
     * @param work where frames are kept
     */
    public static Outcome rocAuc(
            Path videos, Path stills, Path work, TrainingPlan plan, ProgressListener progress)
            throws IOException {
        DataSource baseline = DataSource.neuroBioSense(videos);
        DataSource youtube = DataSource.stills(stills);

        // Ten frames of each recording, as PNG files; what cannot be read is quarantined, not lost.
        Ingestion ingestion = new Ingestion(work.resolve("frames"), SamplingRule.paper());
        List<Manifest> manifests =
                List.of(
                        ingestion.run(baseline.list(), progress),
                        ingestion.run(youtube.list(), progress));

        // Throws if a person, a recording or an image is in two splits.
        Composition composition =
                Composition.compose(Condition.BASELINE_YOUTUBE, CategorySplit.paper(), manifests);

        try (TrainingRun run = Training.run(plan, composition, new Seed(1), progress)) {
            Predictions test = run.model().predict(composition.samples(Split.TEST));
            return RocCurve.of(test.positives(), test.probabilities()).auc();
        }
    }
}
