package dev.fer4j.eval.report.section;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import dev.fer4j.core.Label;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.report.internal.MeanOutcome;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The section on the models' binary decisions at a threshold. */
public final class ThresholdSection {

    private static final ImmutableMap<String, Function<ConfusionMatrix, Outcome>> RATES =
            ImmutableMap.<String, Function<ConfusionMatrix, Outcome>>builder()
                    .put("Accuracy", ConfusionMatrix::accuracy)
                    .put("Majority", ConfusionMatrix::majorityAccuracy)
                    .put("Balanced accuracy", ConfusionMatrix::balancedAccuracy)
                    .put("Recall", ConfusionMatrix::recall)
                    .put("Specificity", ConfusionMatrix::specificity)
                    .put("Precision", ConfusionMatrix::precision)
                    .put("F1", ConfusionMatrix::f1)
                    .put("MCC", ConfusionMatrix::matthews)
                    .buildOrThrow();

    private final StudyPlan plan;
    private final List<Trained> trained;

    public ThresholdSection(StudyResult study) {
        this.plan = study.plan();
        this.trained = Trained.of(study);
    }

    public Section section() {
        return new Section(
                "At a threshold",
                List.of(
                        new Block.Paragraph(
                                "The areas above need no threshold, but using a model does. Each"
                                        + " training's threshold was chosen once, on its validation"
                                        + " images ("
                                        + Trained.RULE.title()
                                        + "), and then applied unchanged to the test images. Test"
                                        + " images are from another category, with another"
                                        + " prevalence: a model can rank them well and still"
                                        + " classify them badly here."),
                        new Block.TableBlock(rates()),
                        new Block.TableBlock(counts())));
    }

    private List<Column> columns(Stream<String> numbers) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (plan.splits().size() > 1) {
            columns.add(Column.name("Train → test"));
        }
        numbers.map(Column::right).forEach(columns::add);
        return columns;
    }

    private List<String> start(Trained model) {
        List<String> row = new ArrayList<>();
        row.add(model.condition().title());
        if (plan.splits().size() > 1) {
            row.add(SplitName.inShort(model.split()));
        }
        return row;
    }

    private static List<ConfusionMatrix> matrices(Trained model) {
        return Streams.zip(
                        model.tests().stream(),
                        model.thresholds().stream(),
                        (test, threshold) -> ConfusionMatrix.at(test, threshold.value()))
                .toList();
    }

    private Table rates() {
        List<List<String>> rows = new ArrayList<>();
        for (Trained model : trained) {
            List<String> row = start(model);
            row.add(
                    MeanOutcome.withSpread(
                            model.thresholds(), threshold -> Outcome.of(threshold.value())));
            List<ConfusionMatrix> matrices = matrices(model);
            RATES.values().forEach(rate -> row.add(MeanOutcome.withSpread(matrices, rate)));
            rows.add(row);
        }
        return new Table(
                "Test split at the threshold chosen on validation, per image",
                columns(Stream.concat(Stream.of("Threshold"), RATES.keySet().stream())),
                rows,
                "Positive class: "
                        + plan.labels().positive()
                        + ". Majority: the accuracy of always predicting the more"
                        + " common class, which a useful model has to beat. MCC: Matthews's"
                        + " correlation; 0 without skill."
                        + undefined());
    }

    /** A note on trainings without a threshold chosen on validation data. */
    private String undefined() {
        long without =
                trained.stream()
                        .flatMap(model -> model.thresholds().stream())
                        .filter(threshold -> threshold.validation().isEmpty())
                        .count();
        return without == 0
                ? ""
                : " No threshold could be chosen on validation data for "
                        + without
                        + " of the trainings; one half is used instead.";
    }

    private static ImmutableMap<String, ToIntFunction<ConfusionMatrix>> counts(LabelNames names) {
        String positive = names.atStart(Label.POSITIVE);
        String negative = names.atStart(Label.NOT_INTERESTED);
        return ImmutableMap.of(
                positive + ", called so",
                ConfusionMatrix::truePositives,
                positive + ", missed",
                ConfusionMatrix::falseNegatives,
                negative + ", called so",
                ConfusionMatrix::trueNegatives,
                negative + ", called " + names.inWords(Label.POSITIVE),
                ConfusionMatrix::falsePositives);
    }

    private Table counts() {
        ImmutableMap<String, ToIntFunction<ConfusionMatrix>> counts = counts(plan.labels());
        List<List<String>> rows = new ArrayList<>();
        for (Trained model : trained) {
            List<String> row = start(model);
            List<ConfusionMatrix> matrices = matrices(model);
            counts.values()
                    .forEach(
                            count ->
                                    row.add(
                                            Integer.toString(
                                                    matrices.stream().mapToInt(count).sum())));
            rows.add(row);
        }
        return new Table(
                "Confusion matrices at these thresholds",
                columns(counts.keySet().stream()),
                rows,
                "Test images."
                        + (plan.seeds().size() == 1
                                ? ""
                                : " Those of "
                                        + plan.seeds().size()
                                        + " trainings pooled: each image counts that many times."));
    }
}
