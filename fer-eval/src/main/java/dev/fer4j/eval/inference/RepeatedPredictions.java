package dev.fer4j.eval.inference;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An arbitrary metric, given each prediction as many times as its cluster counts. */
record RepeatedPredictions(
        Predictions predictions, Clusters of, Function<Predictions, Outcome> metric)
        implements ClusteredMetric {

    RepeatedPredictions {
        of.checkSamples(predictions.size());
    }

    @Override
    public int clusters() {
        return of.count();
    }

    @Override
    public Outcome of(int[] times) {
        List<Prediction> repeated = new ArrayList<>(predictions.size());
        for (int i = 0; i < predictions.size(); i++) {
            for (int time = 0; time < times[of.of(i)]; time++) {
                repeated.add(predictions.all().get(i));
            }
        }
        return metric.apply(new Predictions(repeated));
    }
}
