package dev.fer4j.eval.report;

import dev.fer4j.core.Condition;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.probe.LabelShuffle;
import dev.fer4j.eval.probe.LabelShuffleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What trainings on shuffled labels say: the verdict in words, and its table.
 *
 * @param conditions those that were trained so, under their own names
 */
record ShuffleBlocks(LabelShuffleCheck check, List<Condition> conditions) {

    List<Block> blocks() {
        return List.of(
                check.leakSuspected()
                        ? new Block.Warning(
                                "The pipeline leaks, as far as this tells: models that were trained"
                                    + " on shuffled labels, and so cannot know what interest looks"
                                    + " like, rank test images better than chance. No result of"
                                    + " this study is to be relied on before the way is found by"
                                    + " which labels came in: test images or people that train,"
                                    + " epochs or settings that were chosen on test labels. Without"
                                    + " a leak this happens in 1 of 40 rows of the table.")
                        : new Block.Paragraph(words()),
                new Block.TableBlock(table()));
    }

    private String words() {
        boolean unknown =
                check.rows().stream()
                        .allMatch(row -> row.verdict() == LabelShuffleCheck.Verdict.UNKNOWN);
        boolean below =
                check.rows().stream()
                        .anyMatch(row -> row.verdict() == LabelShuffleCheck.Verdict.BELOW_CHANCE);
        if (unknown) {
            return "No verdict: trainings on shuffled labels were too few, or have no ROC AUC.";
        }
        return "No sign of a leak: trained on shuffled labels, models rank test images by chance on"
                + " average, as they must. A leak that is smaller than the intervals are wide would"
                + " not show."
                + (below
                        ? " Where the mean lies below chance, look for what ties test labels to the"
                                + " opposite of training labels; by luck it does in 1 of 40 rows."
                        : "");
    }

    private Table table() {
        boolean severalSplits = check.rows().stream().map(r -> r.split()).distinct().count() > 1;
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (severalSplits) {
            columns.add(Column.name("Split"));
        }
        columns.addAll(
                List.of(
                        Column.right("Shuffles"),
                        Column.right("Mean ROC AUC"),
                        Column.right("95% interval"),
                        Column.right("Lowest"),
                        Column.right("Highest"),
                        Column.left("Verdict")));
        return new Table(
                "Test ROC AUC of models that were trained on shuffled labels",
                columns,
                check.rows().stream().map(row -> row(row, severalSplits)).toList(),
                "Labels of training and validation were shuffled among recordings, anew for each"
                        + " training; test labels stay. A single model may be far off 0.5 by luck,"
                        + " since it learned something; the mean of many may not. Intervals are"
                        + " Student's t over shuffles.");
    }

    private List<String> row(LabelShuffleCheck.Row row, boolean withSplit) {
        List<String> cells = new ArrayList<>();
        cells.add(title(row.condition()));
        if (withSplit) {
            cells.add(row.split());
        }
        double[] aucs =
                row.aucs().stream()
                        .flatMap(auc -> auc.value().stream())
                        .mapToDouble(value -> value)
                        .sorted()
                        .toArray();
        cells.add(Integer.toString(row.aucs().size()));
        cells.add(row.mean().format(3));
        cells.add(bounds(row.interval()));
        cells.add(aucs.length == 0 ? "–" : String.format(Locale.ROOT, "%.3f", aucs[0]));
        cells.add(
                aucs.length == 0 ? "–" : String.format(Locale.ROOT, "%.3f", aucs[aucs.length - 1]));
        cells.add(
                switch (row.verdict()) {
                    case ABOVE_CHANCE -> "above chance: a leak";
                    case AT_CHANCE -> "no sign of a leak";
                    case BELOW_CHANCE -> "below chance";
                    case UNKNOWN ->
                            "no verdict"
                                    + row.mean()
                                            .undefinedBecause()
                                            .or(row.interval()::undefinedBecause)
                                            .map(reason -> ": " + reason)
                                            .orElse("");
                });
        return cells;
    }

    private String title(String shuffled) {
        return conditions.stream()
                .filter(c -> shuffled.equals(LabelShuffle.idOf(c)))
                .map(Condition::title)
                .findFirst()
                .orElse(shuffled);
    }

    private static String bounds(Finding<Interval> interval) {
        return interval.result().map(i -> i.toText(3)).orElse("undefined");
    }
}
