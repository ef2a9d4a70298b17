package dev.fer4j.eval.report;

import dev.fer4j.core.Label;
import dev.fer4j.core.Split;
import dev.fer4j.eval.inference.StudyInference;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The study's Table 2 beside the paper's, and what is needed to read both. */
final class ResultsSection {

    private static final String ABSENT = "–";

    private final StudyPlan plan;
    private final StudyResult study;
    private final Table2 table;
    private final AucIntervals intervals;

    ResultsSection(StudyResult study, StudyInference inference, Table2 table) {
        this.plan = study.plan();
        this.study = study;
        this.table = table;
        this.intervals = new AucIntervals(inference);
    }

    Section section() {
        return new Section(
                "Results",
                List.of(
                        new Block.TableBlock(results()),
                        new Block.Paragraph(noSkill()),
                        new Block.Heading("Beside the paper"),
                        new Block.Points(new PaperComparison(study).points())));
    }

    private Table results() {
        boolean severalSplits = plan.splits().size() > 1;
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (severalSplits) {
            columns.add(Column.left("Train → test"));
        }
        Stream.of("n", "Prevalence", "No-skill PR", "AP", "PR trapezoid", "ROC AUC")
                .map(Column::right)
                .forEach(columns::add);
        Stream.of("95% of ROC AUC", "Accuracy", "Majority", "Paper PR", "Paper ROC")
                .map(Column::right)
                .forEach(columns::add);
        List<List<String>> rows =
                MeanMetrics.of(table, ResultsSection::isTestImages).stream()
                        .map(metrics -> row(metrics, severalSplits))
                        .toList();
        return new Table(
                "Table 2. Test split, per image, beside the paper's",
                columns,
                rows,
                "Positive class: "
                        + Label.POSITIVE
                        + ". AP, average precision, sums precision over steps of recall, without"
                        + " interpolation; PR trapezoid joins the curve's points by straight lines."
                        + " No-skill PR, what a model that knows nothing reaches, is the"
                        + " prevalence. 95%: interval over participants (jackknife, logit scale)."
                        + " Accuracy is that at probability 0.5; Majority that of always calling"
                        + " the more common class."
                        + (plan.seeds().size() == 1
                                ? ""
                                : " With ±: mean and standard deviation over "
                                        + plan.seeds().size()
                                        + " training seeds."));
    }

    private static boolean isTestImages(Table2.Row row) {
        return row.split() == Split.TEST && row.unit() == EvaluationUnit.IMAGE;
    }

    private List<String> row(MeanMetrics metrics, boolean severalSplits) {
        Optional<PaperResults.Auc> paper =
                PaperComparison.counterpart(metrics.condition(), metrics.rotation());
        List<String> row = new ArrayList<>();
        row.add(metrics.condition().title());
        if (severalSplits) {
            row.add(SplitName.inShort(metrics.rotation()));
        }
        row.add(Integer.toString(metrics.n()));
        for (UnitMetric metric : UnitMetric.TABLE_2.subList(0, 5)) {
            row.add(metrics.text(metric));
        }
        row.add(intervals.text(metrics.condition(), metrics.rotation(), EvaluationUnit.IMAGE));
        row.add(metrics.text(UnitMetric.ACCURACY));
        row.add(metrics.text(UnitMetric.MAJORITY_ACCURACY));
        row.add(paper.map(auc -> Outcome.of(auc.pr()).format(2)).orElse(ABSENT));
        row.add(paper.map(auc -> Outcome.of(auc.roc()).format(2)).orElse(ABSENT));
        return row;
    }

    private String noSkill() {
        List<String> below =
                table.of(Split.TEST, EvaluationUnit.IMAGE).stream()
                        .filter(row -> row.metrics().isAccuracyBelowMajority())
                        .map(Table2.Row::label)
                        .toList();
        String reading =
                "Numbers are to be read against those of a model that knows nothing: its average"
                        + " precision is the prevalence, its ROC AUC 0.5, and always naming the"
                        + " more common class has the majority accuracy.";
        if (below.isEmpty()) {
            return reading + " Every training's test accuracy reaches the majority accuracy.";
        }
        return reading
                + (below.size() > 10
                        ? " The test accuracy is below the majority accuracy for "
                                + below.size()
                                + " of "
                                + study.cells().size()
                                + " trainings."
                        : " The test accuracy is below the majority accuracy for: "
                                + String.join(", ", below)
                                + ".");
    }
}
