package dev.fer4j.eval.scored;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.people.SimilarIds;
import dev.fer4j.eval.inference.Clusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The scores of one classifier.
 *
 * @param name the name for tables, for example that of the file
 * @param all the cases in order; recordings are known for all or none of them, and participants
 *     likewise; a recording has one label and one participant; ids, which all or none have, are
 *     distinct
 * @param notes sentences on how the cases were read, for readers of the results
 */
public record ScoredCases(String name, List<ScoredCase> all, List<String> notes) {

    /** What programs write where a value is not known. */
    static final Set<String> UNKNOWN =
            Set.of("-", "?", "missing", "n/a", "na", "nan", "none", "null", "unknown");

    public ScoredCases {
        all = List.copyOf(all);
        notes = List.copyOf(notes);
        checkAllOrNone("id", all, ScoredCase::id);
        checkIds(all);
        checkAllOrNone("recording", all, ScoredCase::recording);
        checkAllOrNone("participant", all, ScoredCase::participant);
        checkRecordings(all);
    }

    /** Creates cases without notes. */
    public ScoredCases(String name, List<ScoredCase> all) {
        this(name, all, List.of());
    }

    /** Returns a copy with another name. */
    public ScoredCases withName(String other) {
        return new ScoredCases(other, all, notes);
    }

    private static void checkIds(List<ScoredCase> all) {
        Map<String, ScoredCase> first = new HashMap<>();
        for (ScoredCase one : all) {
            one.id()
                    .map(id -> first.putIfAbsent(id, one))
                    .ifPresent(
                            other -> {
                                throw new IllegalArgumentException(
                                        ("id %s occurs twice%s: an id is of one case; ids of people"
                                                        + " or recordings need a column of that"
                                                        + " name, or --column participant=id")
                                                .formatted(
                                                        one.id().orElseThrow(), lines(other, one)));
                            });
        }
    }

    private static String lines(ScoredCase first, ScoredCase second) {
        return first.line()
                .flatMap(line -> second.line().map(next -> ", in lines " + line + " and " + next))
                .orElse("");
    }

    private static void checkRecordings(List<ScoredCase> all) {
        Map<String, ScoredCase> first = new HashMap<>();
        for (ScoredCase one : all) {
            one.recording()
                    .map(recording -> first.putIfAbsent(recording, one))
                    .ifPresent(
                            other ->
                                    checkArgument(
                                            one.label() == other.label()
                                                    && one.participant()
                                                            .equals(other.participant()),
                                            "recording %s has cases of two labels or participants:"
                                                    + " give each its own recording",
                                            one.recording().orElseThrow()));
        }
    }

    private static void checkAllOrNone(
            String what, List<ScoredCase> all, Function<ScoredCase, Optional<String>> part) {
        long known = all.stream().filter(one -> part.apply(one).isPresent()).count();
        checkArgument(
                known == 0 || known == all.size(),
                "of %s cases %s have a %s: give one to each or to none",
                all.size(),
                known,
                what);
    }

    /** The number of cases. */
    public int size() {
        return all.size();
    }

    /** Whether each case is of the positive class. */
    public boolean[] positives() {
        boolean[] positives = new boolean[all.size()];
        for (int i = 0; i < positives.length; i++) {
            positives[i] = all.get(i).label() == Label.POSITIVE;
        }
        return positives;
    }

    public double[] scores() {
        return all.stream().mapToDouble(ScoredCase::score).toArray();
    }

    /** Whether every score is in [0, 1], so that scores can be probabilities. */
    public boolean areProbabilities() {
        return all.stream().allMatch(one -> one.score() >= 0 && one.score() <= 1);
    }

    /** Whether each case has an id. */
    public boolean haveIds() {
        return !all.isEmpty() && all.get(0).id().isPresent();
    }

    /** Whether the recording of each case is known. */
    public boolean haveRecordings() {
        return !all.isEmpty() && all.get(0).recording().isPresent();
    }

    /** Whether the participant of each case is known. */
    public boolean haveParticipants() {
        return !all.isEmpty() && all.get(0).participant().isPresent();
    }

    /** The independent unit: participant, recording or case. */
    public String independentUnit() {
        return haveParticipants() ? "participant" : haveRecordings() ? "recording" : "case";
    }

    /** Sentences on people whose ids are similar, and on columns that may be people. */
    List<String> peopleNotes() {
        if (!haveParticipants()) {
            return CaseColumns.of(this).likePeople(independentUnit());
        }
        Map<String, Integer> people = new TreeMap<>();
        all.forEach(one -> one.participant().ifPresent(p -> people.merge(p, 1, Integer::sum)));
        List<String> notes = new ArrayList<>();
        SimilarIds similar = SimilarIds.among(people.keySet());
        if (!similar.isEmpty()) {
            notes.add(similar.cause() + ".");
        }
        people.forEach(
                (person, count) -> {
                    if (UNKNOWN.contains(person.toLowerCase(Locale.ROOT))) {
                        notes.add(
                                ("The %s cases of participant %s are taken for one person's; leave"
                                                + " them out if it stands for unknown people.")
                                        .formatted(count, person));
                    }
                });
        return notes;
    }

    /** The mutually independent clusters of cases. */
    public Clusters independent() {
        List<String> names = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            ScoredCase one = all.get(i);
            names.add(one.participant().or(one::recording).orElse("case " + i));
        }
        return Clusters.of(names);
    }

    /**
     * The cases as predictions. An unknown recording is replaced by one for each case, and an
     * unknown participant by one for each recording.
     *
     * @throws IllegalStateException if a score is not a probability
     */
    public Predictions asPredictions() {
        checkState(areProbabilities(), "%s has scores outside of [0, 1]", name);
        List<Prediction> predictions = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            ScoredCase one = all.get(i);
            String sample = "case " + (i + 1);
            String recording = one.recording().orElse(sample);
            predictions.add(
                    new Prediction(
                            sample,
                            one.label(),
                            one.score(),
                            recording,
                            one.participant().orElse(recording),
                            one.groups()));
        }
        return new Predictions(predictions);
    }
}
