package dev.fer4j.benchmarks.validity;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.metric.Metric;
import dev.fer4j.eval.metric.PrArea;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A simulated study in the forms required by the procedures, which compare the second model with
 * the first.
 *
 * @param result the result of the trainings
 * @param inference fer4j's default analysis
 * @param reference predictions of the first model
 * @param scores scores by cell: all trainings of the first model, of the second, …
 * @param participants participants of the images
 * @param recordings recordings of the images
 * @param seed seed of the procedures' random draws
 */
record SimulatedStudies(
        StudyResult result,
        StudyInference inference,
        Predictions reference,
        List<double[]> scores,
        Clusters participants,
        Clusters recordings,
        Seed seed) {

    static SimulatedStudies of(StudyResult result, Seed seed) {
        List<Predictions> tests = result.cells().stream().map(CellResult::test).toList();
        Predictions reference = tests.get(0);
        return new SimulatedStudies(
                result,
                StudyInference.of(result, seed),
                reference,
                tests.stream().map(Predictions::probabilities).toList(),
                Clusters.participants(reference),
                Clusters.recordings(reference),
                seed);
    }

    boolean[] positives() {
        return reference.positives();
    }

    /** The AUC of the second model minus that of the first, averaged over trainings. */
    ClusteredMetric difference(Clusters clusters) {
        int trainings = result.plan().seeds().size();
        return ClusteredMetric.mean(
                IntStream.range(0, trainings)
                        .mapToObj(
                                training ->
                                        auc(trainings + training, clusters)
                                                .minus(auc(training, clusters)))
                        .toList());
    }

    ClusteredMetric auc(int cell, Clusters clusters) {
        return ClusteredMetric.auc(positives(), scores.get(cell), clusters);
    }

    ClusteredMetric averagePrecision(int cell) {
        return ClusteredMetric.of(
                result.cells().get(cell).test(),
                participants,
                Metric.prAuc(PrArea.AVERAGE_PRECISION)::of);
    }

    /** Clusters of one image each. */
    Clusters images() {
        return Clusters.of(
                IntStream.range(0, reference.size()).mapToObj(Integer::toString).toList());
    }
}
