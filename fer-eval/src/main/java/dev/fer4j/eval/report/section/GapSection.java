package dev.fer4j.eval.report.section;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.gap.Gap;
import dev.fer4j.eval.gap.GapEstimate;
import dev.fer4j.eval.gap.GeneralizationGap;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.report.internal.GapWords;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The section on generalization gaps: how much better models are on seen than on unseen data. */
public final class GapSection {

    private final StudyPlan plan;
    private final GeneralizationGap gaps;

    public GapSection(StudyResult study) {
        this.plan = study.plan();
        this.gaps = GeneralizationGap.of(study);
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        "How much better a model ranks what it has seen than what it has not, in"
                            + " ROC AUC per image: the first number minus the second. The larger a"
                            + " gap, the less the model generalizes."));
        blocks.addAll(newPeopleInBoth());
        for (Gap gap : Gap.values()) {
            if (isDefined(gap)) {
                blocks.add(new Block.TableBlock(table(gap)));
            }
        }
        List<String> undefined =
                Arrays.stream(Gap.values()).filter(g -> !isDefined(g)).map(this::whyNot).toList();
        if (!undefined.isEmpty()) {
            blocks.add(new Block.Heading("What could not be compared"));
            blocks.add(new Block.Points(undefined));
        }
        blocks.add(
                new Block.Paragraph(
                        (plan.seeds().size() == 1
                                        ? "Intervals cover other people, with these trained models."
                                        : "Intervals cover other people and other trainings at"
                                                + " once; those over people alone treat the trained"
                                                + " models as fixed, those over seeds alone the"
                                                + " people.")
                                + " None covers further categories."));
        return new Section("Generalization gap", blocks);
    }

    /**
     * The answer to the paper's question, in sentences, if people were held out, by the better of
     * two gaps.
     */
    private List<Block> newPeopleInBoth() {
        boolean same = isDefined(Gap.CONTENT);
        List<GapEstimate> estimates =
                of(same ? Gap.CONTENT : Gap.SEEN).stream()
                        .filter(e -> isMean(e) && e.difference().value().isPresent())
                        .toList();
        if (estimates.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("New people in both"));
        blocks.add(
                new Block.Paragraph(
                        "Some people of the training categories were held out of training, so both"
                                + " numbers are for people whom no model that ranks them has seen:"
                                + " recognizing faces plays no part in the gap. "
                                + (same
                                        ? "Here they are even the same people, in different"
                                                + " trainings, so differences in how hard faces are"
                                                + " to read play no part either. This is the gap to"
                                                + " report."
                                        : "They are different people, though, so differences in how"
                                                + " hard faces are to read play a part. Rotations"
                                                + " would compare the same people.")));
        blocks.add(
                new Block.Points(
                        estimates.stream()
                                .flatMap(one -> GapWords.of(one, title(one)).stream())
                                .toList()));
        List<String> reasons =
                estimates.stream()
                        .flatMap(estimate -> estimate.overBoth().undefinedBecause().stream())
                        .distinct()
                        .toList();
        if (!reasons.isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            "A gap without an interval may be due to chance. There is none because:"
                                    + " "
                                    + String.join("; ", reasons)
                                    + "."));
        }
        return blocks;
    }

    private List<GapEstimate> of(Gap gap) {
        return plan.withoutControls().stream()
                .flatMap((Condition condition) -> gaps.of(gap, condition).stream())
                .toList();
    }

    private boolean isDefined(Gap gap) {
        return of(gap).stream().anyMatch(e -> e.difference().value().isPresent());
    }

    private String whyNot(Gap gap) {
        return capital(gap.words())
                + ": "
                + of(gap).stream()
                        .flatMap(e -> e.difference().undefinedBecause().stream())
                        .distinct()
                        .collect(joining("; "))
                + ".";
    }

    private Table table(Gap gap) {
        List<GapEstimate> estimates =
                of(gap).stream().filter(e -> plan.splits().size() > 1 || isMean(e)).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (plan.splits().size() > 1) {
            columns.add(Column.name("Of"));
        }
        columns.add(Column.right("First"));
        columns.add(Column.right("Second"));
        columns.add(Column.right("Gap"));
        columns.add(Column.right("95% interval"));
        if (plan.seeds().size() > 1) {
            columns.add(Column.right("Over people alone"));
            columns.add(Column.right("Over seeds alone"));
        }
        return new Table(
                capital(gap.words()),
                columns,
                estimates.stream().map(this::row).toList(),
                note(gap));
    }

    private static boolean isMean(GapEstimate estimate) {
        return estimate.scope().equals(GapEstimate.ALL);
    }

    private List<String> row(GapEstimate estimate) {
        List<String> row = new ArrayList<>();
        row.add(title(estimate));
        if (plan.splits().size() > 1) {
            row.add(isMean(estimate) ? "mean" : scope(estimate.scope()));
        }
        row.add(estimate.first().format(3));
        row.add(estimate.second().format(3));
        row.add(
                estimate.difference()
                        .value()
                        .map(value -> String.format(Locale.ROOT, "%+.3f", value))
                        .orElse("undefined"));
        row.add(bounds(estimate.overBoth()));
        if (plan.seeds().size() > 1) {
            row.add(bounds(estimate.overPeople()));
            row.add(bounds(estimate.overSeeds()));
        }
        return row;
    }

    private String title(GapEstimate estimate) {
        return plan.conditions().stream()
                .filter(condition -> condition.id().equals(estimate.condition()))
                .map(Condition::title)
                .findFirst()
                .orElseThrow();
    }

    /** The short name of a category split, or the categories themselves. */
    private String scope(String scope) {
        return plan.splits().stream()
                .filter((CategorySplit split) -> split.id().equals(scope))
                .map(SplitName::inShort)
                .findFirst()
                .orElse(scope);
    }

    private static String bounds(Finding<Interval> interval) {
        return interval.result()
                .map(
                        found ->
                                String.format(
                                        Locale.ROOT,
                                        "%+.3f to %+.3f",
                                        found.lower(),
                                        found.upper()))
                .orElse("undefined");
    }

    private static String note(Gap gap) {
        return switch (gap) {
            case TRAINING ->
                    "Training images as seen in training, augmented and with dropout, so lower than"
                            + " the trained model's own value. The people differ.";
            case VALIDATION ->
                    "The epoch was chosen on the validation split, which makes it slightly too"
                        + " optimistic; the rest is the difference between two categories and their"
                        + " people.";
            case SEEN -> "New people in both, but not the same ones.";
            case CONTENT -> "The same people in both roles: this is the gap of content alone.";
            case SELECTION ->
                    "The same people in both roles: by how much a validation split is too"
                            + " optimistic.";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
