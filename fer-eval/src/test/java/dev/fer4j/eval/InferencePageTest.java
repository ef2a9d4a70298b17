package dev.fer4j.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Significance;
import org.junit.jupiter.api.Test;

/** The code that docs/evaluation-inference.md shows. */
class InferencePageTest {

    @Test
    void theExampleRuns() {
        Predictions test = MadeUpStudy.predictions(new Seed(1), 1, 20, 5, 10);
        Predictions reference = MadeUpStudy.predictions(new Seed(2), 0.5, 20, 5, 10);

        Clusters people = Clusters.participants(test);
        ClusteredMetric difference =
                ClusteredMetric.auc(test, people).minus(ClusteredMetric.auc(reference, people));
        Finding<Estimate> estimate = difference.estimate();
        Finding<Interval> interval = estimate.flatMap(Estimate::differenceInterval);
        Finding<Significance> p = estimate.flatMap(Estimate::test);

        assertThat(interval.result()).isPresent();
        assertThat(p.result()).isPresent();
    }
}
