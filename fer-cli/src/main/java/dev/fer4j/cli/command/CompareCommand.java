package dev.fer4j.cli.command;

import dev.fer4j.cli.option.ScoreColumnOptions;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ScoreText;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.scored.ScoreComparison;
import dev.fer4j.eval.scored.ScoredCases;
import dev.fer4j.eval.scored.ScoredCasesCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the scores of several classifiers. */
@Command(
        name = "compare",
        sortOptions = false,
        description = {
            "Compares classifiers with the first one, on the same cases: differences of ROC AUC"
                    + " and average precision, with intervals and tests.",
            "FILEs have the format of fer score, with the same cases in the same order, or in any"
                    + " order if each has a column id. Give participants: frames of one person are"
                    + " not independent, and tests that treat them as independent find differences"
                    + " where there are none."
        },
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

    @Parameters(
            arity = "2..*",
            paramLabel = "FILE",
            description = "Labels and scores as CSV; the first is the reference.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--seed",
            description = "Of the permutation test. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Mixin private ScoreColumnOptions columnOptions;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        List<ScoredCases> all = new ArrayList<>();
        for (Path file : files) {
            all.add(
                    ScoredCasesCsv.read(file, columnOptions.columns(List.of()))
                            .withName(file.toString()));
        }
        ScoreComparison comparison = ScoreComparison.of(all, new Seed(seed));
        console.print(document(comparison), () -> text(comparison));
        return 0;
    }

    private static Map<String, Object> document(ScoreComparison comparison) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reference", comparison.reference());
        document.put("n", comparison.n());
        document.put("intervals_over", comparison.independentUnit());
        document.put("independent", comparison.independent());
        document.put(
                "comparisons",
                comparison.differences().stream().map(CompareCommand::document).toList());
        document.put("notes", comparison.notes());
        return document;
    }

    private static Map<String, Object> document(ScoreComparison.Difference one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", one.name());
        document.put("metric", one.metric());
        document.put("value", one.value());
        document.put("reference_value", one.ofReference());
        document.put("difference", one.difference());
        document.put("p", one.p().jackknife());
        document.put("p_holm", one.p().adjusted());
        document.put("p_delong_clustered", one.p().deLong());
        document.put("p_permutation", one.p().permutation());
        return document;
    }

    private static String text(ScoreComparison comparison) {
        StringBuilder text = new StringBuilder(table(comparison).toText());
        Set<String> notes = new LinkedHashSet<>(comparison.notes());
        for (ScoreComparison.Difference one : comparison.differences()) {
            String subject = one.name() + ", " + one.metric().title() + ": ";
            one.difference()
                    .value()
                    .undefinedBecause()
                    .or(one.difference().interval()::undefinedBecause)
                    .ifPresent(reason -> notes.add(subject + reason + "."));
        }
        notes.forEach(note -> text.append("Note: ").append(note).append('\n'));
        return text.toString();
    }

    private static Table table(ScoreComparison comparison) {
        return new Table(
                "Against " + comparison.reference(),
                List.of(
                        Column.left("File"),
                        Column.left("Metric"),
                        Column.right("Its"),
                        Column.right("Reference's"),
                        Column.right("Difference"),
                        Column.right("95% from"),
                        Column.right("to"),
                        Column.right("p"),
                        Column.right("p, Holm"),
                        Column.right("p, DeLong"),
                        Column.right("p, permutation")),
                comparison.differences().stream()
                        .map(
                                one ->
                                        Stream.of(
                                                        Stream.of(
                                                                one.name(),
                                                                one.metric().title(),
                                                                one.value().format(3),
                                                                one.ofReference().format(3)),
                                                        ScoreText.cells(one.difference()),
                                                        Stream.of(
                                                                        one.p().jackknife(),
                                                                        one.p().adjusted(),
                                                                        one.p().deLong(),
                                                                        one.p().permutation())
                                                                .map(CompareCommand::p))
                                                .flatMap(cells -> cells)
                                                .toList())
                        .toList(),
                String.format(
                        Locale.ROOT,
                        "%d cases. Interval and p: jackknife over %d %ss, two-sided, not corrected;"
                            + " Holm's p is corrected for the number of files. The clustered DeLong"
                            + " and the permutation test are for the ROC AUC. None of them accounts"
                            + " for the variation between trainings.",
                        comparison.n(),
                        comparison.independent(),
                        comparison.independentUnit()));
    }

    private static String p(Outcome p) {
        return p.value()
                .map(value -> value < 0.001 ? "<0.001" : Outcome.of(value).format(3))
                .orElse("–");
    }
}
