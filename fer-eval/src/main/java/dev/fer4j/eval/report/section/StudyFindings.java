package dev.fer4j.eval.report.section;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.comparison.StudyInference.Question;
import dev.fer4j.eval.report.internal.Verdict;
import dev.fer4j.eval.study.StudyPlan;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a study found about each condition against the reference, in a few words. */
public final class StudyFindings {

    private static final String NOTHING_TO_COMPARE =
            "One condition was trained, so there is nothing to compare it with: these numbers do"
                    + " not show whether other training images would do better.";

    private final StudyPlan plan;
    private final StudyInference inference;
    private final List<Comparison> main;

    public StudyFindings(StudyPlan plan, StudyInference inference) {
        this.plan = plan;
        this.inference = inference;
        this.main = asked(Question.CONDITION_AGAINST_REFERENCE);
    }

    /**
     * The ranking of the conditions in words, without numbers: the first sentence of a report. One
     * sentence for all conditions with the same conclusion.
     */
    public String inShort() {
        if (main.isEmpty()) {
            return NOTHING_TO_COMPARE;
        }
        Map<Standing, List<String>> standings =
                compared().stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::standing,
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

    /**
     * One line for each condition but controls: its title, and the difference of its test ROC AUC
     * per image from the reference's, with the 95 % interval; under several category splits, the
     * range of the differences. Empty if there is nothing to compare.
     */
    public List<String> differences() {
        return compared().stream()
                .map(condition -> condition.title() + ": " + difference(condition))
                .toList();
    }

    private String difference(Condition condition) {
        List<Comparison> own = of(condition);
        return plan.splits().size() == 1
                ? own.get(0).difference().toText()
                : overSplits(condition, "%1$+.3f to %2$+.3f over %3$d splits, %4$+.3f on average");
    }

    /**
     * The differences of a condition over all splits.
     *
     * @param words a format for the least, the greatest, their number and their mean
     */
    String overSplits(Condition condition, String words) {
        double[] values =
                of(condition).stream()
                        .flatMap(c -> c.difference().difference().value().stream())
                        .mapToDouble(value -> value)
                        .sorted()
                        .toArray();
        return values.length == 0
                ? "not comparable under any split"
                : String.format(
                        Locale.ROOT,
                        words,
                        values[0],
                        values[values.length - 1],
                        values.length,
                        Arrays.stream(values).average().orElseThrow());
    }

    /** The conditions but controls that were compared with the reference. */
    List<Condition> compared() {
        return plan.withoutControls().stream()
                .filter(condition -> main.stream().anyMatch(isOf(condition)))
                .toList();
    }

    /** The comparisons of a condition with the reference, under each split. */
    List<Comparison> of(Condition condition) {
        return main.stream().filter(isOf(condition)).toList();
    }

    /** The comparisons that answer a question. */
    List<Comparison> asked(Question question) {
        return inference.comparisons().stream().filter(c -> c.question() == question).toList();
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
        OPEN_AFTER_CORRECTION(
                "No conclusive difference from %s after Holm's correction, although an interval"
                        + " excludes zero: %s."),
        OPEN("No conclusive difference from %s with these people: %s."),
        WORSE("Worse than %s under at least one split, and better under none: %s."),
        UNDEFINED("Not comparable with %s: %s.");

        private final String sentence;

        Standing(String sentence) {
            this.sentence = sentence;
        }
    }

    private Standing standing(Condition condition) {
        List<Verdict> verdicts = of(condition).stream().map(Verdict::of).toList();
        if (verdicts.stream().allMatch(verdict -> verdict == Verdict.UNDEFINED)) {
            return Standing.UNDEFINED;
        }
        if (!verdicts.contains(Verdict.BETTER)) {
            if (verdicts.contains(Verdict.WORSE)) {
                return Standing.WORSE;
            }
            return verdicts.stream().anyMatch(verdict -> verdict.isAbove() || verdict.isBelow())
                    ? Standing.OPEN_AFTER_CORRECTION
                    : Standing.OPEN;
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
}
