package dev.fer4j.study.section;

import dev.fer4j.core.Label;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.audit.CompositionAudit;
import dev.fer4j.data.audit.PeopleSummary;
import dev.fer4j.data.audit.PrevalenceRow;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The report's section on the data that went into the study. */
public final class AuditSections {

    private AuditSections() {}

    /**
     * Returns the section: prevalence, people, smallest groups, and image quality.
     *
     * @param names of the labels
     */
    public static Section of(StudyAudits audits, LabelNames names) {
        // A control has the same people and images as its condition.
        List<CompositionAudit> compositions =
                audits.compositions().stream()
                        .filter(audit -> !audit.condition().isControl())
                        .toList();
        List<Table> tables = new ArrayList<>();
        tables.add(prevalence(compositions, names));
        tables.add(people(compositions, names));
        tables.add(SmallestGroups.table(compositions, names));
        tables.addAll(QualityTables.of(audits.quality()));
        return new Section(
                "What went in", tables.stream().<Block>map(Block.TableBlock::new).toList());
    }

    /**
     * Returns a table with a row for the training set of each condition and for each evaluation
     * split.
     */
    private static Table table(
            List<CompositionAudit> audits,
            String title,
            List<String> numbers,
            BiFunction<CompositionAudit, Split, Stream<String>> cells,
            String note) {
        List<List<String>> rows = new ArrayList<>();
        for (CompositionAudit audit : audits) {
            rows.add(row("Train: " + audit.condition().title(), cells.apply(audit, Split.TRAIN)));
        }
        CompositionAudit any = audits.get(0);
        rows.add(row("Validate", cells.apply(any, Split.VALIDATE)));
        rows.add(row("Test", cells.apply(any, Split.TEST)));
        if (any.split().seen().isPresent()) {
            rows.add(row("Seen", cells.apply(any, Split.SEEN)));
        }
        List<Column> columns =
                Stream.concat(Stream.of(Column.left("Split")), numbers.stream().map(Column::right))
                        .toList();
        return new Table(title, columns, rows, note);
    }

    private static List<String> row(String name, Stream<String> cells) {
        return Stream.concat(Stream.of(name), cells).toList();
    }

    private static Table prevalence(List<CompositionAudit> audits, LabelNames names) {
        List<String> numbers =
                new ArrayList<>(
                        List.of(
                                "Images",
                                "Recordings or series",
                                "People",
                                "Prevalence",
                                "Majority's accuracy",
                                "Validate − train",
                                "Test − train"));
        if (audits.get(0).split().seen().isPresent()) {
            numbers.add("Seen − train");
        }
        return table(
                audits,
                "Prevalence, and its shift from training",
                numbers,
                AuditSections::prevalence,
                "Prevalence is the share of "
                        + names.positive()
                        + " among images: the PR AUC of a no-skill model. Always predicting the"
                        + " majority class has the accuracy beside it. The last columns say by how"
                        + " many percentage points (pp) the share changes from training; a large"
                        + " shift alone can make a model's threshold and accuracy worse. Validation"
                        + " and test are the same in all conditions.");
    }

    private static Stream<String> prevalence(CompositionAudit audit, Split split) {
        PrevalenceRow row = audit.prevalenceOf(split);
        Stream<String> shifts =
                audit.split().uses().stream()
                        .filter(use -> use != Split.TRAIN)
                        .map(
                                evaluated ->
                                        split == Split.TRAIN
                                                ? audit.prevalenceOf(evaluated)
                                                        .shift()
                                                        .map(AuditSections::points)
                                                        .orElse("–")
                                                : "–");
        return Stream.concat(
                Stream.of(
                        Integer.toString(row.size().images()),
                        Integer.toString(row.size().recordings()),
                        Integer.toString(row.size().people()),
                        format("%.3f", row.prevalence()),
                        format("%.3f", row.majorityAccuracy())),
                shifts);
    }

    private static Table people(List<CompositionAudit> audits, LabelNames names) {
        return table(
                audits,
                "People, and how many images each has",
                List.of(
                        "People",
                        "Fewest",
                        "Median",
                        "Most",
                        "Largest share",
                        "Only " + names.inWords(Label.POSITIVE),
                        "Only " + names.inWords(Label.NOT_INTERESTED)),
                AuditSections::people,
                "Fewest, median and most are images of one person; the largest share is that of the"
                    + " person with most. Where it is large, the result is about few people. The"
                    + " last columns count people with images of one label only: a model can"
                    + " classify them correctly by recognizing the face instead of the expression."
                    + " All counts are in audit/*.json.");
    }

    private static Stream<String> people(CompositionAudit audit, Split split) {
        PeopleSummary summary = audit.peopleOf(split);
        return Stream.of(
                Integer.toString(summary.people()),
                Integer.toString(summary.fewest()),
                format("%.1f", summary.median()),
                Integer.toString(summary.most()),
                format("%.1f %%", 100 * summary.largestShare()),
                Integer.toString(summary.onlyInterested()),
                Integer.toString(summary.onlyNotInterested()));
    }

    private static String points(double shift) {
        return format("%+.1f pp", shift).replace('-', '−');
    }

    private static String format(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
