package dev.fer4j.eval.scored;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.Label;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A classifier's score for one case.
 *
 * @param id the case's id, if it has one, by which classifiers are aligned
 * @param line the line of the file that the case was read from, if any
 * @param label the true label
 * @param score higher for cases more likely to be positive; any finite number, such as a
 *     probability or a logit
 * @param recording the case's recording, if known
 * @param participant the person, if known, normalized by {@link PersonId}
 * @param groups further groups that the case belongs to; an unknown group is absent
 */
public record ScoredCase(
        Optional<String> id,
        Optional<Integer> line,
        Label label,
        double score,
        Optional<String> recording,
        Optional<String> participant,
        Map<String, String> groups) {

    public ScoredCase {
        requireNonNull(id);
        requireNonNull(line);
        requireNonNull(label);
        requireNonNull(recording);
        participant = participant.map(PersonId::normal);
        groups = ImmutableSortedMap.copyOf(groups);
        checkArgument(Double.isFinite(score), "score %s is not finite", score);
    }

    /** Creates a case without an id, which was not read from a file. */
    public ScoredCase(
            Label label,
            double score,
            Optional<String> recording,
            Optional<String> participant,
            Map<String, String> groups) {
        this(Optional.empty(), Optional.empty(), label, score, recording, participant, groups);
    }

    /** Whether another classifier's case can be the same one. */
    boolean canBe(ScoredCase other) {
        return label == other.label
                && recording.equals(other.recording)
                && participant.equals(other.participant);
    }

    /** What is known about the case in words, for example {@code participant 039, interested}. */
    String inWords() {
        List<String> words = new ArrayList<>();
        id.ifPresent(its -> words.add("id " + its));
        participant.ifPresent(person -> words.add("participant " + person));
        recording.ifPresent(its -> words.add("recording " + its));
        words.add(LabelNames.INTEREST.inWords(label));
        return String.join(", ", words);
    }
}
