package dev.fer4j.eval.scored;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the cases of a classifier into the order of a reference: by their ids if both have some, and
 * otherwise as they are.
 */
final class SameCases {

    private final ScoredCases reference;
    private final ScoredCases other;

    SameCases(ScoredCases reference, ScoredCases other) {
        this.reference = reference;
        this.other = other;
    }

    /**
     * Returns the other classifier's cases in the reference's order.
     *
     * @throws InputException if they are not the reference's cases, with its labels, recordings and
     *     participants
     */
    ScoredCases aligned() {
        if (reference.size() != other.size()) {
            throw refused(
                    "has " + other.size() + " cases, but the reference has " + reference.size());
        }
        ScoredCases aligned = byId() ? sorted() : other;
        for (int i = 0; i < reference.size(); i++) {
            ScoredCase one = reference.all().get(i);
            ScoredCase its = aligned.all().get(i);
            if (!its.canBe(one)) {
                throw refused(
                        "has another case: "
                                + place(its, i)
                                + " is "
                                + its.inWords()
                                + "; "
                                + place(one, i)
                                + " of "
                                + reference.name()
                                + " is "
                                + one.inWords()
                                + (haveSame() ? ". The cases seem to be in another order" : ""));
            }
        }
        return aligned;
    }

    private boolean byId() {
        return reference.haveIds() && other.haveIds();
    }

    private ScoredCases sorted() {
        Map<String, ScoredCase> byId = new LinkedHashMap<>();
        other.all().forEach(one -> byId.put(one.id().orElseThrow(), one));
        List<ScoredCase> sorted = new ArrayList<>(reference.size());
        List<String> missing = new ArrayList<>();
        for (ScoredCase one : reference.all()) {
            String id = one.id().orElseThrow();
            Optional.ofNullable(byId.get(id)).ifPresentOrElse(sorted::add, () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            throw refused(
                    "has no case with the id "
                            + missing.get(0)
                            + (missing.size() > 1
                                    ? ", nor with " + (missing.size() - 1) + " other ids"
                                    : "")
                            + " of the reference");
        }
        return new ScoredCases(other.name(), sorted, other.notes());
    }

    private static String place(ScoredCase one, int index) {
        return one.line().map(line -> "line " + line).orElse("case " + (index + 1));
    }

    /** Whether both have the same cases in any order, as far as can be told without ids. */
    private boolean haveSame() {
        Map<List<Object>, Integer> counts = new HashMap<>();
        reference.all().forEach(one -> counts.merge(key(one), 1, Integer::sum));
        other.all().forEach(one -> counts.merge(key(one), -1, Integer::sum));
        return !byId() && counts.values().stream().allMatch(count -> count == 0);
    }

    private static List<Object> key(ScoredCase one) {
        return Stream.<Object>of(one.label(), one.recording(), one.participant()).toList();
    }

    private InputException refused(String difference) {
        return new InputException(
                Problem.Kind.UNEXPECTED_LAYOUT,
                other.name() + " against " + reference.name(),
                difference,
                "give files of the same cases, with the same labels, recordings and participants,"
                        + " in the same order or with a column id");
    }
}
