package dev.fer4j.eval.report.section;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.probe.LabelShuffle;
import dev.fer4j.eval.probe.LabelShuffleCheck;
import dev.fer4j.eval.probe.LabelShuffleCheck.Verdict;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The results of trainings on shuffled labels: the verdict in words, and its table.
 *
 * @param conditions the conditions trained on shuffled labels, under their original names
 * @param names of the labels
 */
record ShuffleBlocks(LabelShuffleCheck check, List<Condition> conditions, LabelNames names) {

    List<Block> blocks() {
        return List.of(
                check.leakSuspected() ? new Block.Warning(words()) : new Block.Paragraph(words()),
                new Block.TableBlock(table()));
    }

    private String words() {
        if (check.leakSuspected()) {
            return "There is evidence of a leak: models that were trained on shuffled labels, and"
                    + " so cannot know what "
                    + names.topic()
                    + " looks like, rank test images better than"
                    + " chance ("
                    + check.leaks().stream()
                            .map(row -> title(row.condition()))
                            .collect(joining("; "))
                    + "). Do not rely on any result of this study before the source of the leak is"
                    + " found: test images or people in training, or epochs or settings chosen on"
                    + " test labels. Without a leak this happens in at most about 1 of 20 studies;"
                    + " more shuffles would tell.";
        }
        if (count(Verdict.UNKNOWN) == check.rows().size()) {
            return "No verdict: there were too few trainings on shuffled labels, or they have no"
                    + " ROC AUC. "
                    + LabelShuffleCheck.ENOUGH_SHUFFLES
                    + " is the minimum, 10 say more.";
        }
        return "No sign of a leak: trained on shuffled labels, models rank test images by chance on"
                + " average, as they must. A leak that is smaller than the width of the"
                + " intervals would not show."
                + (count(Verdict.ABOVE_CHANCE) > 0
                        ? " A mean that lies above chance by its own interval does not do so after"
                                + " Bonferroni's correction for all conditions; more shuffles would"
                                + " tell."
                        : "")
                + (count(Verdict.BELOW_CHANCE) > 0
                        ? " If the mean lies below chance, look for a reversed association between"
                                + " training and test labels; by chance it happens in 1 of 40 rows."
                        : "");
    }

    private long count(Verdict verdict) {
        return check.rows().stream().filter(row -> row.verdict() == verdict).count();
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
                "Labels of training and validation were shuffled among recordings, independently"
                    + " for each training; test labels are unchanged. A single model may by chance"
                    + " be far from 0.5; the mean of many is not. Intervals are Student's t over"
                    + " shuffles.");
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
                    case ABOVE_CHANCE ->
                            check.leaks().contains(row)
                                    ? "above chance: a leak"
                                    : "above chance, possibly by chance";
                    case AT_CHANCE -> "no sign of a leak";
                    case BELOW_CHANCE -> "below chance";
                    case UNKNOWN ->
                            "no verdict: "
                                    + row.mean().undefinedBecause().orElse("too few shuffles");
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
