package dev.fer4j.eval.report.section;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Label;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.fairness.GroupColumn;
import dev.fer4j.eval.fairness.GroupMetrics;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.report.internal.GroupColumns;
import dev.fer4j.eval.report.internal.MeanOutcome;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The section on how the models treat groups of the test people (paper, section 8). */
public final class GroupSection {

    private final StudyPlan plan;
    private final List<Trained> trained;

    private GroupSection(StudyResult study) {
        this.plan = study.plan();
        this.trained = Trained.of(study).stream().filter(t -> !t.condition().isControl()).toList();
    }

    /** The section, or empty if the test people do not differ in any known attribute. */
    public static Optional<Section> section(StudyResult study) {
        GroupSection section = new GroupSection(study);
        List<Predictions> tests =
                section.trained.stream().flatMap(t -> t.tests().stream()).toList();
        List<GroupColumn> columns = GroupColumns.of(tests);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        List<GroupColumn> undivided = GroupColumns.undivided(tests);
        blocks.add(new Block.Paragraph(reading(study.plan().labels().inWords(Label.POSITIVE))));
        if (!undivided.isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            "The test people do not differ in: "
                                    + undivided.stream()
                                            .map(GroupColumn::title)
                                            .collect(joining(", "))
                                    + "."));
        }
        for (GroupColumn column : columns) {
            blocks.add(new Block.TableBlock(section.rates(column)));
        }
        GroupGaps gaps = new GroupGaps(section.plan, section.trained);
        blocks.add(new Block.TableBlock(gaps.gaps(columns)));
        gaps.differences(columns).ifPresent(table -> blocks.add(new Block.TableBlock(table)));
        return Optional.of(new Section("Groups of people", blocks));
    }

    private static String reading(String positive) {
        return "Rates of groups of test people, each model at its own threshold, which was chosen"
                + " on its validation predictions (see \"At a threshold\"). Groups are small: a"
                + " rate describes these few people, and finding no difference does not mean that"
                + " there is none. Equalized odds asks for equal true and false positive rates,"
                + " demographic parity for being called "
                + positive
                + " equally often, rightly or wrongly; if groups differ in prevalence, no accurate"
                + " model satisfies both.";
    }

    private Table rates(GroupColumn column) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (plan.splits().size() > 1) {
            columns.add(Column.name("Train → test"));
        }
        columns.add(Column.name("Group"));
        Stream.of(
                        "People",
                        "Images",
                        "Prevalence",
                        "Called " + plan.labels().inWords(Label.POSITIVE),
                        "True positive rate",
                        "False positive rate",
                        "ROC AUC")
                .map(Column::right)
                .forEach(columns::add);
        List<List<String>> rows = trained.stream().flatMap(t -> rows(t, column).stream()).toList();
        return new Table(
                "Test split by " + column.title(),
                columns,
                rows,
                "Threshold of each training: "
                        + Trained.RULE.title()
                        + " on its validation images. An asterisk marks groups of fewer than "
                        + FairnessReport.MINIMUM_PARTICIPANTS
                        + " people. A rate without cases is undefined, not 0."
                        + MeanOutcome.words(plan.seeds().size()));
    }

    private List<List<String>> rows(Trained model, GroupColumn column) {
        List<FairnessReport> reports = model.fairness(column);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < reports.get(0).groups().size(); i++) {
            int place = i;
            // All trainings have the same test people, and so the same groups.
            rows.add(row(model, reports.stream().map(r -> r.groups().get(place)).toList()));
        }
        return rows;
    }

    private List<String> row(Trained model, List<GroupMetrics> trainings) {
        GroupMetrics group = trainings.get(0);
        List<String> row = new ArrayList<>();
        row.add(model.condition().title());
        if (plan.splits().size() > 1) {
            row.add(SplitName.inShort(model.split()));
        }
        row.add(group.group() + (group.small() ? " *" : ""));
        row.add(Integer.toString(group.size().participants()));
        row.add(Integer.toString(group.size().cases()));
        row.add(MeanOutcome.of(trainings, GroupMetrics::prevalence).format(3));
        row.add(rate(trainings, ConfusionMatrix::selectionRate));
        row.add(rate(trainings, ConfusionMatrix::recall));
        row.add(rate(trainings, ConfusionMatrix::falsePositiveRate));
        row.add(MeanOutcome.of(trainings, GroupMetrics::rocAuc).format(3));
        return row;
    }

    private static String rate(
            List<GroupMetrics> trainings, Function<ConfusionMatrix, Outcome> rate) {
        return MeanOutcome.of(trainings, group -> group.rate(rate)).format(3);
    }
}
