package dev.fer4j.cli.output;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.fairness.GroupMetrics;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.scored.Measured;
import dev.fer4j.eval.scored.ScoreMetric;
import dev.fer4j.eval.scored.Scorecard;
import dev.fer4j.eval.scored.UngroupedColumn;
import dev.fer4j.eval.unit.UnitMetric;
import dev.fer4j.eval.unit.UnitMetrics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Formats a scorecard as text tables. */
public final class ScoreText {

    /** The metrics of the first table, with intervals. */
    private static final Set<UnitMetric> ABOVE =
            EnumSet.of(
                    UnitMetric.PREVALENCE,
                    UnitMetric.NO_SKILL_PR,
                    UnitMetric.AVERAGE_PRECISION,
                    UnitMetric.PR_TRAPEZOID,
                    UnitMetric.ROC_AUC);

    private final Scorecard card;

    public ScoreText(Scorecard card) {
        this.card = card;
    }

    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(measured().toText()).append('\n');
        if (card.atThreshold().isEmpty()) {
            text.append(
                    "Some scores are not probabilities (0 to 1), so there are no metrics at a"
                            + " threshold, and none for groups, recordings and participants.\n");
            return text.append(notes()).toString();
        }
        text.append(atThreshold().toText()).append('\n');
        card.groups().forEach(report -> text.append(groups(report).toText()).append('\n'));
        return text.append(notes()).toString();
    }

    private String notes() {
        return Stream.concat(
                        card.ungrouped().stream().map(UngroupedColumn::text), card.notes().stream())
                .map(note -> "Note: " + note + "\n")
                .collect(joining());
    }

    private Table measured() {
        List<List<String>> rows = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        rows.addAll(rows("case", card.n(), card.values(), reasons));
        card.units()
                .forEach((unit, of) -> rows.addAll(rows(unit.id(), of.n(), of.values(), reasons)));
        return new Table(
                card.name(),
                List.of(
                        Column.left("Unit"),
                        Column.right("n"),
                        Column.left("Metric"),
                        Column.right("Value"),
                        Column.right("95% from"),
                        Column.right("to")),
                rows,
                String.format(
                                Locale.ROOT,
                                "Positive class: %s. A PR area cannot be interpreted without the"
                                        + " prevalence, which a no-skill model reaches. Intervals:"
                                        + " jackknife over %d %ss.",
                                card.positiveClass(),
                                card.independent(),
                                card.independentUnit())
                        + String.join("", reasons));
    }

    private static List<List<String>> rows(
            String unit, int n, Map<ScoreMetric, Measured> values, Set<String> reasons) {
        List<List<String>> rows = new ArrayList<>();
        values.forEach(
                (metric, measured) -> {
                    rows.add(
                            Stream.concat(
                                            Stream.of(unit, Integer.toString(n), metric.title()),
                                            cells(measured))
                                    .toList());
                    String subject = " " + metric.title() + " by " + unit + ": ";
                    measured.value()
                            .undefinedBecause()
                            .or(measured.interval()::undefinedBecause)
                            .ifPresent(reason -> reasons.add(subject + reason + "."));
                });
        return rows;
    }

    /** Formats a value and its interval, if defined. */
    public static Stream<String> cells(Measured measured) {
        return Stream.concat(
                Stream.of(measured.value().format(3)),
                measured.interval()
                        .result()
                        .map(found -> Stream.of(format(found.lower()), format(found.upper())))
                        .orElseGet(() -> Stream.of("–", "–")));
    }

    private static String format(double value) {
        return Outcome.of(value).format(3);
    }

    private Table atThreshold() {
        List<List<String>> rows = new ArrayList<>();
        card.atThreshold()
                .forEach(
                        (metric, value) -> {
                            if (!ABOVE.contains(metric)) {
                                String text =
                                        value.undefinedBecause()
                                                .map(reason -> "undefined: " + reason)
                                                .orElseGet(() -> value.format(3));
                                rows.add(List.of(metric.title(), text));
                            }
                        });
        return new Table(
                "Cases, at a threshold of " + card.threshold().toText(),
                List.of(Column.left("Metric"), Column.right("Value")),
                rows,
                "Majority: the accuracy of always predicting the more common class. ECE and MCE:"
                        + " over "
                        + UnitMetrics.BINNING.title()
                        + ", on which they depend.");
    }

    private static Table groups(FairnessReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (GroupMetrics group : report.groups()) {
            rows.add(
                    List.of(
                            group.group() + (group.small() ? " (small)" : ""),
                            Integer.toString(group.size().cases()),
                            Integer.toString(group.size().participants()),
                            group.prevalence().format(3),
                            group.rate(ConfusionMatrix::selectionRate).format(3),
                            group.rate(ConfusionMatrix::recall).format(3),
                            group.rate(ConfusionMatrix::falsePositiveRate).format(3),
                            group.rocAuc().format(3)));
        }
        StringBuilder note = new StringBuilder();
        Set<String> leftOut = new LinkedHashSet<>();
        report.gaps()
                .forEach(
                        (title, gap) -> {
                            note.append(Ascii.toUpperCase(title.charAt(0)))
                                    .append(title.substring(1))
                                    .append(": ")
                                    .append(gap.value().format(3));
                            if (!gap.between().isEmpty()) {
                                note.append(" (").append(String.join(", ", gap.between()));
                                note.append(gap.small() ? ", small)" : ")");
                            }
                            gap.value()
                                    .undefinedBecause()
                                    .ifPresent(reason -> note.append(" (" + reason + ")"));
                            note.append(". ");
                            leftOut.addAll(gap.leftOut());
                        });
        if (!leftOut.isEmpty()) {
            note.append("Left out of gaps: ").append(String.join("; ", leftOut)).append(". ");
        }
        note.append("Small: fewer than ")
                .append(report.minimumParticipants())
                .append(" participants.");
        return new Table(
                "By " + report.column(),
                List.of(
                        Column.left("Group"),
                        Column.right("Cases"),
                        Column.right("Participants"),
                        Column.right("Prevalence"),
                        Column.right("Called positive"),
                        Column.right("Recall"),
                        Column.right("False positives"),
                        Column.right("ROC AUC")),
                rows,
                note.toString());
    }
}
