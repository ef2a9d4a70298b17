package dev.fer4j.eval.report.section;

import static java.util.stream.Collectors.joining;

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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The summary: the findings, their certainty, and what cannot be concluded, for those who read
 * nothing else.
 */
public final class SummarySection {

    private static final int MOST_COMPARISONS_IN_WORDS = 6;

    private static final String NOTHING_TO_COMPARE =
            "One condition was trained, so there is nothing to compare it with: these numbers do"
                    + " not show whether other training images would do better.";

    private final StudyPlan plan;
    private final StudyResult study;
    private final StudyInference inference;
    private final ComparisonWords words;

    public SummarySection(StudyResult study, StudyInference inference) {
        this.plan = study.plan();
        this.study = study;
        this.inference = inference;
        this.words = new ComparisonWords(plan);
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Comparison> main = asked(Question.CONDITION_AGAINST_REFERENCE);
        blocks.add(new Block.Paragraph(main.isEmpty() ? NOTHING_TO_COMPARE : inShort(main)));
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

    private List<Comparison> asked(Question question) {
        return inference.comparisons().stream().filter(c -> c.question() == question).toList();
    }

    private List<String> found(List<Comparison> main) {
        List<String> points = new ArrayList<>();
        points.addAll(
                plan.splits().size() == 1
                        ? found(main, "with " + plan.reference().title())
                        : byCondition(main));
        points.addAll(
                found(
                        asked(Question.CONDITION_AGAINST_CONTROL),
                        "of conditions with their controls"));
        points.addAll(
                found(
                        asked(Question.CONTROL_AGAINST_REFERENCE),
                        "of controls with " + plan.reference().title()));
        return points;
    }

    private List<String> found(List<Comparison> comparisons, String ofWhat) {
        return comparisons.size() <= MOST_COMPARISONS_IN_WORDS
                ? comparisons.stream().map(words::of).toList()
                : List.of(ComparisonWords.sum(comparisons, ofWhat));
    }

    /** The ranking of conditions in words, without numbers. */
    private String inShort(List<Comparison> main) {
        Map<Standing, List<String>> standings =
                plan.withoutControls().stream()
                        .filter(condition -> main.stream().anyMatch(isOf(condition)))
                        .collect(
                                Collectors.groupingBy(
                                        condition -> standing(condition, main),
                                        () -> new EnumMap<>(Standing.class),
                                        Collectors.mapping(Condition::title, Collectors.toList())));
        return standings.entrySet().stream()
                .map(
                        entry ->
                                String.format(
                                        entry.getKey().sentence,
                                        plan.reference().title(),
                                        String.join("; ", entry.getValue())))
                .collect(joining(" "));
    }

    private static Predicate<Comparison> isOf(Condition condition) {
        return comparison -> comparison.condition().equals(condition.id());
    }

    /** The joint result of all comparisons of a condition. */
    private enum Standing {
        HELPED("Better than %s on the test people: %s."),
        HELPED_MORE_THAN_LONGER_TRAINING(
                "Better than %s on the test people, and better than training longer: %s."),
        LONGER_TRAINING(
                "Better than %s on the test people, but not shown to be better than training"
                        + " longer: %s."),
        MIXED("Better than %s under some splits and worse under others: %s."),
        SOMETIMES("Better than %s under some splits, inconclusive under the others: %s."),
        OPEN("No conclusive difference from %s with these people: %s."),
        WORSE("Worse than %s under at least one split, and better under none: %s."),
        UNDEFINED("Not comparable with %s: %s.");

        private final String sentence;

        Standing(String sentence) {
            this.sentence = sentence;
        }
    }

    private Standing standing(Condition condition, List<Comparison> main) {
        List<Verdict> verdicts = main.stream().filter(isOf(condition)).map(Verdict::of).toList();
        if (verdicts.stream().allMatch(verdict -> verdict == Verdict.UNDEFINED)) {
            return Standing.UNDEFINED;
        }
        if (!verdicts.contains(Verdict.BETTER)) {
            return verdicts.contains(Verdict.WORSE) ? Standing.WORSE : Standing.OPEN;
        }
        if (verdicts.stream().anyMatch(Verdict::isBelow)) {
            return Standing.MIXED;
        }
        if (!verdicts.stream().allMatch(verdict -> verdict == Verdict.BETTER)) {
            return Standing.SOMETIMES;
        }
        List<Comparison> controls =
                asked(Question.CONDITION_AGAINST_CONTROL).stream().filter(isOf(condition)).toList();
        if (controls.isEmpty()) {
            return Standing.HELPED;
        }
        return controls.stream().allMatch(c -> Verdict.of(c) == Verdict.BETTER)
                ? Standing.HELPED_MORE_THAN_LONGER_TRAINING
                : Standing.LONGER_TRAINING;
    }

    /** One point for each condition that summarizes its splits. */
    private List<String> byCondition(List<Comparison> main) {
        List<String> points = new ArrayList<>();
        for (Condition condition : plan.withoutControls()) {
            List<Comparison> own = main.stream().filter(isOf(condition)).toList();
            if (!own.isEmpty()) {
                points.add(overSplits(condition, own));
            }
        }
        points.add(ComparisonWords.sum(main, "with " + plan.reference().title()));
        return points;
    }

    private String overSplits(Condition condition, List<Comparison> own) {
        List<Verdict> verdicts = own.stream().map(Verdict::of).toList();
        double[] values =
                own.stream()
                        .flatMap(c -> c.difference().difference().value().stream())
                        .mapToDouble(value -> value)
                        .sorted()
                        .toArray();
        String who = condition.title() + " against " + plan.reference().title() + ": ";
        if (values.length == 0) {
            return who + "not comparable under any split.";
        }
        return who
                + String.format(
                        Locale.ROOT,
                        "the difference of the test ROC AUC per %s lies between %+.3f and %+.3f"
                            + " over %d splits, %+.3f on average. Better, after Holm's correction,"
                            + " under %d of them; worse under %d.",
                        EvaluationUnit.IMAGE.id(),
                        values[0],
                        values[values.length - 1],
                        values.length,
                        Arrays.stream(values).average().orElseThrow(),
                        verdicts.stream().filter(v -> v == Verdict.BETTER).count(),
                        verdicts.stream().filter(v -> v == Verdict.WORSE).count());
    }
}
