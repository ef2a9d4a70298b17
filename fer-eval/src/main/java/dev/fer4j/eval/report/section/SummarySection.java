package dev.fer4j.eval.report.section;

import dev.fer4j.core.Label;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.comparison.StudyInference.Question;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.report.figure.StudyFigures;
import dev.fer4j.eval.report.internal.ComparisonWords;
import dev.fer4j.eval.report.internal.OpenQuestions;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.internal.Verdict;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The summary: the findings, their certainty, and what cannot be concluded, for those who read
 * nothing else.
 */
public final class SummarySection {

    private static final int MOST_COMPARISONS_IN_WORDS = 6;

    private final StudyPlan plan;
    private final StudyResult study;
    private final StudyInference inference;
    private final ComparisonWords words;
    private final StudyFindings findings;

    public SummarySection(StudyResult study, StudyInference inference) {
        this.plan = study.plan();
        this.study = study;
        this.inference = inference;
        this.words = new ComparisonWords(plan);
        this.findings = new StudyFindings(plan, inference);
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Comparison> main = findings.asked(Question.CONDITION_AGAINST_REFERENCE);
        blocks.add(new Block.Paragraph(findings.inShort()));
        if (!main.isEmpty()) {
            blocks.add(new Block.FigureBlock(StudyFigures.differences(plan, inference)));
        }
        blocks.add(new Block.Paragraph(setUp()));
        if (!main.isEmpty()) {
            blocks.add(new Block.Heading("What was found"));
            blocks.add(new Block.Points(found(main)));
        }
        blocks.add(new Block.Heading("What this study cannot show"));
        blocks.add(new Block.Points(OpenQuestions.of(plan)));
        return new Section("Summary", blocks);
    }

    private String setUp() {
        String conditions =
                plan.conditions().size() == 1
                        ? "One condition was trained "
                        : capital(inWords(plan.conditions().size())) + " conditions were trained ";
        String times =
                plan.seeds().size() == 1
                        ? "once"
                        : "with " + inWords(plan.seeds().size()) + " seeds each";
        if (plan.splits().size() > 1) {
            return conditions
                    + times
                    + " under each of "
                    + inWords(plan.splits().size())
                    + " category splits, which test on different images.";
        }
        return conditions
                + times
                + ": "
                + SplitName.of(plan.splits().get(0))
                + ". The test split has "
                + testSize(study.cells().get(0).test())
                + ".";
    }

    private static String inWords(int number) {
        List<String> words =
                List.of(
                        "no", "one", "two", "three", "four", "five", "six", "seven", "eight",
                        "nine", "ten");
        return number < words.size() ? words.get(number) : Integer.toString(number);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String testSize(Predictions test) {
        long positives = test.all().stream().filter(p -> p.label() == Label.POSITIVE).count();
        return String.format(
                Locale.ROOT,
                "%,d images of %,d recordings and %,d people; %s of the images are %s",
                test.size(),
                test.all().stream().map(p -> p.recording()).distinct().count(),
                test.all().stream().map(p -> p.participant()).distinct().count(),
                test.size() == 0
                        ? "none"
                        : String.format(Locale.ROOT, "%.1f%%", 100.0 * positives / test.size()),
                plan.labels().positive());
    }

    private List<String> found(List<Comparison> main) {
        List<String> points = new ArrayList<>();
        points.addAll(
                plan.splits().size() == 1
                        ? found(main, "with " + plan.reference().title())
                        : byCondition(main));
        points.addAll(
                found(
                        findings.asked(Question.CONDITION_AGAINST_CONTROL),
                        "of conditions with their controls"));
        points.addAll(
                found(
                        findings.asked(Question.CONTROL_AGAINST_REFERENCE),
                        "of controls with " + plan.reference().title()));
        return points;
    }

    private List<String> found(List<Comparison> comparisons, String ofWhat) {
        return comparisons.size() <= MOST_COMPARISONS_IN_WORDS
                ? comparisons.stream().map(words::of).toList()
                : List.of(ComparisonWords.sum(comparisons, ofWhat));
    }

    /** One point for each condition that summarizes its splits. */
    private List<String> byCondition(List<Comparison> main) {
        List<String> points = new ArrayList<>();
        findings.compared().forEach(condition -> points.add(overSplits(condition)));
        points.add(ComparisonWords.sum(main, "with " + plan.reference().title()));
        return points;
    }

    private String overSplits(Condition condition) {
        List<Verdict> verdicts = findings.of(condition).stream().map(Verdict::of).toList();
        String who = condition.title() + " against " + plan.reference().title() + ": ";
        if (verdicts.stream().allMatch(verdict -> verdict == Verdict.UNDEFINED)) {
            return who + findings.overSplits(condition, "") + ".";
        }
        return who
                + findings.overSplits(
                        condition,
                        "the difference of the test ROC AUC per "
                                + EvaluationUnit.IMAGE.id()
                                + " lies between %1$+.3f and %2$+.3f over %3$d splits, %4$+.3f on"
                                + " average.")
                + String.format(
                        Locale.ROOT,
                        " Better, after Holm's correction, under %d of them; worse under %d.",
                        verdicts.stream().filter(v -> v == Verdict.BETTER).count(),
                        verdicts.stream().filter(v -> v == Verdict.WORSE).count());
    }
}
