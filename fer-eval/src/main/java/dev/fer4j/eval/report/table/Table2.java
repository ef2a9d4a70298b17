package dev.fer4j.eval.report.table;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.probe.MetadataResult;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetric;
import dev.fer4j.eval.unit.UnitMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The study's counterpart of the paper's Table 2, with what is needed to interpret an area under a
 * curve: the evaluation unit and number of cases, the prevalence, and the value of a model without
 * skill.
 *
 * @param rows one for each cell, split (validation, test) and unit, in this order
 * @param metadata models that look at no image, for comparison; they follow the cells
 * @param labels names of the two labels
 */
public record Table2(List<Row> rows, List<MetadataResult> metadata, LabelNames labels) {

    /**
     * The metrics of one cell, split and unit.
     *
     * @param cell the cell whose predictions are evaluated
     * @param name the cell's name in its plan
     * @param split validation or test
     * @param unit what counts as one case
     * @param metrics the metrics of these cases
     * @param leftOut participants without a majority label, which are not counted as cases; 0 for
     *     other units
     */
    public record Row(
            CellResult cell,
            String name,
            Split split,
            EvaluationUnit unit,
            UnitMetrics metrics,
            int leftOut) {

        /** The condition's title if that identifies the cell, else the cell's name. */
        public String label() {
            return name.equals(cell.cell().condition().id())
                    ? cell.cell().condition().title()
                    : name;
        }
    }

    private static final String ABSENT = "–";

    private static final String ESTIMATORS =
            "AP, average precision, sums precision over steps of recall, without"
                    + " interpolation; PR trapezoid joins the curve's points by straight lines."
                    + " No-skill PR, the value of a model that knows nothing, is the prevalence."
                    + " Accuracy is at probability 0.5; Majority is that of always predicting the"
                    + " more common class. ";

    /** What the rows of {@link #metadata} are, for notes below tables. */
    public static final String METADATA =
            "Metadata only: a logistic regression, fitted to the same training images, that knows"
                    + " of each only what the study knows without its pixels, and its size and"
                    + " brightness. ";

    public Table2 {
        rows = List.copyOf(rows);
        metadata = List.copyOf(metadata);
        requireNonNull(labels);
    }

    /** Computes all metrics of a study without models of metadata. */
    public static Table2 of(StudyResult study) {
        return of(study, List.of());
    }

    /** Computes all metrics of a study. */
    public static Table2 of(StudyResult study, List<MetadataResult> metadata) {
        List<Row> rows = new ArrayList<>();
        for (CellResult cell : study.cells()) {
            for (Split split : List.of(Split.VALIDATE, Split.TEST)) {
                Predictions images = split == Split.TEST ? cell.test() : cell.validation();
                for (EvaluationUnit unit : EvaluationUnit.values()) {
                    rows.add(
                            new Row(
                                    cell,
                                    study.plan().cellName(cell.cell()),
                                    split,
                                    unit,
                                    UnitMetrics.of(unit.aggregate(images)),
                                    unit == EvaluationUnit.PARTICIPANT
                                            ? EvaluationUnit.tiedParticipants(images).size()
                                            : 0));
                }
            }
        }
        return new Table2(rows, metadata, study.plan().labels());
    }

    /**
     * All rows in full precision, for the CSV. An undefined value is empty, with the reason in
     * another column. The last column is the condition's title, which shows how its images were
     * generated.
     */
    public Table table() {
        List<Column> columns =
                Stream.concat(
                                Stream.of("condition", "split", "unit").map(Column::left),
                                Stream.concat(
                                        Stream.concat(
                                                        Stream.of("n"),
                                                        UnitMetric.TABLE_2.stream()
                                                                .map(UnitMetric::id))
                                                .map(Column::right),
                                        Stream.of("undefined_because", "title").map(Column::left)))
                        .toList();
        return new Table(
                "Table 2, all splits and units",
                columns,
                Stream.concat(
                                rows.stream()
                                        .map(
                                                row ->
                                                        full(
                                                                row.name(),
                                                                row.split(),
                                                                row.unit(),
                                                                row.metrics(),
                                                                row.cell()
                                                                        .cell()
                                                                        .condition()
                                                                        .title())),
                                metadata.stream().flatMap(this::full))
                        .toList(),
                note());
    }

    private Stream<List<String>> full(MetadataResult model) {
        return Stream.of(Split.VALIDATE, Split.TEST)
                .flatMap(
                        split ->
                                Arrays.stream(EvaluationUnit.values())
                                        .map(
                                                unit ->
                                                        full(
                                                                name(model),
                                                                split,
                                                                unit,
                                                                metrics(model, split, unit),
                                                                model.title())));
    }

