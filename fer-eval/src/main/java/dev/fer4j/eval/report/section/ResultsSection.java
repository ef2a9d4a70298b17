package dev.fer4j.eval.report.section;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Split;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.probe.MetadataResult;
import dev.fer4j.eval.report.internal.AucIntervals;
import dev.fer4j.eval.report.internal.MeanMetrics;
import dev.fer4j.eval.report.internal.PaperComparison;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.table.PaperNumbers;
import dev.fer4j.eval.report.table.PaperResults;
import dev.fer4j.eval.report.table.Table2;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetric;
import dev.fer4j.eval.unit.UnitMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The section with the study's Table 2 next to the paper's, and what is needed to interpret both.
 */
public final class ResultsSection {

    private static final String ABSENT = "–";

    private final StudyPlan plan;
    private final StudyResult study;
    private final Table2 table;
    private final AucIntervals intervals;
    private final PaperNumbers paper;

    public ResultsSection(
            StudyResult study, StudyInference inference, Table2 table, PaperNumbers paper) {
        this.plan = study.plan();
        this.study = study;
        this.table = table;
        this.intervals = new AucIntervals(inference);
        this.paper = paper;
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.TableBlock(results()));
        blocks.add(new Block.Paragraph(noSkill()));
        List<String> warnings =
                table.metadata().stream().flatMap(model -> model.warning(study).stream()).toList();
        if (!warnings.isEmpty()) {
            blocks.add(new Block.Points(warnings));
        }
        PaperComparison comparison = new PaperComparison(study);
        if (paper == PaperNumbers.SHOWN && comparison.isOfInterest()) {
            blocks.add(new Block.Heading("Beside the paper"));
            blocks.add(new Block.Points(comparison.points()));
        }
        return new Section("Results", blocks);
    }

    private Table results() {
        boolean severalSplits = plan.splits().size() > 1;
        List<MeanMetrics> all = MeanMetrics.of(table, this::isShown);
        boolean beside =
                paper == PaperNumbers.SHOWN && all.stream().anyMatch(m -> papers(m).isPresent());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        Stream.of("n", "Prevalence", "No-skill PR", "AP", "PR trapezoid")
                .map(Column::right)
                .forEach(columns::add);
        if (beside) {
            columns.add(Column.right("Paper PR"));
        }
        columns.add(Column.right("ROC AUC"));
        columns.add(Column.right("95% of ROC AUC"));
        if (beside) {
            columns.add(Column.right("Paper ROC"));
        }
        columns.add(Column.right("Accuracy"));
        columns.add(Column.right("Majority"));
        List<List<String>> rows =
                Stream.concat(
                                all.stream().map(metrics -> row(metrics, beside)),
                                table.metadata().stream()
                                        .filter(model -> model.split().equals(shown()))
                                        .map(model -> row(model, beside)))
                        .toList();
        return new Table(
                "Table 2. Test split, per image"
                        + (beside ? ", beside the paper's" : "")
                        + (severalSplits ? ": " + SplitName.of(shown()) : ""),
                columns,
                rows,
                ("Positive class: %s. AP, average precision, sums precision "
                                + "over steps of recall, without interpolation; PR trapezoid "
                                + "joins the curve's points by straight lines. No-skill PR, "
                                + "the value of a no-skill model, is the prevalence. "
                                + "%s. Accuracy is at probability 0.5; Majority is that of "
                                + "always predicting the more common class.%s%s%s")
                        .formatted(
                                plan.labels().positive(),
                                AucIntervals.note(plan),
                                table.metadata().isEmpty() ? "" : " " + Table2.METADATA.strip(),
                                severalSplits
                                        ? " The other splits are shown under Category splits."
                                        : "",
                                plan.seeds().size() == 1
                                        ? ""
                                        : " With ±: mean and standard deviation over "
                                                + plan.seeds().size()
                                                + " training seeds."));
    }

    /** The paper's category split, or the first if it was not run. */
    private CategorySplit shown() {
        return plan.splits().contains(CategorySplit.paper())
                ? CategorySplit.paper()
                : plan.splits().get(0);
    }

    private boolean isShown(Table2.Row row) {
        return row.split() == Split.TEST
                && row.unit() == EvaluationUnit.IMAGE
                && row.cell().cell().split().equals(shown());
    }

    private static Optional<PaperResults.Auc> papers(MeanMetrics metrics) {
        return PaperResults.table2(metrics.condition(), metrics.rotation());
    }

    private List<String> row(MeanMetrics metrics, boolean beside) {
        return row(
                metrics.condition().title(),
                metrics.n(),
                metrics::text,
                intervals.text(metrics.condition(), metrics.rotation(), EvaluationUnit.IMAGE),
                beside ? Optional.of(papers(metrics)) : Optional.empty());
    }

    private static List<String> row(MetadataResult model, boolean beside) {
        UnitMetrics metrics = UnitMetrics.of(model.test());
        return row(
                model.title(),
                metrics.n(),
                metric -> metrics.get(metric).format(3),
                model.interval().result().map(i -> i.toText(3)).orElse("undefined"),
                beside ? Optional.of(Optional.empty()) : Optional.empty());
    }

    /** The cells of a row, with the paper's if it has columns for them. */
    private static List<String> row(
            String title,
            int n,
            Function<UnitMetric, String> text,
            String interval,
            Optional<Optional<PaperResults.Auc>> papers) {
        List<String> row = new ArrayList<>(List.of(title, Integer.toString(n)));
        Stream.of(
                        UnitMetric.PREVALENCE,
                        UnitMetric.NO_SKILL_PR,
                        UnitMetric.AVERAGE_PRECISION,
                        UnitMetric.PR_TRAPEZOID)
                .map(text)
                .forEach(row::add);
        papers.ifPresent(auc -> row.add(cell(auc.map(PaperResults.Auc::pr))));
        row.add(text.apply(UnitMetric.ROC_AUC));
        row.add(interval);
        papers.ifPresent(auc -> row.add(cell(auc.map(PaperResults.Auc::roc))));
        row.add(text.apply(UnitMetric.ACCURACY));
        row.add(text.apply(UnitMetric.MAJORITY_ACCURACY));
        return row;
    }

    private static String cell(Optional<Double> papers) {
        return papers.map(value -> Outcome.of(value).format(2)).orElse(ABSENT);
    }

    private String noSkill() {
        List<String> below =
                table.of(Split.TEST, EvaluationUnit.IMAGE).stream()
                        .filter(row -> row.metrics().isAccuracyBelowMajority())
                        .map(Table2.Row::label)
                        .toList();
        String reading =
                "Compare these numbers with those of a no-skill model: its average precision is the"
                    + " prevalence, its ROC AUC 0.5, and always predicting the more common class"
                    + " has the majority accuracy.";
        if (below.isEmpty()) {
            return reading + " Every training's test accuracy reaches the majority accuracy.";
        }
        return reading
                + (below.size() > 10
                        ? (" The test accuracy is below the majority accuracy for %s of "
                                        + "%s trainings.")
                                .formatted(below.size(), study.cells().size())
                        : " The test accuracy is below the majority accuracy for: "
                                + String.join(", ", below)
                                + ".");
    }
}
