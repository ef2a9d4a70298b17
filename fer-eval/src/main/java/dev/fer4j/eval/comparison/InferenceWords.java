package dev.fer4j.eval.comparison;

import com.google.common.math.Stats;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.comparison.StudyInference.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** States what the tests and intervals of a study can and cannot show. */
final class InferenceWords {

    private final StudyInference inference;

    private InferenceWords(StudyInference inference) {
        this.inference = inference;
    }

    static List<String> of(StudyInference inference) {
        InferenceWords words = new InferenceWords(inference);
        List<String> sentences = new ArrayList<>();
        sentences.add(words.people());
        words.resolution().ifPresent(reach -> sentences.add(words.smallestDifference(reach)));
        for (Question question : Question.values()) {
            if (!words.of(question).isEmpty()) {
                sentences.add(words.family(question));
            }
        }
        sentences.add(words.seeds());
        sentences.add(words.rotations());
        return List.copyOf(sentences);
    }

    private String people() {
        return "Intervals and p-values of differences are from the jackknife over test"
                + " participants: each is left out once, with all images (Student's t)."
                + (trainings() == 1
                        ? " They account for the choice of people like these; the trained models"
                                + " are treated as fixed."
                        : " They account for the choice of people like these and for repeated"
                                + " training at once.");
    }

    private int trainings() {
        return inference.comparisons().stream()
                .mapToInt(Comparison::trainings)
                .findFirst()
                .orElse(1);
    }

    private List<Comparison> of(Question question) {
        return inference.comparisons().stream().filter(c -> c.question() == question).toList();
    }

    /** Half the mean width of the intervals. */
    private OptionalDouble resolution() {
        double[] widths =
                inference.comparisons().stream()
                        .flatMap(c -> c.difference().interval().result().stream())
                        .mapToDouble(interval -> interval.upper() - interval.lower())
                        .toArray();
        return widths.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Stats.meanOf(widths) / 2);
    }

    private String smallestDifference(double reach) {
        return String.format(
                Locale.ROOT,
                "With %s test participants the intervals extend %.3f to either side on average: a"
                    + " true difference of that size would be missed in about half of such studies,"
                    + " and smaller ones more often. Finding no difference does not mean that there"
                    + " is none.",
                participants(),
                reach);
    }

    private String participants() {
        int fewest = inference.comparisons().stream().mapToInt(this::people).min().orElse(0);
        int most = inference.comparisons().stream().mapToInt(this::people).max().orElse(0);
        return fewest == most ? Integer.toString(most) : fewest + " to " + most;
    }

    private int people(Comparison comparison) {
        return comparison.difference().participants();
    }

    private String family(Question question) {
        List<Comparison> comparisons = of(question);
        long tested = comparisons.stream().filter(c -> c.adjustedP().value().isPresent()).count();
        long clear =
                comparisons.stream()
                        .filter(c -> c.adjustedP().value().filter(p -> p <= 0.05).isPresent())
                        .count();
        String what =
                switch (question) {
                    case CONDITION_AGAINST_REFERENCE -> "of conditions with the reference";
                    case CONDITION_AGAINST_CONTROL -> "of conditions with their own controls";
                    case CONTROL_AGAINST_REFERENCE -> "of controls with the reference";
                };
        return String.format(
                Locale.ROOT,
                "Comparisons %s: %d, of which %d could be tested and %d are significant after"
                        + " Holm's correction for their number (adjusted p at most 0.05).",
                what,
                comparisons.size(),
                tested,
                clear);
    }

    private String seeds() {
        if (trainings() == 1) {
            return "Each condition was trained once, so the variation between trainings is unknown:"
                    + " train with several seeds to estimate it.";
        }
        return String.format(
                Locale.ROOT,
                "Each condition was trained with %d seeds, and its AUC is the mean over them. The"
                    + " analyses of variance over seeds ask whether conditions differ by more than"
                    + " repeated trainings do, on these same test people. They say nothing about"
                    + " other people, for whom equally good conditions would often differ by as"
                    + " much: do not read their p as evidence of a difference in general.",
                trainings());
    }

    private String rotations() {
        if (inference.rotations().splits() == 1) {
            return "One split was run: the tested category has its own people and its own"
                    + " prevalence, and no test can separate these effects. Run all rotations to"
                    + " see whether a difference depends on the category.";
        }
        return String.format(
                Locale.ROOT,
                "%d rotations were run. The tests over rotations ask whether a condition is better"
                    + " whichever category is tested; rotations share people, in training and in"
                    + " testing, so their p-values are too small by an unknown amount. Read them as"
                    + " a summary of the rotations, not as additional evidence.",
                inference.rotations().splits());
    }
}
