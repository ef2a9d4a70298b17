package dev.fer4j.core.answer;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which answers mean which label, in addition to the words that {@link dev.fer4j.core.Label#parse}
 * knows. If any number is named, numbers that are not named are no labels. For example, of answers
 * on a scale from 1 to 5, {@code of(List.of("4", "5"), List.of("1", "2"))} leaves out those in the
 * middle.
 *
 * @param positive answers that mean the positive class
 * @param negative answers that mean the negative class
 */
public record LabelAnswers(Set<String> positive, Set<String> negative) {

    /** No answers besides the known words. */
    public static final LabelAnswers KNOWN_WORDS = new LabelAnswers(Set.of(), Set.of());

    /** Checks that no answer is blank or has both meanings. */
    public LabelAnswers {
        positive = ImmutableSet.copyOf(positive);
        negative = ImmutableSet.copyOf(negative);
        Set<String> keys = keys(positive);
        for (String answer : negative) {
            checkArgument(
                    !keys.contains(AnswerKey.of(answer)),
                    "answer '%s' cannot be both positive and negative",
                    answer);
        }
        Stream.of(positive, negative)
                .flatMap(Set::stream)
                .forEach(answer -> checkArgument(!answer.isBlank(), "an answer is blank"));
    }

    /**
     * Creates the answers. Numbers are compared by value, words ignoring case, blanks, hyphens and
     * underscores.
     *
     * @throws IllegalArgumentException if an answer is blank, or both positive and negative
     */
    public static LabelAnswers of(List<String> positive, List<String> negative) {
        return new LabelAnswers(ImmutableSet.copyOf(positive), ImmutableSet.copyOf(negative));
    }

    /** Whether any of the answers is a number. */
    boolean nameNumbers() {
        return Stream.of(positive, negative)
                .flatMap(Set::stream)
                .anyMatch(answer -> AnswerKey.number(answer).isPresent());
    }

    boolean isPositive(String answer) {
        return keys(positive).contains(AnswerKey.of(answer));
    }

    boolean isNegative(String answer) {
        return keys(negative).contains(AnswerKey.of(answer));
    }

    private static Set<String> keys(Set<String> answers) {
        return answers.stream().map(AnswerKey::of).collect(ImmutableSet.toImmutableSet());
    }
}
