package dev.fer4j.cli.command;

import dev.fer4j.cli.option.ScoreColumnOptions;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ScoreText;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.scored.ScoreColumns;
import dev.fer4j.eval.scored.ScoreMetric;
import dev.fer4j.eval.scored.Scorecard;
import dev.fer4j.eval.scored.ScoredCases;
import dev.fer4j.eval.scored.ScoredCasesCsv;
import dev.fer4j.eval.scored.ValidationChoice;
import dev.fer4j.eval.unit.UnitMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates the scores of a classifier. */
@Command(
        name = "score",
        sortOptions = false,
        description = {
            "Evaluates the scores of any classifier, with intervals.",
            "FILE is CSV with the columns label (1 or 0, or a label's name) and score (the higher,"
                    + " the more likely positive), and if known recording, participant and id."
                    + " Usual other names, such as y_true, y_score and subject_id, are understood."
                    + " fer train writes such files.",
            "Every other column is a group, such as gender, unless its values are too many to be"
                    + " groups, as are those of file names, times and measurements; ages are put"
                    + " into bands.",
            "Intervals are over participants if they are known, else over recordings, else over"
                    + " rows, which is valid only if rows are independent.",
            "With probabilities as scores, also: accuracy and the like at a threshold,"
                    + " calibration, recordings and participants, groups.",
            "JSON has n, prevalence, roc_auc, average_precision, pr_auc_trapezoid and more, each as"
                    + " {value, low, high} or {undefined: reason}."
        },
        mixinStandardHelpOptions = true)
public final class ScoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Labels and scores as CSV.")
    private Path file;

    @Mixin private ScoreColumnOptions columnOptions;

    @Option(
            names = "--group",
            split = ",",
            paramLabel = "NAME,…",
            hideParamSyntax = true,
            description =
                    "Columns that are groups, whatever their names and however many values they"
                            + " have.")
    private List<String> groups = List.of();

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description =
                    "A case with at least this score is predicted positive. It must not be chosen"
                            + " on FILE. Default: 0.5.")
    private Double threshold;

    @Option(
            names = "--validation",
            paramLabel = "FILE",
            description =
                    "Choose the threshold on this file instead: the one with the largest Youden's"
                            + " J. It must have other cases than FILE.")
    private Path validation;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        if (threshold != null && (validation != null || !Double.isFinite(threshold))) {
            throw console.usage(
                    "--threshold: expected a finite number, and not together with --validation"
                            + " FILE");
        }
        ScoreColumns columns = columnOptions.columns(groups);
        ScoredCases cases = ScoredCasesCsv.read(file, columns);
        Scorecard card = card(cases, columns);
        console.print(document(card), () -> new ScoreText(card).toText());
        return 0;
    }

    private Scorecard card(ScoredCases cases, ScoreColumns columns) throws IOException {
        if (validation == null) {
            return Scorecard.of(
                    cases,
                    threshold == null ? Threshold.HALF : Threshold.fixed(threshold),
                    columns.groups());
        }
        ValidationChoice choice =
                ValidationChoice.of(
                        ScoredCasesCsv.read(validation, columns).withName(validation.toString()),
                        cases);
        return Scorecard.of(cases, choice.threshold(), columns.groups()).withNotes(choice.notes());
    }

    private static Map<String, Object> document(Scorecard card) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", card.name());
        document.put("positive_class", card.positiveClass());
        document.put("n", card.n());
        put(document, card.values());
        document.put("no_skill_pr_auc", card.values().get(ScoreMetric.PREVALENCE));
        document.put("intervals_over", card.independentUnit());
        document.put("independent", card.independent());
        card.units()
                .forEach(
                        (unit, of) -> {
                            Map<String, Object> part = new LinkedHashMap<>();
                            part.put("n", of.n());
                            put(part, of.values());
                            document.put("by_" + unit.id(), part);
                        });
        if (!card.atThreshold().isEmpty()) {
            document.put("threshold", card.threshold());
            Map<String, Object> rates = new LinkedHashMap<>();
            card.atThreshold().forEach((metric, value) -> rates.put(metric.id(), value(value)));
            document.put("at_threshold", rates);
            document.put(
                    "calibration_bins",
                    Map.of("bins", UnitMetrics.BINNING.bins(), "rule", UnitMetrics.BINNING.rule()));
            document.put("groups", card.groups());
        }
        document.put("columns_not_grouped", card.ungrouped());
        document.put("notes", card.notes());
        return document;
    }

    private static void put(Map<String, Object> document, Map<ScoreMetric, ?> values) {
        values.forEach((metric, value) -> document.put(metric.id(), value));
    }

    private static Map<String, Object> value(Outcome outcome) {
        return outcome.value()
                .<Map<String, Object>>map(value -> Map.of("value", value))
                .orElseGet(() -> Map.of("undefined", outcome.undefinedBecause().orElseThrow()));
    }
}
