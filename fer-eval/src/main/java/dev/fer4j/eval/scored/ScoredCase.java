package dev.fer4j.eval.scored;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.Label;
import java.util.Map;
import java.util.Optional;

/**
 * A classifier's score for one case.
 *
 * @param label the true label
 * @param score higher for cases more likely to be positive; any finite number, such as a
 *     probability or a logit
 * @param recording the case's recording, if known
 * @param participant the person, if known
 * @param groups further groups that the case belongs to; an unknown group is absent
 */
public record ScoredCase(
        Label label,
        double score,
        Optional<String> recording,
        Optional<String> participant,
        Map<String, String> groups) {

    public ScoredCase {
        requireNonNull(label);
        requireNonNull(recording);
        requireNonNull(participant);
        groups = ImmutableSortedMap.copyOf(groups);
        checkArgument(Double.isFinite(score), "score %s is not finite", score);
    }
}
