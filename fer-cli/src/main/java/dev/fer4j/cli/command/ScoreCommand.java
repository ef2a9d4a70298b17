package dev.fer4j.cli.command;

import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ScoreText;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdChoice;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.eval.scored.ScoreMetric;
import dev.fer4j.eval.scored.Scorecard;
import dev.fer4j.eval.scored.ScoredCases;
import dev.fer4j.eval.scored.ScoredCasesCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
                + " the more likely positive), and if known recording and participant. Every other"
                + " column is a group, such as gender. fer train writes such files.",
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
                            + " J.")
    private Path validation;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        if (threshold != null && (validation != null || !Double.isFinite(threshold))) {
            throw console.usage(
                    "--threshold: expected a finite number, and not together with --validation"
                            + " FILE");
        }
        ScoredCases cases = ScoredCasesCsv.read(file);
        Scorecard card = Scorecard.of(cases, threshold());
        console.print(document(card), () -> new ScoreText(card).toText());
        return 0;
    }

    private Threshold threshold() throws IOException {
        if (validation == null) {
            return threshold == null ? Threshold.HALF : Threshold.fixed(threshold);
        }
        ScoredCases chosenOn = ScoredCasesCsv.read(validation);
        ThresholdChoice choice =
                ThresholdRule.maximalYouden().choose(chosenOn.positives(), chosenOn.scores());
        return choice.threshold()
                .orElseThrow(
                        () ->
                                new InputException(
                                        Problem.Kind.TOO_FEW,
                                        validation,
                                        choice.undefinedBecause().orElseThrow(),
                                        "give validation cases of both classes"));
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
            document.put("groups", card.groups());
        }
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
