package dev.fer4j.examples.study;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.report.Column;
import dev.fer4j.eval.report.PaperResults;
import dev.fer4j.eval.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The study's counterpart of the paper's Table 1: images of each split, beside the paper's. */
final class Table1 {

    private Table1() {}

    /** For people. */
    static Table forConsole(List<Composition> compositions) {
        List<Column> columns =
                Stream.concat(
                                Stream.of(Column.left("Condition")),
                                Stream.of(
                                                "Train",
                                                "Validate",
                                                "Test",
                                                "Total",
                                                "Interested in train",
                                                "validate",
                                                "test",
                                                "Paper train",
                                                "Paper validate",
                                                "Paper test",
                                                "Paper total")
                                        .map(Column::right))
                        .toList();
        List<List<String>> rows = new ArrayList<>();
        for (Composition composition : compositions) {
            List<String> row = new ArrayList<>();
            row.add(composition.condition().title());
            row.addAll(counts(composition));
            for (Split split : Split.values()) {
                row.add(
                        String.format(
                                Locale.ROOT,
                                "%.1f %%",
                                100 * composition.counts().of(split).prevalence()));
            }
            row.addAll(paper(composition, "–"));
            rows.add(row);
        }
        return new Table(
                "Table 1. Images of each split, beside the paper's",
                columns,
                rows,
                "Validation and test images are the same in all conditions.");
    }

    /** With every number, for the CSV. */
    static Table forCsv(List<Composition> compositions) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("condition"));
        columns.add(Column.left("title"));
        Stream.of("train", "validate", "test", "total")
                .forEach(name -> columns.add(Column.right(name)));
        for (String what : List.of("interested", "recordings", "participants")) {
            Stream.of("train", "validate", "test")
                    .forEach(split -> columns.add(Column.right(split + "_" + what)));
        }
        Stream.of("paper_train", "paper_validate", "paper_test", "paper_total")
                .forEach(name -> columns.add(Column.right(name)));
        List<List<String>> rows = new ArrayList<>();
        for (Composition composition : compositions) {
            List<String> row = new ArrayList<>();
            row.add(composition.condition().id());
            row.add(composition.condition().title());
            row.addAll(counts(composition));
            for (Split split : Split.values()) {
                row.add(Integer.toString(composition.counts().of(split).interested()));
            }
            for (Split split : Split.values()) {
                row.add(Integer.toString(composition.counts().of(split).recordings()));
            }
            for (Split split : Split.values()) {
                row.add(Integer.toString(composition.counts().of(split).participants()));
            }
            row.addAll(paper(composition, ""));
            rows.add(row);
        }
        return new Table("Table 1", columns, rows, "");
    }

    private static List<String> counts(Composition composition) {
        List<String> cells = new ArrayList<>();
        for (Split split : Split.values()) {
            cells.add(Integer.toString(composition.counts().of(split).total()));
        }
        cells.add(Integer.toString(composition.counts().total()));
        return cells;
    }

    private static List<String> paper(Composition composition, String absent) {
        Optional<PaperResults.Counts> counts =
                composition.split().equals(CategorySplit.PAPER)
                        ? PaperResults.table1(composition.condition().id())
                        : Optional.empty();
        return counts.map(c -> Stream.of(c.train(), c.validate(), c.test(), c.total()))
                .map(numbers -> numbers.map(n -> Integer.toString(n)).toList())
                .orElse(List.of(absent, absent, absent, absent));
    }
}
