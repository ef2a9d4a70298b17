package dev.fer4j.eval.probe;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.CrossedJackknife;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;
import java.util.Optional;

/**
 * Predictions of a {@link MetadataModel} that was fitted to the training samples of a condition.
 *
 * @param condition whose training samples it was fitted to
 * @param split of the categories
 * @param columns what the model knows of an image
 * @param validation predictions of the validation split
 * @param test predictions of the test split
 */
public record MetadataResult(
        Condition condition,
        CategorySplit split,
        List<String> columns,
        Predictions validation,
        Predictions test) {

    public MetadataResult {
        requireNonNull(condition);
        requireNonNull(split);
        columns = List.copyOf(columns);
        requireNonNull(validation);
        requireNonNull(test);
    }

    /** The name in tables, beside the condition's. */
    public String title() {
        return "Metadata only, fitted as " + condition.title();
    }

    /** The ROC AUC per test image. */
    public Outcome auc() {
        return RocCurve.of(test.positives(), test.probabilities()).auc();
    }

    /** The 95 % interval of {@link #auc()} over participants, as that of a network. */
    public Finding<Interval> interval() {
        return CrossedJackknife.of(List.of(ClusteredMetric.auc(test, Clusters.participants(test))))
                .flatMap(Estimate::shareInterval);
    }

    /**
     * Warns if the networks that were trained on the same samples rank test images no better.
     *
     * @param study with a cell for the condition, the split and each seed
     * @return empty if the mean of their ROC AUCs is higher, or if one is undefined
     */
    public Optional<String> warning(StudyResult study) {
        List<Outcome> networks =
                study.plan().seeds().stream()
                        .map(seed -> study.of(condition, split, seed).test())
                        .map(own -> RocCurve.of(own.positives(), own.probabilities()).auc())
                        .toList();
        if (auc().value().isEmpty() || networks.stream().anyMatch(o -> o.value().isEmpty())) {
            return Optional.empty();
        }
        double mean =
                networks.stream().mapToDouble(o -> o.value().orElseThrow()).average().orElseThrow();
        double own = auc().value().get();
        return own < mean
                ? Optional.empty()
                : Optional.of(
                        ("%s, split %s: a model that looks at no image ranks the test images as"
                                        + " well as the network or better (ROC AUC %s, network"
                                        + " %s). It knows: %s.")
                                .formatted(
                                        condition.title(),
                                        split.id(),
                                        auc().format(3),
                                        Outcome.of(mean).format(3),
                                        String.join(", ", columns)));
    }
}
