package dev.fer4j.eval.report.section;

import dev.fer4j.eval.comparison.PaperAnova;
import dev.fer4j.eval.comparison.RotationAnalysis;
import dev.fer4j.eval.comparison.SeedAnalysis;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.anova.Friedman;
import dev.fer4j.eval.inference.anova.OneWayAnova;
import dev.fer4j.eval.inference.anova.RepeatedMeasuresAnova;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.table.PaperNumbers;
import dev.fer4j.eval.report.table.PaperResults;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The section that explains the tests and intervals of a study. */
public final class InferenceSection {

    private final StudyPlan plan;
    private final StudyInference inference;

    /** Whether the paper's result is shown next to that of its procedure. */
    private final boolean beside;

    public InferenceSection(StudyPlan plan, StudyInference inference, PaperNumbers paper) {
        this.beside =
                paper == PaperNumbers.SHOWN
                        && plan.conditions().stream().anyMatch(PaperResults::hasSources);
        this.plan = plan;
        this.inference = inference;
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Points(inference.reading()));
        blocks.add(new Block.TableBlock(differences()));
        // With one seed or one split, the points above state that there is nothing to analyse.
        if (plan.seeds().size() > 1) {
            blocks.add(new Block.TableBlock(seeds()));
        }
        if (plan.splits().size() > 1) {
            blocks.add(new Block.TableBlock(rotations()));
        }
        blocks.add(new Block.Warning(PaperAnova.WARNING));
        blocks.add(new Block.TableBlock(paper()));
        return new Section("Inference", blocks);
    }

    private Table differences() {
        return new Table(
                "Differences of the test ROC AUC per image",
                List.of(
                        Column.left("Condition"),
                        Column.left("Against"),
                        Column.name("Train → test"),
                        Column.right("Trainings"),
                        Column.right("Difference"),
                        Column.right("95% from"),
                        Column.right("to"),
                        Column.right("p"),
                        Column.right("Adjusted p"),
                        Column.right("Participants")),
                inference.comparisons().stream().map(this::row).toList(),
                "Jackknife over participants, each left out with all images for both models at"
                    + " once; Student's t. Adjusted p: by Holm, over all comparisons with the"
                    + " reference, all with a control, or all of controls, whichever a comparison"
                    + " belongs to. With several trainings the AUC is their mean, and the spread"
                    + " between them is part of interval and p.");
    }

    private List<String> row(Comparison comparison) {
        AucDifference difference = comparison.difference();
        return List.of(
                title(comparison.condition()),
                title(comparison.reference()),
                split(comparison.split()),
                Integer.toString(comparison.trainings()),
                difference.difference().format(3),
                bound(difference.interval().map(Interval::lower)),
                bound(difference.interval().map(Interval::upper)),
                difference.test().map(test -> probability(test.p())).result().orElse("undefined"),
                comparison
                        .adjustedP()
                        .value()
                        .map(InferenceSection::probability)
                        .orElse("undefined"),
                Integer.toString(difference.participants()));
    }

    private String split(String id) {
        return plan.splits().stream()
                .filter(split -> split.id().equals(id))
                .map(SplitName::inShort)
                .findFirst()
                .orElseThrow();
    }

    private String title(String condition) {
        return inference.conditions().get(condition);
    }

    private static String bound(Finding<Double> bound) {
        return bound.result()
                .map(value -> String.format(Locale.ROOT, "%.3f", value))
                .orElse("undefined");
    }

    private static String probability(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private Table seeds() {
        return new Table(
                "Analyses of variance over training seeds",
                List.of(
                        Column.name("Train → test"),
                        Column.left("Analysis"),
                        Column.left("Result")),
                inference.seeds().stream().flatMap(this::rows).toList(),
                "The observations are the test ROC AUCs of trainings with different seeds. With"
                        + " seeds as blocks, p has Greenhouse and Geisser's correction.");
    }

    private Stream<List<String>> rows(SeedAnalysis seeds) {
        return Stream.of(
                List.of(
                        split(seeds.split()),
                        "repeated measures, seeds as blocks",
                        seeds.repeatedMeasures().toText(RepeatedMeasuresAnova::toText)),
                List.of(
                        split(seeds.split()),
                        "one-way, seeds unrelated",
                        seeds.oneWay().toText(OneWayAnova::toText)));
    }

    private Table rotations() {
        RotationAnalysis rotations = inference.rotations();
        return new Table(
                "Tests over rotations",
                List.of(Column.left("Test"), Column.left("Result")),
                List.of(
                        List.of(
                                "Friedman, rotations as blocks",
                                rotations.friedman().toText(Friedman::toText)),
                        List.of(
                                "repeated measures, rotations as blocks",
                                rotations
                                        .repeatedMeasures()
                                        .toText(RepeatedMeasuresAnova::toText))),
                "The observations are the conditions' test ROC AUCs under each category split,"
                        + " averaged over training seeds. Rotations share people: see above.");
    }

    private Table paper() {
        return new Table(
                "The paper's procedure (not a valid test, see the warning)",
                Stream.concat(
                                Stream.of(
                                        Column.name("Train → test"),
                                        Column.right("Seed"),
                                        Column.left("Result")),
                                beside ? Stream.of(Column.left("Paper")) : Stream.empty())
                        .toList(),
                inference.paperProcedure().runs().stream().map(this::row).toList(),
                String.format(
                        Locale.ROOT,
                        "%d bootstrap replicates of the test ROC AUC of each condition, images"
                                + " resampled, then a one-way analysis of variance.",
                        inference.paperProcedure().replicates()));
    }

    private List<String> row(PaperAnova.Run run) {
        return Stream.concat(
                        Stream.of(
                                split(run.split()),
                                Long.toString(run.trainingSeed()),
                                run.anova().toText(OneWayAnova::toText)),
                        beside ? Stream.of(PaperResults.ANOVA) : Stream.empty())
                .toList();
    }
}
