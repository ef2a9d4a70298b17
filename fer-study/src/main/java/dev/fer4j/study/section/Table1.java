package dev.fer4j.study.section;

import dev.fer4j.core.Label;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.table.PaperNumbers;
import dev.fer4j.eval.report.table.PaperResults;
import dev.fer4j.study.gather.StudyCompositions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The study's counterpart of the paper's Table 1: the number of images of each split. */
public final class Table1 {

    private Table1() {}

    /**
     * Formats the table for the console.
     *
     * @param paper whether the paper's numbers are shown for the paper's conditions
     * @param names of the labels
     */
    public static Table forConsole(
            List<Composition> compositions, PaperNumbers paper, LabelNames names) {
        boolean drawnOtherwise =
                compositions.stream().anyMatch(StudyCompositions::isDrawnOtherwise);
        boolean beside = isBeside(compositions, paper);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (hasSplits(compositions)) {
            columns.add(Column.left("Trained, validated, tested on"));
        }
        boolean seen = hasSeen(compositions);
        Stream.of("Train", "Validate", "Test").map(Column::right).forEach(columns::add);
        if (seen) {
            columns.add(Column.right("Seen"));
        }
        columns.add(Column.right("Total"));
        if (drawnOtherwise) {
            columns.add(Column.right("Drawn in an epoch"));
        }
        Stream.of(names.atStart(Label.POSITIVE) + " in train", "validate", "test")
                .map(Column::right)
                .forEach(columns::add);
        if (seen) {
            columns.add(Column.right("seen"));
        }
        if (beside) {
            Stream.of("Paper train", "Paper validate", "Paper test", "Paper total")
                    .map(Column::right)
                    .forEach(columns::add);
        }
        List<List<String>> rows = new ArrayList<>();
        for (Composition composition : compositions) {
            List<String> row = new ArrayList<>();
            row.add(composition.condition().title());
            if (hasSplits(compositions)) {
                row.add(composition.split().id().replace("_", ", "));
            }
            row.addAll(counts(composition));
            if (drawnOtherwise) {
                row.add(Integer.toString(composition.training().drawn()));
            }
            for (Split split : composition.split().uses()) {
                row.add(
                        String.format(
                                Locale.ROOT,
                                "%.1f %%",
                                100 * composition.counts().of(split).prevalence()));
            }
            if (beside) {
                row.addAll(paper(composition, "–"));
            }
            rows.add(row);
        }
        return new Table(
                "Table 1. Images of each split" + (beside ? ", beside the paper's" : ""),
                columns,
                rows,
                "Validation and test images of a split are the same in all conditions."
                        + (drawnOtherwise
                                ? " Train counts distinct images; where an epoch draws more, it"
                                        + " draws some of them more than once."
                                : "")
                        + (seen
                                ? " Seen are images of people of the training categories who were"
                                        + " held out of training, also the same in all conditions."
                                : ""));
    }

    private static boolean hasSplits(List<Composition> compositions) {
        return compositions.stream().map(Composition::split).distinct().count() > 1;
    }

    /** Whether people are held out, which is the same for all compositions of a study. */
    private static boolean hasSeen(List<Composition> compositions) {
        return compositions.stream().anyMatch(composition -> !composition.seen().isEmpty());
    }

    private static boolean isBeside(List<Composition> compositions, PaperNumbers paper) {
        return paper == PaperNumbers.SHOWN
                && compositions.stream().anyMatch(c -> papers(c).isPresent());
    }

    private static Optional<PaperResults.Counts> papers(Composition composition) {
        return PaperResults.table1(composition.condition(), composition.split());
    }

    /** Returns the table with all columns, for the CSV file. */
    public static Table forCsv(
            List<Composition> compositions, PaperNumbers paper, LabelNames names) {
        boolean beside = isBeside(compositions, paper);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("condition"));
        columns.add(Column.left("title"));
        columns.add(Column.left("category_split"));
        List<Split> uses = compositions.get(0).split().uses();
        uses.forEach(split -> columns.add(Column.right(split.id())));
        columns.add(Column.right("total"));
        for (String what : List.of(names.inTables(Label.POSITIVE), "recordings", "participants")) {
            uses.forEach(split -> columns.add(Column.right(split.id() + "_" + what)));
        }
        if (beside) {
            Stream.of("paper_train", "paper_validate", "paper_test", "paper_total")
                    .forEach(name -> columns.add(Column.right(name)));
        }
        Stream.of("train_items", "drawn_in_an_epoch")
                .forEach(name -> columns.add(Column.right(name)));
        List<List<String>> rows = new ArrayList<>();
        for (Composition composition : compositions) {
            List<String> row = new ArrayList<>();
            row.add(composition.condition().id());
            row.add(composition.condition().title());
            row.add(composition.split().id());
            row.addAll(counts(composition));
            for (Split split : uses) {
                row.add(Integer.toString(composition.counts().of(split).interested()));
            }
            for (Split split : uses) {
                row.add(Integer.toString(composition.counts().of(split).recordings()));
            }
            for (Split split : uses) {
                row.add(Integer.toString(composition.counts().of(split).participants()));
            }
            if (beside) {
                row.addAll(paper(composition, ""));
            }
            row.add(Integer.toString(composition.counts().training().items()));
            row.add(Integer.toString(composition.counts().training().drawn()));
            rows.add(row);
        }
        return new Table("Table 1", columns, rows, "");
    }

    private static List<String> counts(Composition composition) {
        List<String> cells = new ArrayList<>();
        for (Split split : composition.split().uses()) {
            cells.add(Integer.toString(composition.counts().of(split).total()));
        }
        cells.add(Integer.toString(composition.counts().total()));
        return cells;
    }

    private static List<String> paper(Composition composition, String absent) {
        return papers(composition)
                .map(c -> Stream.of(c.train(), c.validate(), c.test(), c.total()))
                .map(numbers -> numbers.map(n -> Integer.toString(n)).toList())
                .orElse(List.of(absent, absent, absent, absent));
    }
}
