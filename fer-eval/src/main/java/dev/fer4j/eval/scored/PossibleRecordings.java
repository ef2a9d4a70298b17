package dev.fer4j.eval.scored;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A column such as {@code video}, which may be the recording or the advertisement that people
 * watched: the recording if each of its values has one label and one participant.
 */
final class PossibleRecordings {

    private final String column;
    private final List<ScoredCase> cases;
    private final Optional<String> against;

    PossibleRecordings(String column, List<ScoredCase> cases) {
        this.column = column;
        this.cases = List.copyOf(cases);
        this.against = against();
    }

    private Optional<String> against() {
        Map<String, ScoredCase> first = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (ScoredCase one : cases) {
            Optional<String> value = Optional.ofNullable(one.groups().get(column));
            if (value.isEmpty()) {
                return Optional.of("some cases have none");
            }
            ScoredCase other = first.putIfAbsent(value.get(), one);
            if (other != null) {
                several.add(value.get());
                if (other.label() != one.label()
                        || !other.participant().equals(one.participant())) {
                    return Optional.of(value.get() + " has cases of two labels or participants");
                }
            }
        }
        return several.isEmpty() ? Optional.of("each case has another") : Optional.empty();
    }

    /** The cases, with recordings if the column gives them. */
    List<ScoredCase> cases() {
        if (against.isPresent()) {
            return cases;
        }
        List<ScoredCase> recorded = new ArrayList<>(cases.size());
        for (ScoredCase one : cases) {
            Map<String, String> groups = new HashMap<>(one.groups());
            recorded.add(
                    new ScoredCase(
                            one.id(),
                            one.line(),
                            one.label(),
                            one.score(),
                            Optional.ofNullable(groups.remove(column)),
                            one.participant(),
                            groups));
        }
        return List.copyOf(recorded);
    }

    /** A sentence on how the column was read. */
    String note() {
        return against.map(
                        reason ->
                                "Column %s is not read as the recording, since %s."
                                        .formatted(column, reason))
                .orElse("Read: recording from " + column + ".");
    }
}