    private static UnitMetrics metrics(MetadataResult model, Split split, EvaluationUnit unit) {
        return UnitMetrics.of(
                unit.aggregate(split == Split.TEST ? model.test() : model.validation()));
    }

    private String name(MetadataResult model) {
        String name = "metadata-" + model.condition().id();
        return metadata.stream().map(MetadataResult::split).distinct().count() == 1
                ? name
                : name + "_" + model.split().id();
    }

    private static List<String> full(
            String name, Split split, EvaluationUnit unit, UnitMetrics metrics, String title) {
        List<String> cells =
                new ArrayList<>(
                        List.of(name, split.id(), unit.id(), Integer.toString(metrics.n())));
        List<Outcome> outcomes = metrics.get(UnitMetric.TABLE_2);
        for (Outcome outcome : outcomes) {
            cells.add(outcome.value().map(value -> Double.toString(value)).orElse(""));
        }
        cells.add(
                outcomes.stream()
                        .flatMap(outcome -> outcome.undefinedBecause().stream())
                        .findFirst()
                        .orElse(""));
        cells.add(title);
        return cells;
    }

    /**
     * The test split per image, as in the paper.
     *
     * @param paper whether the paper's numbers are shown, if any condition and category split are
     *     the paper's
     */
    public Table consoleTable(PaperNumbers paper) {
        List<Row> shown = of(Split.TEST, EvaluationUnit.IMAGE);
        boolean beside =
                paper == PaperNumbers.SHOWN
                        && shown.stream().anyMatch(row -> papers(row).isPresent());
        return new Table(
                "Table 2. Test split, per image" + (beside ? ", beside the paper's" : ""),
                Stream.of(
                                Stream.of(Column.left("Condition"), Column.right("n")),
                                headings(UnitMetric.TABLE_2),
                                beside
                                        ? Stream.of("Paper PR", "Paper ROC").map(Column::right)
                                        : Stream.<Column>empty())
                        .flatMap(some -> some)
                        .toList(),
                Stream.concat(
                                shown.stream()
                                        .map(
                                                row ->
                                                        inShort(
                                                                row.label(),
                                                                row.metrics(),
                                                                beside
                                                                        ? papersCells(row)
                                                                        : Stream.empty())),
                                metadata.stream()
                                        .map(
                                                model ->
                                                        inShort(
                                                                label(model),
                                                                metrics(
                                                                        model,
                                                                        Split.TEST,
                                                                        EvaluationUnit.IMAGE),
                                                                beside
                                                                        ? Stream.of(ABSENT, ABSENT)
                                                                        : Stream.empty())))
                        .toList(),
                beside
                        ? estimators()
                                + "The paper's columns are there to compare with; it names neither"
                                + " its positive class nor its estimator of the PR AUC."
                        : estimators().strip());
    }

    private static Stream<Column> headings(List<UnitMetric> metrics) {
        return metrics.stream().map(metric -> Column.right(metric.title()));
    }

    /** The rows of one split and unit. */
    public List<Row> of(Split split, EvaluationUnit unit) {
        return rows.stream().filter(r -> r.split() == split && r.unit() == unit).toList();
    }

    private String label(MetadataResult model) {
        String name = name(model);
        return name.endsWith(model.split().id()) ? name : model.title();
    }

    private static List<String> inShort(String label, UnitMetrics metrics, Stream<String> more) {
        return Stream.of(
                        Stream.of(label, Integer.toString(metrics.n())),
                        metrics.get(UnitMetric.TABLE_2).stream().map(outcome -> outcome.format(3)),
                        more)
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<String> papersCells(Row row) {
        Optional<PaperResults.Auc> paper = papers(row);
        return Stream.of(
                paper.map(auc -> Outcome.of(auc.pr()).format(2)).orElse(ABSENT),
                paper.map(auc -> Outcome.of(auc.roc()).format(2)).orElse(ABSENT));
    }

    private static Optional<PaperResults.Auc> papers(Row row) {
        return PaperResults.table2(row.cell().cell().condition(), row.cell().cell().split());
    }

    private String estimators() {
        return "Positive class: "
                + labels.positive()
                + ". "
                + ESTIMATORS
                + (metadata.isEmpty() ? "" : METADATA);
    }

    private String note() {
        String units =
                Arrays.stream(EvaluationUnit.values())
                        .map(unit -> unit.id() + ": " + unit.rule() + ".")
                        .collect(Collectors.joining(" ", "Units: ", " "));
        String leftOut =
                rows.stream()
                        .filter(row -> row.leftOut() > 0)
                        .map(row -> row.name() + ", " + row.split().id() + ": " + row.leftOut())
                        .collect(Collectors.joining("; "));
        return estimators()
                + units
                + (leftOut.isEmpty()
                        ? "No participant has a tie."
                        : "Participants left out for a tie: " + leftOut + ".");
    }
}
