package dev.fer4j.eval.scored;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Sets;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdChoice;
import dev.fer4j.eval.metric.ThresholdRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A threshold that was chosen on validation cases, for other cases.
 *
 * @param threshold the threshold with the largest Youden's J
 * @param notes sentences on what the two sets of cases have in common, which they should not
 */
public record ValidationChoice(Threshold threshold, List<String> notes) {

    public ValidationChoice {
        requireNonNull(threshold);
        notes = List.copyOf(notes);
    }

    /**
     * Chooses the threshold.
     *
     * @param test the cases that the threshold is for
     * @throws InputException if the validation cases are of one class, or are the test cases, in
     *     any order
     */
    public static ValidationChoice of(ScoredCases validation, ScoredCases test) {
        int common = Multisets.intersection(keys(validation, test), keys(test, validation)).size();
        if (common == validation.size() && common == test.size()) {
            throw new InputException(
                    Problem.Kind.DUPLICATE,
                    validation.name(),
                    "has the same " + common + " cases with the same scores as " + test.name(),
                    "choose the threshold on other cases: chosen on the test cases, it makes their"
                            + " results look better than they are");
        }
        ThresholdChoice choice =
                ThresholdRule.maximalYouden().choose(validation.positives(), validation.scores());
        Threshold threshold =
                choice.threshold()
                        .orElseThrow(
                                () ->
                                        new InputException(
                                                Problem.Kind.TOO_FEW,
                                                validation.name(),
                                                choice.undefinedBecause().orElseThrow(),
                                                "give validation cases of both classes"));
        return new ValidationChoice(threshold, notes(validation, test, common));
    }

    private static List<String> notes(ScoredCases validation, ScoredCases test, int common) {
        List<String> notes = new ArrayList<>();
        if (2L * common >= Math.min(validation.size(), test.size())) {
            notes.add(
                    ("The threshold was chosen on cases that are partly the test cases: %s of %s"
                                    + " validation cases are among these, with the same scores.")
                            .formatted(common, validation.size()));
        }
        shared("participants", validation, test, ScoredCase::participant).ifPresent(notes::add);
        shared("recordings", validation, test, ScoredCase::recording).ifPresent(notes::add);
        return notes;
    }

    private static Optional<String> shared(
            String what,
            ScoredCases validation,
            ScoredCases test,
            Function<ScoredCase, Optional<String>> part) {
        Set<String> validated = parts(validation, part);
        int shared = Sets.intersection(validated, parts(test, part)).size();
        return shared == 0
                ? Optional.empty()
                : Optional.of(
                        "%s of the %s %s of the validation cases are in the test cases too."
                                .formatted(shared, validated.size(), what));
    }

    private static Set<String> parts(
            ScoredCases cases, Function<ScoredCase, Optional<String>> part) {
        Set<String> parts = new HashSet<>();
        cases.all().forEach(one -> part.apply(one).ifPresent(parts::add));
        return parts;
    }

    /** The cases by what is known about them in both files. */
    private static Multiset<List<Object>> keys(ScoredCases cases, ScoredCases others) {
        boolean ids = cases.haveIds() && others.haveIds();
        boolean recordings = cases.haveRecordings() && others.haveRecordings();
        boolean participants = cases.haveParticipants() && others.haveParticipants();
        Multiset<List<Object>> keys = HashMultiset.create(cases.size());
        cases.all()
                .forEach(
                        one ->
                                keys.add(
                                        Stream.<Object>of(
                                                        one.label(),
                                                        one.score(),
                                                        one.id().filter(id -> ids),
                                                        one.recording().filter(r -> recordings),
                                                        one.participant().filter(p -> participants))
                                                .toList()));
        return keys;
    }
}
